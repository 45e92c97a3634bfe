import type { Ref } from '@/lib/record/ref';
import type { Source, Statement } from '@/lib/record/shelved';
import type { EarlierLine, Why } from './context';
import { gatherCopies } from './copies';
import type { Desk, PageWords } from './desk';
import type { LinkedStatement } from './linked';
import { type Compared, type Matches, mayBeNear } from './match-statement';
import type { Muted } from './muted';
import { isThisPage } from './page-document';
import { comparerWith } from './sameness';
import { statementLines } from './statement-lines';
import { oldestFirst, standingOn, type Standing } from './time-line';

/** A card shows so many of a speaker's other statements; the nearest to the claim are kept. */
const MOST = 12;
/** So many are looked at: those on the claim's subjects first, then those nearest in words. */
const MOST_COMPARED = 20;

/** What is known of the claim when its speaker's other words are looked for. */
export type Claim = {
  readonly words: string;
  readonly speaker: Ref | undefined;
  readonly matches: Matches;
  readonly linked: readonly LinkedStatement[];
  readonly muted: Muted;
  /** What the matched statement is about. */
  readonly subjects: ReadonlySet<Ref>;
  /** The day of the article. */
  readonly day: string;
};

type OwnWords = Compared & {
  readonly shared: number;
  readonly why: Omit<Why, 'dataset'>;
  readonly standing: EarlierLine['standing'];
};

/** What the speaker said on the subject by the day of the article, and after it, oldest to newest. */
export async function bySpeaker(
  claim: Claim,
  page: PageWords,
  { shelf }: Desk,
): Promise<{ readonly earlier: EarlierLine[]; readonly later: EarlierLine[] }> {
  const { speaker, matches, muted, day } = claim;
  if (!speaker) return { earlier: [], later: [] };
  const same = new Set(matches.same.map(({ statement }) => statement.ref));
  const said = (await saidBy(speaker, claim, shelf)).filter(
    (statement) => !same.has(statement.ref) && !muted.hidesStatement(statement),
  );
  const sources = new Map<Ref, Source>(
    (await shelf.sources([...new Set(said.map(({ source }) => source))])).map((one) => [
      one.ref,
      one,
    ]),
  );
  const wordsOn = ownWords(claim);
  const placed = said.flatMap((statement) => {
    const source = sources.get(statement.source);
    return source && !isThisPage(source, page) ? wordsOn(statement) : [];
  });
  const standing = ({ statement }: OwnWords): Standing =>
    standingOn(day, statement, sources.get(statement.source)?.published);
  const linesOf = async (which: Standing): Promise<EarlierLine[]> =>
    await linesFrom(nearest(placed.filter((one) => standing(one) === which)), shelf);
  const [earlier, later] = await Promise.all([linesOf('earlier'), linesOf('later')]);
  return { earlier, later };
}

/** What the record ties to the claim, and what may be near it; a speaker may have thousands of others. */
async function saidBy(
  speaker: Ref,
  { words, subjects, linked }: Claim,
  shelf: Desk['shelf'],
): Promise<Statement[]> {
  const proposed = await shelf.similar(words, MOST_COMPARED, {
    only: [['by', speaker]],
    first: [...subjects].map((subject) => ['about', subject]),
  });
  const tied = linked.flatMap(({ statement, standing }) =>
    standing && statement.speaker === speaker ? [statement] : [],
  );
  const near = proposed.filter((one) => one.isFirst || mayBeNear(one));
  const read = await shelf.statements(near.map(({ statement }) => statement));
  return [...new Map([...tied, ...read].map((one) => [one.ref, one])).values()].toSorted((a, b) =>
    a.ref < b.ref ? -1 : 1,
  );
}

async function linesFrom(own: readonly OwnWords[], shelf: Desk['shelf']): Promise<EarlierLine[]> {
  const gathered = await gatherCopies(own, shelf);
  const standings = new Map(gathered.map(({ statement, standing }) => [statement.ref, standing]));
  const lines = await statementLines(gathered, shelf);
  return oldestFirst(lines.map((line) => stood(line, standings.get(line.ref))));
}

function stood(line: EarlierLine, standing: EarlierLine['standing']): EarlierLine {
  return standing ? { ...line, standing } : line;
}

/** Statements of the speaker's that the record ties to the claim, or that are on its subject. */
function ownWords({ words, linked, subjects }: Claim): (statement: Statement) => OwnWords[] {
  const compare = comparerWith(words);
  return (statement) => {
    const sameness = compare(statement);
    const link = linked.find((one) => one.standing && one.statement.ref === statement.ref);
    const shared = sharedSubjects(statement, subjects);
    if (link) return [{ statement, sameness, shared, why: link.why, standing: link.standing }];
    if (shared === 0 && !isNearInWords(sameness)) return [];
    const why = { strength: 'same-subject', matched: sameness.matched } as const;
    return [{ statement, sameness, shared, why, standing: undefined }];
  };
}

/** How many of these subjects a statement is about. */
export function sharedSubjects({ about }: Statement, subjects: ReadonlySet<Ref>): number {
  return about.filter((subject) => subjects.has(subject)).length;
}

/** Without a subject that the record names, so many words and so large a share must be common. */
const FEWEST_WORDS = 3;
const SMALLEST_SHARE = 0.25;

/** Whether words alone put a statement on the claim's subject. */
export function isNearInWords({ strength, common, share }: Compared['sameness']): boolean {
  return strength !== 'none' && common >= FEWEST_WORDS && share >= SMALLEST_SHARE;
}

/** Those that the record ties to the claim first, then those nearest in words. */
function nearest(own: readonly OwnWords[]): OwnWords[] {
  return own
    .toSorted(
      (a, b) =>
        Number(b.standing !== undefined) - Number(a.standing !== undefined) ||
        b.shared - a.shared ||
        b.sameness.share - a.sameness.share ||
        (a.statement.ref < b.statement.ref ? -1 : 1),
    )
    .slice(0, MOST);
}
