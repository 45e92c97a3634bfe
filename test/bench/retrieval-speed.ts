import { gzipSync } from 'node:zlib';
import type { Quote } from '@/lib/annotate/annotation';
import { lookUp } from '@/lib/context/look-up';
import { memoryShelf } from '@/lib/context/memory-shelf';
import { readBefore } from '@/lib/context/own-record';
import { buildRetrieval } from '@/lib/retrieval/build-index';
import { openRetrieval, type Retrieval } from '@/lib/retrieval/open-index';
import { idOf, person, publisher, source, statement, topic } from '@/test/support/records';
import { cpuTime } from './cpu-time';
import type { BenchRow } from './row';

/**
 * Speed and size of retrieval by the number of statements, over simulated text: words drawn by Zipf's
 * law from a vocabulary that grows with the collection as Heaps' law has it (k 30, β 0.55), twenty
 * words a statement, the hundred most frequent common words that no index holds. A reader's 10^7 statements are a hundred packs of 10^5, each asked in turn, so
 * the last row is measured on one pack and multiplied.
 */
const SIZES = [10_000, 100_000];
const WORDS = 20;
const QUERIES = 200;
const COMMON_WORDS = 100;

export async function benchRetrievalSpeed(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  let last = 0;
  for (const size of SIZES) {
    const documents = simulated(size);
    const began = cpuTime();
    const bytes = buildRetrieval(documents);
    const built = cpuTime() - began;
    const opening = cpuTime();
    const result = openRetrieval(bytes);
    const opened = cpuTime() - opening;
    if (!result.ok) throw new Error(result.problem);
    const spent = timesOf(result.value, size);
    last = spent.median;
    rows.push(
      row(`${size} statements: CPU ms a query, median`, spent.median, '≤ 10'),
      row(`${size} statements: CPU ms a query, p95`, spent.p95, ''),
      row(`${size} statements: CPU ms to open`, opened, ''),
      row(`${size} statements: CPU s to build`, built / 1000, ''),
      row(`${size} statements: bytes a statement`, bytes.length / size, ''),
      row(`${size} statements: bytes a statement, gzip`, gzipSync(bytes).length / size, ''),
    );
  }
  rows.push(row('10^7 statements in 100 packs: CPU ms a query, by simulation', last * 100, ''));
  return [...rows, await cardRow(100_000), ...(await ownRecordRows(100_000))];
}

function row(measure: string, ours: number, goal: string): BenchRow {
  return { bench: 'retrieval-speed', measure, ours, goal, peers: '' };
}

function timesOf(retrieval: Retrieval, size: number): { median: number; p95: number } {
  const draw = wordsBy(7, size);
  const queries = Array.from({ length: QUERIES }, () => sentence(draw));
  for (const query of queries.slice(0, 20)) retrieval.search(query, 40);
  const times = queries.map((query) => {
    const began = cpuTime();
    retrieval.search(query, 40);
    return cpuTime() - began;
  });
  const ordered = times.toSorted((a, b) => a - b);
  return { median: ordered[QUERIES / 2] ?? 0, p95: ordered[Math.floor(QUERIES * 0.95)] ?? 0 };
}

/** The whole card of a quote over a shelf in memory; storage adds its reads to this. */
async function cardRow(size: number): Promise<BenchRow> {
  const speakers = Array.from({ length: 500 }, (_, at) => `Speaker ${at}`);
  const topics = Array.from({ length: 200 }, (_, at) => `topic ${at}`);
  const documents = simulated(size);
  const records = [
    publisher('Harbour Gazette'),
    source('report'),
    ...speakers.map((name) => person(name)),
    ...topics.map((name) => topic(name)),
    ...documents.map(({ id, text }, at) =>
      statement(id, {
        by: speakers[at % 500] ?? '',
        about: [idOf('entity', topics[at % 200] ?? '')],
        text,
        said: '2024-01-01',
      }),
    ),
  ];
  const shelf = memoryShelf([{ label: { id: 'big', title: 'Big', edition: 1 }, records }]);
  const times: number[] = [];
  for (const { text } of documents.filter((_, at) => at % 2000 === 0)) {
    const began = cpuTime();
    await lookUp(
      quoteOf(text),
      { title: '', lang: 'en', published: '2025-01-01', text },
      { shelf, mutes: [], now: Date.UTC(2026, 0) },
    );
    times.push(cpuTime() - began);
  }
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
  return row(`${size} statements: CPU ms to a quote’s whole card, p95, in memory`, p95, '≤ 30');
}

/** The reader's own record at this many quotes, by a hundred speakers, behind a map as its table. */
async function ownRecordRows(size: number): Promise<BenchRow[]> {
  const quotes = simulated(size).map(({ id, text }, at) => ({
    id,
    speakerKey: `speaker ${at % 100}`,
    speaker: `Speaker ${at % 100}`,
    words: text,
    url: `https://news.example/${at}`,
    title: 'An article',
    seenAt: at,
  }));
  const bySpeaker = Map.groupBy(quotes, ({ speakerKey }) => speakerKey);
  const record = {
    bySpeaker: async (key: string) => await Promise.resolve(bySpeaker.get(key) ?? []),
  };
  const times: number[] = [];
  for (const { speaker, words } of quotes.filter((_, at) => at % 2001 === 0)) {
    const began = cpuTime();
    await readBefore({ speaker, words }, record);
    times.push(cpuTime() - began);
  }
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
  return [
    row(`${size} own quotes: CPU ms to what was read before by a speaker of 1,000, p95`, p95, ''),
    row(`${size} own quotes: bytes a quote, as JSON`, JSON.stringify(quotes).length / size, ''),
  ];
}

function quoteOf(text: string): Quote {
  const segments = [{ start: 0, end: text.length }];
  return { kind: 'quote', type: 'direct', segments, source: [], cue: [] };
}

function simulated(size: number): { id: string; text: string }[] {
  const draw = wordsBy(1, size);
  return Array.from({ length: size }, (_, at) => ({
    id: `s${String(at).padStart(16, '0')}`,
    text: sentence(draw),
  }));
}

function sentence(draw: () => string): string {
  return Array.from({ length: WORDS }, draw).join(' ');
}

/** Words by Zipf's law, always the same ones for the same seed. */
function wordsBy(seed: number, size: number): () => string {
  const vocabulary = Math.round(30 * (size * WORDS) ** 0.55);
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    const share = (state >>> 8) / 0x7fffff;
    const rank = Math.floor(vocabulary ** share);
    return rank <= COMMON_WORDS ? 'the' : `w${rank.toString(36)}q`;
  };
}
