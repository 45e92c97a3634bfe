import type { Ref } from '@/lib/record/ref';
import type { Statement } from '@/lib/record/shelved';
import type { StatementLine } from './context';
import { type Claim, sharedSubjects } from './by-speaker';
import { gatherCopies } from './copies';
import type { Shelf } from './shelf';
import { opposes } from './stance';
import type { Compared } from './match-statement';
import { compareWords } from './sameness';
import { statementLines } from './statement-lines';

/** A card shows so many of the weaker class. */
const MOST = 6;
/** No more of a subject's statements are compared; the nearest by words come from retrieval anyway. */
const MOST_COMPARED = 150;
/** Without a subject that the record names, so many words and so large a share must be common. */
const FEWEST_WORDS = 3;
const SMALLEST_SHARE = 0.25;

/** What others said on the subject: the opposite by its words, and the rest; both weaker than any link. */
export async function onSubject(
  claim: Claim,
  shelf: Shelf,
): Promise<{ readonly opposite: StatementLine[]; readonly also: StatementLine[] }> {
  const text = claim.matches.best?.statement.text ?? claim.words;
  const others = await othersOnSubject(claim, shelf);
  const opposite = others.filter(({ statement }) => opposes(text, statement.text));
  const also = others.filter((one) => !opposite.includes(one));
  return { opposite: await linesFrom(opposite, shelf), also: await linesFrom(also, shelf) };
}

async function othersOnSubject(claim: Claim, shelf: Shelf): Promise<Compared[]> {
  const { matches, speaker, linked, muted, words } = claim;
  const matched = matches.best?.statement;
  const passedOver = new Set<Ref>([
    ...matches.same.map(({ statement }) => statement.ref),
    ...linked.map(({ statement }) => statement.ref),
  ]);
  const known = new Set(matches.near.map(({ statement }) => statement.ref));
  const bySubject = await sameSubject(matched, shelf);
  const found = [
    ...matches.near,
    ...bySubject
      .filter(({ ref }) => !known.has(ref))
      .map((statement) => ({ statement, sameness: compareWords(words, statement.text) })),
  ];
  return found
    .filter(
      (one) =>
        !passedOver.has(one.statement.ref) &&
        one.statement.speaker !== speaker &&
        !muted.hidesStatement(one.statement) &&
        isNear(one, matched),
    )
    .toSorted(
      (a, b) => b.sameness.share - a.sameness.share || (a.statement.ref < b.statement.ref ? -1 : 1),
    );
}

/** Statements about the first named subject of the matched one. */
async function sameSubject(matched: Statement | undefined, shelf: Shelf): Promise<Statement[]> {
  const subjects = matched?.about.filter((subject) => subject !== matched.speaker) ?? [];
  const lists = await Promise.all(
    subjects.map(async (subject) => await shelf.statementsAbout(subject)),
  );
  return [...new Map(lists.flat().map((one) => [one.ref, one])).values()].slice(0, MOST_COMPARED);
}

function isNear({ statement, sameness }: Compared, matched: Statement | undefined): boolean {
  if (sameness.strength === 'none') return false;
  if (sharedSubjects(statement, matched) > 0) return true;
  return sameness.matched.length >= FEWEST_WORDS && sameness.share >= SMALLEST_SHARE;
}

async function linesFrom(others: readonly Compared[], shelf: Shelf): Promise<StatementLine[]> {
  const shown = others.slice(0, MOST).map(({ statement, sameness: { matched } }) => ({
    statement,
    why: { strength: 'same-subject', matched } as const,
  }));
  return await statementLines(await gatherCopies(shown, shelf), shelf);
}
