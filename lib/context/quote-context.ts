import type { Quote } from '@/lib/annotate/annotation';
import type { Ref } from '@/lib/record/ref';
import { bySpeaker, type Claim } from './by-speaker';
import {
  type QuoteContext,
  type ReadLine,
  type Relation,
  type StatementLine,
  type Weight,
  weightOf,
  type Why,
} from './context';
import { gatherCopies } from './copies';
import { type Desk, type PageWords, wordsOf } from './desk';
import { figuresOfStatements } from './figure-context';
import { linkedWith, type LinkedStatement } from './linked';
import { type Matches, matchStatement } from './match-statement';
import { entityLines } from './mention-context';
import { mutedNow } from './muted';
import { onSubject } from './on-subject';
import { isThisPage } from './page-document';
import { firmnessOf, inShownOrder } from './shown-order';
import { statementLines } from './statement-lines';
import { dayOfPage } from './time-line';

const ORDER: readonly Relation[] = [
  'corrected',
  'disputedBy',
  'deniedBy',
  'answeredBy',
  'supportedBy',
  'inAnswerTo',
  'contextTo',
];

/** What else was said: against this claim, for it, and by its speaker before. */
export async function quoteContext(
  quote: Quote,
  page: PageWords,
  desk: Desk,
): Promise<QuoteContext> {
  const claim = await claimOf(quote, page, desk);
  return claim ? await contextOfClaim(quote, claim, { page, desk }) : EMPTY;
}

async function contextOfClaim(
  quote: Quote,
  claim: Claim,
  { page, desk }: { readonly page: PageWords; readonly desk: Desk },
): Promise<QuoteContext> {
  const { shelf } = desk;
  const { matches, speaker } = claim;
  const same = matches.same.map(({ statement }) => statement);
  const [speakers, matched, groups, others, own, figures, read] = await Promise.all([
    speaker && !claim.muted.hides(speaker) ? shelf.entities([speaker]) : [],
    matchedLine(matches, desk),
    groupsOf(claim, desk),
    onSubject(claim, shelf),
    bySpeaker(claim, page, desk),
    figuresOfStatements(same, page, desk),
    readBefore(quote, claim, desk),
  ]);
  const [line] = await entityLines(speakers, page, desk);
  const opposed = { relation: 'oppositeOnSubject', lines: others.opposite } as const;
  return {
    kind: 'quote',
    ...(line && { speaker: line }),
    ...(matched && { matched }),
    groups: others.opposite.length > 0 ? [...groups, opposed] : groups,
    ...own,
    alsoOnSubject: others.also,
    figures,
    read,
  };
}

async function readBefore(
  { speaker }: Quote,
  { words }: Claim,
  desk: Desk,
): Promise<readonly ReadLine[]> {
  return speaker && desk.readBefore ? await desk.readBefore(speaker.name, words) : [];
}

/** How much a quote's card has to show, reading no more than it takes to tell. */
export async function weightOfQuote(quote: Quote, page: PageWords, desk: Desk): Promise<Weight> {
  const claim = await claimOf(quote, page, desk);
  if (!claim) return 'none';
  const firm = claim.linked.filter(({ why }) => isFirm(why.linkStrength));
  if (firm.some(({ relation }) => relation !== undefined)) return 'direct';
  if (firm.length === 0 && claim.matches.best) return 'some';
  return weightOf(await contextOfClaim(quote, claim, { page, desk }));
}

function isFirm(strength: Why['linkStrength']): boolean {
  return strength === 'explicit' || strength === 'direct';
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

async function claimOf(quote: Quote, page: PageWords, desk: Desk): Promise<Claim | undefined> {
  const { shelf } = desk;
  const muted = mutedNow(desk, page);
  const words = wordsOf(quote, page);
  if (muted.all || words === '') return undefined;
  const matches = await matchStatement(words, quote.speaker, { shelf, muted });
  const statements = matches.same.map(({ statement }) => statement);
  const [linked, subjects, day] = await Promise.all([
    linkedWith(statements, matches.best?.sameness.matched ?? [], shelf),
    subjectsOf(matches, shelf),
    dayOf(matches, page, desk),
  ]);
  return {
    words,
    speaker: speakerOf(quote, matches),
    matches,
    linked: linked.filter(({ statement }) => !muted.hidesStatement(statement)),
    muted,
    subjects,
    day,
  };
}

/** What the matched statement is about: topics, laws and events where it has some, else all it names. */
async function subjectsOf({ best }: Matches, shelf: Desk['shelf']): Promise<ReadonlySet<Ref>> {
  if (!best) return new Set();
  const { about, speaker } = best.statement;
  const entities = await shelf.entities(about.filter((ref) => ref !== speaker));
  const topics = entities.filter(({ kind }) => SUBJECT_KINDS.has(kind));
  return new Set((topics.length > 0 ? topics : entities).map(({ ref }) => ref));
}

const SUBJECT_KINDS: ReadonlySet<string> = new Set(['topic', 'law', 'event']);

function speakerOf({ speaker }: Quote, { best }: Matches): Ref | undefined {
  const entities = speaker?.entities ?? [];
  return entities.length === 1 ? entities[0] : best?.statement.speaker;
}

/** The day of the article: its own date, else the date under which the record holds this very page. */
async function dayOf({ same }: Matches, page: PageWords, desk: Desk): Promise<string> {
  if (page.published !== undefined) return dayOfPage(page, desk);
  const sources = await desk.shelf.sources(same.map(({ statement }) => statement.source));
  const own = sources.find((source) => isThisPage(source, page));
  return dayOfPage(own ? { ...page, published: own.published } : page, desk);
}

async function matchedLine(
  { best, same }: Matches,
  { shelf }: Desk,
): Promise<StatementLine | undefined> {
  if (!best) return undefined;
  const gathered = await gatherCopies(same, shelf);
  const group = gathered.find(
    ({ statement, copies }) =>
      statement.ref === best.statement.ref || copies.some(({ ref }) => ref === best.statement.ref),
  );
  const { strength, matched } = best.sameness;
  const copies = group ? [group.statement, ...group.copies] : [];
  const why = { strength: strength === 'none' ? 'same-subject' : strength, matched } as const;
  const [line] = await statementLines([{ statement: best.statement, why, copies }], shelf);
  return line;
}

async function groupsOf({ linked, day }: Claim, { shelf }: Desk): Promise<QuoteContext['groups']> {
  const chosen = chosenRelations(linked);
  const groups = await Promise.all(
    ORDER.map(async (relation) => {
      const own = linked.filter(
        (one) => one.relation === relation && chosen.get(one.statement.ref) === relation,
      );
      return { relation, lines: inShownOrder(await linesOf(own, shelf), day) };
    }),
  );
  return groups.filter(({ lines }) => lines.length > 0);
}

/** Under which relation each statement is shown: of several, the firmest link's. */
function chosenRelations(linked: readonly LinkedStatement[]): Map<Ref, Relation> {
  const chosen = new Map<Ref, Relation>();
  const firmestFirst = linked.toSorted(
    (a, b) =>
      firmnessOf(a.why.linkStrength) - firmnessOf(b.why.linkStrength) || place(a) - place(b),
  );
  for (const { statement, relation } of firmestFirst) {
    if (relation && !chosen.has(statement.ref)) chosen.set(statement.ref, relation);
  }
  return chosen;
}

function place({ relation }: LinkedStatement): number {
  return relation ? ORDER.indexOf(relation) : ORDER.length;
}

async function linesOf(
  linked: readonly LinkedStatement[],
  shelf: Desk['shelf'],
): Promise<StatementLine[]> {
  return await statementLines(await gatherCopies(linked, shelf), shelf);
}
