import type { Ref } from '@/lib/record/ref';
import type { Statement } from '@/lib/record/shelved';
import type { StatementLine } from './context';
import { type Claim, isNearInWords, sharedSubjects } from './by-speaker';
import { gatherCopies } from './copies';
import type { Shelf } from './shelf';
import { opposes, usualForms } from './stance';
import type { Compared } from './match-statement';
import { comparerWith } from './sameness';
import { statementLines } from './statement-lines';

/** A card shows so many of the weaker class. */
const MOST = 6;
/** No more of the subjects' statements are read and compared; a subject may have thousands. */
const MOST_COMPARED = 12;
/** On a subject that the record names, so many common words put two statements side by side. */
const FEWEST_SHARED = 2;

/** What others said on the subject: the opposite by its words, and the rest; both weaker than any link. */
export async function onSubject(
  claim: Claim,
  shelf: Shelf,
): Promise<{ readonly opposite: StatementLine[]; readonly also: StatementLine[] }> {
  const text = claim.matches.best?.statement.text ?? claim.words;
  const bySubject = await statementsOn(claim, shelf);
  const usual = usualForms(bySubject.map((statement) => statement.text));
  const others = othersOnSubject(compared(bySubject, claim), claim);
  const opposite = others.filter(({ statement }) => opposes(text, statement.text, usual));
  const also = others.filter((one) => !opposite.includes(one));
  return { opposite: await linesFrom(opposite, shelf), also: await linesFrom(also, shelf) };
}

/** What retrieval proposed and what the record has on the claim's subjects, beside its words. */
function compared(bySubject: readonly Statement[], { matches, words }: Claim): readonly Compared[] {
  const known = new Set(matches.near.map(({ statement }) => statement.ref));
  const compare = comparerWith(words);
  const more = bySubject
    .filter(({ ref }) => !known.has(ref))
    .map((statement) => ({ statement, sameness: compare(statement) }));
  return [...matches.near, ...more];
}

function othersOnSubject(
  found: readonly Compared[],
  { matches, speaker, linked, muted, subjects }: Claim,
): Compared[] {
  const passedOver = new Set<Ref>([
    ...matches.same.map(({ statement }) => statement.ref),
    ...linked.map(({ statement }) => statement.ref),
  ]);
  return found
    .filter(
      ({ statement, sameness }) =>
        !passedOver.has(statement.ref) &&
        statement.speaker !== speaker &&
        !muted.hidesStatement(statement) &&
        (isNearInWords(sameness) ||
          (sameness.common >= FEWEST_SHARED && sharedSubjects(statement, subjects) > 0)),
    )
    .toSorted(
      (a, b) => b.sameness.share - a.sameness.share || (a.statement.ref < b.statement.ref ? -1 : 1),
    );
}

/** Those about the claim's subjects that share most words with it: the others could not be shown. */
async function statementsOn(
  { subjects, words }: Claim,
  shelf: Shelf,
): Promise<readonly Statement[]> {
  if (subjects.size === 0) return [];
  const only = [...subjects].toSorted().map((subject) => ['about', subject] as const);
  const nearest = await shelf.similar(words, MOST_COMPARED, { only });
  const near = nearest.filter(({ shared }) => shared >= FEWEST_SHARED);
  return await shelf.statements(near.map(({ statement }) => statement));
}

async function linesFrom(others: readonly Compared[], shelf: Shelf): Promise<StatementLine[]> {
  const shown = others.slice(0, MOST).map(({ statement, sameness: { matched } }) => ({
    statement,
    why: { strength: 'same-subject', matched } as const,
  }));
  return await statementLines(await gatherCopies(shown, shelf), shelf);
}
