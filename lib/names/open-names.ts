import type { Ref } from '@/lib/record/ref';
import { parseRef } from '@/lib/record/ref';
import { UNSPACED } from './character';
import { extended } from './hash';
import type { NameHit, Names } from './names';
import { type Place, isWrittenAs } from './surface';
import { KINDS, type NamesTable, numberAt, openTable, textAt } from './table';
import { type Hashes, type Tokens, hashesOf, mayBegin, tokensOf } from './tokens';

type Bearer = NameHit['entities'][number];
type Found = { readonly place: Place; readonly entities: readonly Bearer[] };
type Pack = { readonly dataset: string; readonly table: NamesTable };
/** A name of a table made ready to be compared: row number to its words. */
type Spelled = Map<string, Tokens>;

const MOST_NAMESAKES = 20;
/** A bucket holds about four rows; more than this is a damaged or hostile pack. */
const MOST_ROWS = 1000;

/**
 * Names of several packs as one index. The bytes stay where they are and nothing is built, so that
 * a pack of a million names opens as fast as one of ten. A pack that is damaged holds no names;
 * `readNames` says so when it is stored.
 */
export function openNames(
  packs: readonly { readonly dataset: string; readonly bytes: Uint8Array }[],
): Names {
  const open = packs.flatMap(({ dataset, bytes }) => {
    const table = openTable(bytes);
    return table.ok ? [{ dataset, table: table.value }] : [];
  });
  return open.length === 0 ? { scan: () => [] } : { scan: (text) => scan(text, open) };
}

function scan(text: string, packs: readonly Pack[]): NameHit[] {
  const tokens = tokensOf(text);
  const search: Search = { tokens, packs, hashes: hashesOf(tokens), spelled: new Map() };
  const longest = Math.max(...packs.map(({ table }) => table.header.longest));
  const longestUnspaced = Math.max(...packs.map(({ table }) => table.header.longestUnspaced));
  const found: Found[] = [];
  const batch = emptyBatch();
  for (let from = 0; from < tokens.count; from += 1) {
    if (!mayBegin(tokens, from)) continue;
    take(batch, search, {
      from,
      most: tokens.kinds[from] === UNSPACED ? longestUnspaced : longest,
    });
    if (batch.count >= FULL) flush(batch, search, found);
  }
  flush(batch, search, found);
  return longestFirst(found, tokens.count).map(({ place, entities }) => ({
    span: { start: tokens.starts[place.from] ?? 0, end: tokens.ends[place.to - 1] ?? 0 },
    entities,
  }));
}

type Search = {
  readonly tokens: Tokens;
  readonly hashes: Hashes;
  readonly packs: readonly Pack[];
  readonly spelled: Spelled;
};

/** Runs of words that may be names, and the half of their key that filters are asked by. */
type Batch = {
  count: number;
  readonly froms: Int32Array;
  readonly tos: Int32Array;
  readonly keys: Uint32Array;
  /** Whether any filter lets it pass. */
  readonly passed: Uint8Array;
};

/** So many that the processor has many of the filter's words under way at once. */
const FULL = 1024;
const ROOM = FULL + 256;

function emptyBatch(): Batch {
  return {
    count: 0,
    froms: new Int32Array(ROOM),
    tos: new Int32Array(ROOM),
    keys: new Uint32Array(ROOM),
    passed: new Uint8Array(ROOM),
  };
}

/** Adds the runs that begin at a word. */
function take(
  batch: Batch,
  { tokens, hashes }: Search,
  { from, most }: { readonly from: number; readonly most: number },
): void {
  const last = Math.min(tokens.count, from + most);
  let key = 0;
  for (let at = from; at < last && (at === from || tokens.joined[at] === 1); at += 1) {
    key = extended(key, hashes.second[at] ?? 0);
    batch.froms[batch.count] = from;
    batch.tos[batch.count] = at + 1;
    batch.keys[batch.count] = key;
    batch.count += 1;
  }
}

/** Asks the filters about all runs at once, then the tables about the few that pass. */
function flush(batch: Batch, search: Search, found: Found[]): void {
  batch.passed.fill(0, 0, batch.count);
  for (const { table } of search.packs) pass(batch, table);
  let best: Found | undefined;
  for (let at = 0; at < batch.count; at += 1) {
    if (batch.passed[at] === 0) continue;
    const place = { from: numberAt(batch.froms, at), to: numberAt(batch.tos, at) };
    const entities = entitiesOf(search, place, numberAt(batch.keys, at));
    if (entities.length === 0) continue;
    if (best && best.place.from !== place.from) found.push(best);
    best = { place, entities };
  }
  if (best) found.push(best);
  batch.count = 0;
}

function pass({ count, keys, passed }: Batch, { filter, header }: NamesTable): void {
  const shift = 32 - header.filterBits;
  for (let at = 0; at < count; at += 1) {
    const bit = (keys[at] ?? 0) >>> shift;
    passed[at] = (passed[at] ?? 0) | (((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1);
  }
}

function entitiesOf(search: Search, place: Place, second: number): readonly Bearer[] {
  let first = 0;
  for (let at = place.from; at < place.to; at += 1)
    first = extended(first, search.hashes.first[at] ?? 0);
  const key = { first, second };
  const [only, ...more] = search.packs;
  if (only && more.length === 0) return bearersOf({ search, pack: only }, place, key);
  return search.packs.flatMap((pack) =>
    passes(pack.table, second) ? bearersOf({ search, pack }, place, key) : [],
  );
}

function passes({ filter, header }: NamesTable, second: number): boolean {
  const bit = second >>> (32 - header.filterBits);
  return ((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}

function bearersOf(
  { search, pack }: { readonly search: Search; readonly pack: Pack },
  place: Place,
  { first, second }: { readonly first: number; readonly second: number },
): readonly Bearer[] {
  const { table } = pack;
  const { at, end } = rowsOf(table, first, second);
  if (at >= end) return NOBODY;
  const bearers = new Map<number, Bearer>();
  for (let row = at; row < end && bearers.size < MOST_NAMESAKES; row += 1) {
    const name = table.keys[row] === second ? writtenAt({ search, pack }, place, row) : undefined;
    if (!name) continue;
    const number = numberAt(table.bearers, row);
    const bearer = bearerAt(pack, number, name.text);
    if (bearer && bearers.get(number >>> 1)?.rule !== 'alone') bearers.set(number >>> 1, bearer);
  }
  return [...bearers.values()];
}

/** The rows of a bucket from the first with a key on. */
function rowsOf(table: NamesTable, first: number, second: number): { at: number; end: number } {
  const bucket = first >>> (32 - table.header.bucketBits);
  const start = numberAt(table.buckets, bucket);
  const end = Math.min(numberAt(table.buckets, bucket + 1), start + MOST_ROWS, table.header.rows);
  let at = start;
  while (at < end && table.keys[at] !== second) at += 1;
  return { at, end };
}

/** The name of a row, where it is written at a place. */
function writtenAt(
  { search, pack }: { readonly search: Search; readonly pack: Pack },
  place: Place,
  row: number,
): Tokens | undefined {
  const name = spelledAt(search.spelled, pack, numberAt(pack.table.names, row));
  const isThere = name.count === place.to - place.from && isWrittenAs(search.tokens, place, name);
  return isThere ? name : undefined;
}

/** What most runs are that a filter lets pass. */
const NOBODY: readonly Bearer[] = [];

function spelledAt(spelled: Spelled, pack: Pack, offset: number): Tokens {
  const key = `${pack.dataset} ${offset}`;
  const known = spelled.get(key);
  if (known) return known;
  const tokens = tokensOf(textAt(pack.table, offset));
  spelled.set(key, tokens);
  return tokens;
}

function bearerAt({ dataset, table }: Pack, bearer: number, name: string): Bearer | undefined {
  const at = bearer >>> 1;
  const ref: Ref | undefined = parseRef(`${dataset}:${textAt(table, table.ids[at] ?? 0)}`);
  const of = KINDS[table.kinds[at] ?? 0];
  if (!ref || !of) return undefined;
  const label = textAt(table, table.labels[at] ?? 0);
  return {
    ref,
    of,
    name: label,
    rule: bearer % 2 === 0 && !isTooShort(name) ? 'alone' : 'with-context',
  };
}

/** Names of one or two letters never stand for anybody by themselves, whatever their publisher says. */
function isTooShort(name: string): boolean {
  return name.replace(/[^\p{L}\p{N}]/gu, '').length < 3;
}

/** Where two overlap the one of more words stays; the rest in reading order. */
function longestFirst(found: readonly Found[], words: number): Found[] {
  const taken = new Uint8Array(words);
  const kept = found
    .toSorted((a, b) => lengthOf(b.place) - lengthOf(a.place) || a.place.from - b.place.from)
    .filter(({ place }) => {
      if (taken.subarray(place.from, place.to).includes(1)) return false;
      taken.fill(1, place.from, place.to);
      return true;
    });
  return kept.toSorted((a, b) => a.place.from - b.place.from);
}

function lengthOf({ from, to }: Place): number {
  return to - from;
}
