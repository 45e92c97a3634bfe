import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Quote, Speaker } from '@/lib/annotate/annotation';
import { readDatasetFolder, recordsOfFolder } from '@/lib/cli/dataset-folder';
import type { QuoteContext, StatementLine } from '@/lib/context/context';
import { lookUp, type PageWords } from '@/lib/context/look-up';
import { byOccasion } from '@/lib/context/occasions';
import { memoryShelf } from '@/lib/context/memory-shelf';
import { compareWords } from '@/lib/context/sameness';
import type { Shelf } from '@/lib/context/shelf';
import { qualifiedRef } from '@/lib/record/qualify';
import type { PublishedRecord } from '@/lib/record/record';
import type { Ref } from '@/lib/record/ref';
import type { BenchRow } from './row';

type GoldSpan = { readonly start: number; readonly end: number; readonly text: string };
type GoldQuote = {
  readonly id: string;
  readonly type: Quote['type'];
  readonly speaker: string | null;
  readonly segments: readonly GoldSpan[];
  readonly source: GoldSpan | null;
};
type GoldArticle = {
  readonly date: string | null;
  readonly publisher: string;
  readonly title: GoldSpan | null;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly quotes: readonly GoldQuote[];
};
type Pair = {
  readonly relation: 'counter' | 'earlier-same-speaker' | 'statistic-conflict' | 'same-statement';
  readonly statement: string;
  readonly counter?: string;
  readonly earlier?: string;
  readonly other?: string;
  readonly strength?: string;
};
type Loaded = { readonly article: GoldArticle; readonly text: string; readonly quote: GoldQuote };

const AUTHORED = new URL('../../lib/dataset/authored/', import.meta.url);

/** The pairs that people found in the five seed articles, looked up in the bundled dataset. */
export async function benchPairs(shared: URL): Promise<BenchRow[]> {
  const { shelf, named } = await openAuthored();
  const quotes = goldQuotes(new URL('articles/', shared));
  const { pairs } = JSON.parse(
    readFileSync(new URL('articles/gold/pairs.json', shared), 'utf8'),
  ) as { pairs: Pair[] };
  const missed: string[] = [];
  const rate = async (
    of: readonly Pair[],
    isFound: (context: QuoteContext, other: string) => boolean,
  ): Promise<number> => {
    let found = 0;
    for (const pair of of) {
      const other = otherEndOf(pair);
      const context = await contextOf(quotes.get(pair.statement), { shelf, named });
      if (context && isFound(context, wordsOf(quotes.get(other)))) found += 1;
      else missed.push(`${pair.relation} ${pair.statement} ${other}`);
    }
    return found / Math.max(1, of.length);
  };
  const counters = pairs.filter(({ relation }) => relation === 'counter');
  const strong = counters.filter(({ strength }) => strength === 'strong');
  const rows = [
    [
      'strong counter-statement among the first three entries of its group',
      await rate(strong, inGroups(3)),
      `1 (of ${placesFor(strong, quotes)} that three entries can hold)`,
    ],
    [
      'the same among the first three statements, however many an entry has',
      await rate(strong, inStatements(3)),
      '',
    ],
    ['strong counter-statement on the card', await rate(strong, inGroups(99)), '1'],
    ['any counter-statement on the card', await rate(counters, inGroups(99)), ''],
    [
      'earlier by the same speaker',
      await rate(ofKind(pairs, 'earlier-same-speaker'), inEarlier),
      '',
    ],
    ['reprint told as one source', await rate(ofKind(pairs, 'same-statement'), isOneSource), '1'],
    [
      'conflict of figures told as different definitions',
      await rate(ofKind(pairs, 'statistic-conflict'), isDifferentDefinition),
      '1',
    ],
  ] as const;
  if (process.env['PAIRS'] !== undefined) process.stdout.write(`${missed.join('\n')}\n`);
  return rows.map(([measure, ours, goal]) => ({ bench: 'pairs', measure, ours, goal, peers: '' }));
}

/** The share of pairs that three entries can hold, each with what one speaker said in one article. */
function placesFor(pairs: readonly Pair[], quotes: ReadonlyMap<string, Loaded>): string {
  const byStatement = Map.groupBy(pairs, ({ statement }) => statement);
  const held = [...byStatement.values()].map((own) => {
    const entries = Map.groupBy(own, (pair) => {
      const { article, quote } = quotes.get(otherEndOf(pair)) ?? {};
      return `${article?.title?.text} ${quote?.speaker}`;
    });
    const sizes = [...entries.values()].map(({ length }) => length).toSorted((a, b) => b - a);
    return sizes.slice(0, 3).reduce((sum, size) => sum + size, 0);
  });
  return (held.reduce((sum, one) => sum + one, 0) / pairs.length).toFixed(3);
}

function otherEndOf({ counter, earlier, other }: Pair): string {
  return counter ?? earlier ?? other ?? '';
}

function wordsOf(loaded: Loaded | undefined): string {
  return loaded?.quote.segments.map(({ text }) => text).join(' ') ?? '';
}

function ofKind(pairs: readonly Pair[], relation: Pair['relation']): Pair[] {
  return pairs.filter((pair) => pair.relation === relation);
}

/** Of one occasion a card shows so many statements before the reader asks for more. */
const OF_AN_OCCASION = 5;

/** Whether a counter-statement stands in one of the first entries of a group, each of one occasion. */
function inGroups(most: number): (context: QuoteContext, other: string) => boolean {
  return ({ groups }, other) =>
    groups
      .filter(({ relation }) => relation !== 'oppositeOnSubject')
      .some(({ lines }) =>
        byOccasion(lines)
          .slice(0, most)
          .some((entry) => entry.slice(0, OF_AN_OCCASION).some((line) => tells(line, other))),
      );
}

function inStatements(most: number): (context: QuoteContext, other: string) => boolean {
  return ({ groups }, other) =>
    groups
      .filter(({ relation }) => relation !== 'oppositeOnSubject')
      .some(({ lines }) => lines.slice(0, most).some((line) => tells(line, other)));
}

function inEarlier({ earlier, later }: QuoteContext, other: string): boolean {
  return [...earlier, ...later].some((line) => tells(line, other));
}

/** The statement is matched, and nothing in the card's groups is the statement itself again. */
function isOneSource({ matched, groups }: QuoteContext, other: string): boolean {
  return (
    matched !== undefined &&
    tells(matched, other) &&
    !groups.some(({ lines }) => lines.some((line) => line.ref === matched.ref))
  );
}

/** One of the claim's figures shows the other's number under a measure with a reason why it differs. */
function isDifferentDefinition({ figures }: QuoteContext, other: string): boolean {
  const numbers = new Set(other.replaceAll(/(?<=\d),(?=\d{3})/gu, '').match(/\d+/gu));
  return figures.some(({ different }) =>
    different.some(
      ({ measure, reason }) =>
        Object.values(reason).some((why) => why !== '') &&
        measure.observations.some(({ value }) => numbers.has(value)),
    ),
  );
}

/** Whether a line has these words; the people who marked the articles cut some quotes elsewhere. */
function tells({ text }: StatementLine, other: string): boolean {
  const [line, words] = [plain(text), plain(other)];
  return (
    line.includes(words) ||
    words.includes(line) ||
    (compareWords(other, text).strength !== 'same-subject' &&
      compareWords(other, text).strength !== 'none')
  );
}

function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

async function contextOf(
  loaded: Loaded | undefined,
  { shelf, named }: { readonly shelf: Shelf; readonly named: ReadonlyMap<string, Ref> },
): Promise<QuoteContext | undefined> {
  if (!loaded) return undefined;
  const { article, text, quote } = loaded;
  const page: PageWords = {
    title: article.title?.text ?? '',
    ...(article.date !== null && { published: article.date }),
    lang: 'en',
    text,
  };
  const speaker = speakerOf(article, quote, named);
  const annotation: Quote = {
    kind: 'quote',
    type: quote.type,
    segments: quote.segments,
    source: quote.source ? [quote.source] : [],
    cue: [],
    ...(speaker && { speaker }),
  };
  const context = await lookUp(annotation, page, { shelf, mutes: [], now: Date.UTC(2026, 0) });
  return context.kind === 'quote' ? context : undefined;
}

function speakerOf(
  { people, organisations }: GoldArticle,
  { speaker }: GoldQuote,
  named: ReadonlyMap<string, Ref>,
): Speaker | undefined {
  const known = [...people, ...organisations].find(({ id }) => id === speaker);
  if (!known) return undefined;
  const ref = named.get(known.name);
  const of = people.some(({ id }) => id === speaker) ? 'person' : 'organisation';
  return { name: known.name, of, entities: ref ? [ref] : [] };
}

function goldQuotes(articles: URL): Map<string, Loaded> {
  const gold = new URL('gold/', articles);
  const files = readdirSync(gold).filter((file) => /^\d{3}_.*\.json$/u.test(file));
  return new Map(
    files.flatMap((file) => {
      const article = JSON.parse(readFileSync(new URL(file, gold), 'utf8')) as GoldArticle;
      const text = readFileSync(new URL(`text/${file.replace('.json', '.txt')}`, articles), 'utf8');
      return article.quotes.map((quote) => [quote.id, { article, text, quote }] as const);
    }),
  );
}

/** The authored datasets as a shelf, and their entities by main name. */
async function openAuthored(): Promise<{ shelf: Shelf; named: ReadonlyMap<string, Ref> }> {
  const loaded: { id: string; records: readonly PublishedRecord[] }[] = [];
  const folders = readdirSync(AUTHORED, { withFileTypes: true }).filter((one) => one.isDirectory());
  for (const { name: folder } of folders) {
    const read = await readDatasetFolder(fileURLToPath(new URL(folder, AUTHORED)));
    const records = recordsOfFolder(read)?.map(({ record }) => record);
    if (read.dataset && records) loaded.push({ id: read.dataset.id, records });
  }
  const named = loaded.flatMap(({ id, records }) =>
    records.flatMap((record) =>
      record.type === 'entity'
        ? record.names.map(({ text }) => [text, qualifiedRef(record.id, id)] as const)
        : [],
    ),
  );
  const shelf = memoryShelf(
    loaded.map(({ id, records }) => ({ label: { id, title: id, edition: 1 }, records })),
  );
  return { shelf, named: new Map(named.toReversed()) };
}
