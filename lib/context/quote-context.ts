import type { Quote } from '@/lib/annotate/annotation';
import type { Ref } from '@/lib/record/ref';
import type { Statement } from '@/lib/record/shelved';
import type { EarlierLine, QuoteContext, Relation, StatementLine } from './context';
import { type Desk, type PageWords, wordsOf } from './desk';
import { linkedWith, type LinkedStatement } from './linked';
import { type Compared, type Matches, matchStatement } from './match-statement';
import { entityLines } from './mention-context';
import { mutedNow, type Muted } from './muted';
import { compareWords } from './sameness';
import { statementLines } from './statement-lines';
import { dayOfPage, oldestFirst, type Standing, standingOn } from './time-line';

const ORDER: readonly Relation[] = [
  'corrected',
  'disputedBy',
  'deniedBy',
  'answeredBy',
  'supportedBy',
  'inAnswerTo',
  'contextTo',
  'oppositeOnSubject',
];

/** What else was said: against this claim, for it, and by its speaker before. */
export async function quoteContext(
  quote: Quote,
  page: PageWords,
  desk: Desk,
): Promise<QuoteContext> {
  const muted = mutedNow(desk, page);
  const words = wordsOf(quote, page);
  if (muted.all || words === '') return EMPTY;
  const matches = await matchStatement(words, quote.speaker, { shelf: desk.shelf, muted });
  const speaker = speakerOf(quote, matches);
  const linked = (await linksFrom(matches, desk)).filter(
    ({ statement }) => !muted.hidesStatement(statement),
  );
  const { earlier, later } = await bySpeaker(
    { words, speaker, matches, linked, muted },
    page,
    desk,
  );
  const [matched] = await statementLines(shownMatch(matches), desk.shelf);
  const entities = speaker ? await desk.shelf.entities([speaker]) : [];
  const [line] = await entityLines(entities, page, desk);
  return {
    kind: 'quote',
    ...(line && { speaker: line }),
    ...(matched && { matched }),
    groups: await groupsOf(linked, desk),
    earlier,
    later,
    alsoOnSubject: await alsoOnSubject(matches, { speaker, linked }, desk),
    figures: [],
    read: quote.speaker && desk.readBefore ? await desk.readBefore(quote.speaker.name, words) : [],
  };
}

const EMPTY: QuoteContext = {
  kind: 'quote',
  groups: [],
  earlier: [],
  later: [],
  alsoOnSubject: [],
  figures: [],
  read: [],
};

function speakerOf({ speaker }: Quote, { best }: Matches): Ref | undefined {
  const entities = speaker?.entities ?? [];
  return entities.length === 1 ? entities[0] : best?.statement.speaker;
}

async function linksFrom({ same, best }: Matches, { shelf }: Desk): Promise<LinkedStatement[]> {
  const statements = same.map(({ statement }) => statement);
  return await linkedWith(statements, best?.sameness.matched ?? [], shelf);
}

function shownMatch({ best, same }: Matches): Parameters<typeof statementLines>[0] {
  if (!best) return [];
  const { strength, matched } = best.sameness;
  return [
    {
      statement: best.statement,
      why: { strength: strength === 'none' ? 'same-subject' : strength, matched },
      copies: same.slice(1).map(({ statement }) => statement),
    },
  ];
}

async function groupsOf(
  linked: readonly LinkedStatement[],
  { shelf }: Desk,
): Promise<QuoteContext['groups']> {
  const groups = await Promise.all(
    ORDER.map(async (relation) => {
      const shown = linked.filter((one) => one.relation === relation);
      return { relation, lines: withoutDoubles(await statementLines(shown, shelf)) };
    }),
  );
  return groups.filter(({ lines }) => lines.length > 0);
}

type Sides = {
  readonly words: string;
  readonly speaker: Ref | undefined;
  readonly matches: Matches;
  readonly linked: readonly LinkedStatement[];
  readonly muted: Muted;
};

/** What the speaker said on the subject by the day of the page, and after it. */
async function bySpeaker(
  { words, speaker, matches, linked, muted }: Sides,
  page: PageWords,
  { shelf, ...desk }: Desk,
): Promise<{ readonly earlier: EarlierLine[]; readonly later: EarlierLine[] }> {
  const same = new Set(matches.same.map(({ statement }) => statement.ref));
  const own = speaker ? await shelf.statementsBy(speaker) : [];
  const standings = new Map(linked.map(({ statement, standing }) => [statement.ref, standing]));
  const shown = own
    .filter((statement) => !same.has(statement.ref) && !muted.hidesStatement(statement))
    .map((statement) => ({ statement, sameness: compareWords(words, statement.text) }))
    .filter((one) => standings.get(one.statement.ref) ?? isOnSubject(one, matches.best?.statement))
    .map(({ statement, sameness: { matched } }) => ({
      statement,
      why: linked.find((one) => one.statement.ref === statement.ref)?.why ?? {
        strength: 'same-subject' as const,
        matched,
      },
    }));
  const lines = withoutDoubles(await statementLines(shown, shelf)).filter(
    ({ source }) => source.url !== page.url,
  );
  const day = dayOfPage(page, { shelf, ...desk });
  const standing = (line: StatementLine): Standing => standingOn(day, line, line.source.published);
  const withStanding = lines.map((line) => stood(line, standings.get(line.ref)));
  return {
    earlier: oldestFirst(withStanding.filter((line) => standing(line) === 'earlier')),
    later: oldestFirst(withStanding.filter((line) => standing(line) === 'later')),
  };
}

function stood(line: StatementLine, standing: EarlierLine['standing']): EarlierLine {
  return standing ? { ...line, standing } : line;
}

function isOnSubject({ statement, sameness }: Compared, matched: Statement | undefined): boolean {
  const subjects = new Set<Ref>(matched?.about);
  return sameness.strength !== 'none' || statement.about.some((subject) => subjects.has(subject));
}

async function alsoOnSubject(
  { near }: Matches,
  {
    speaker,
    linked,
  }: { readonly speaker: Ref | undefined; readonly linked: readonly LinkedStatement[] },
  { shelf }: Desk,
): Promise<StatementLine[]> {
  const shownAlready = new Set(linked.map(({ statement }) => statement.ref));
  const others = near.filter(
    ({ statement }) => statement.speaker !== speaker && !shownAlready.has(statement.ref),
  );
  return await statementLines(
    others.map(({ statement, sameness: { matched } }) => ({
      statement,
      why: { strength: 'same-subject', matched },
    })),
    shelf,
  );
}

function withoutDoubles<T extends StatementLine>(lines: readonly T[]): T[] {
  return lines.filter((line, at) => lines.findIndex(({ ref }) => ref === line.ref) === at);
}
