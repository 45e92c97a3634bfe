import * as v from 'valibot';
import { bad, good, type Result } from '@/lib/result';
import { annotation, context } from './frozen-shape';
import type { Collection, Item } from './item';

/** Everything the reader keeps, as it goes out and comes in. */
export type Held = { readonly items: readonly Item[]; readonly collections: readonly Collection[] };

/** What the first line of our own file says; `version` grows when an older reader could lose something. */
const FORMAT = 'on-record-library';
const VERSION = 1;

/** The longest texts of an item, in UTF-16 units; nothing longer is ever kept. */
export const LONGEST = {
  address: 8000,
  title: 2000,
  name: 500,
  word: 64,
  words: 100_000,
  around: 1000,
  note: 100_000,
  tag: 200,
} as const;
/** Of so many devices the notes that were written apart may stand together. */
const NOTES = 10;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));
const text = (longest: number): v.GenericSchema<string> => v.pipe(v.string(), v.maxLength(longest));
const maybe = <Of extends v.GenericSchema>(of: Of): v.ExactOptionalSchema<Of, undefined> =>
  v.exactOptional(of);
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
/**
 * Pages, and names of documents that have no address (Hypothesis names a PDF file so): an item can
 * never open an address that runs something.
 */
const pageUrl = v.pipe(
  v.string(),
  v.maxLength(LONGEST.address),
  v.regex(/^(?:(?:https?|file):\/\/|urn:)\S+$/u),
);

const target = v.object({
  source: pageUrl,
  canonical: maybe(pageUrl),
  title: text(LONGEST.title),
  publisher: maybe(text(LONGEST.name)),
  published: maybe(text(LONGEST.word)),
  lang: maybe(text(LONGEST.word)),
  quote: maybe(
    v.object({
      exact: text(LONGEST.words),
      prefix: text(LONGEST.around),
      suffix: text(LONGEST.around),
    }),
  ),
  position: maybe(v.object({ start: offset, end: offset })),
});

export const itemShape: v.GenericSchema<unknown, Item> = v.object({
  id,
  kind: v.picklist(['claim', 'person', 'organisation', 'figure', 'selection', 'page']),
  target,
  annotation: maybe(annotation),
  frozen: maybe(context),
  speaker: maybe(text(LONGEST.name)),
  note: text(LONGEST.note * NOTES),
  tags: v.pipe(v.array(text(LONGEST.tag)), v.maxLength(5000)),
  collections: v.pipe(v.array(id), v.maxLength(5000)),
  savedAt: moment,
  changedAt: moment,
});

export const collectionShape: v.GenericSchema<unknown, Collection> = v.object({
  id,
  name: text(LONGEST.name),
  parent: maybe(id),
  createdAt: moment,
  changedAt: moment,
});

/**
 * Our own file: JSON, complete, one item or collection a line so that it can be read and compared.
 * `{"format":"on-record-library","version":1,"exportedAt":…,"collections":[…],"items":[…]}`, the
 * entries being `Collection` and `Item` of `item.ts` as they are, times in milliseconds since 1970.
 */
export function toLibraryFile({ items, collections }: Held, exportedAt: number): string {
  const endless = { items: Infinity, bytes: Infinity };
  const writer = new LibraryWriter(collections, exportedAt, endless);
  writer.put(items);
  return writer.end().join('');
}

/** How much one file holds at most, so that it can be read again. */
export type FileSize = { readonly items: number; readonly bytes: number };

/**
 * Writes a library as files of our own while it is being read: one, or as many as the size asks for,
 * each complete in itself with all collections. Taken in together, in any order, they are the library
 * again. A file comes as pieces, so that none has to stand in memory as one text.
 */
export class LibraryWriter {
  readonly #head: string;
  readonly #most: FileSize;
  #pieces: string[] = [];
  #items = 0;
  #bytes = 0;

  constructor(collections: readonly Collection[], exportedAt: number, most: FileSize) {
    this.#head = `{"format":"${FORMAT}","version":${VERSION},"exportedAt":${exportedAt},\n"collections":[\n${lines(collections)}\n],\n"items":[\n`;
    this.#most = most;
  }

  /** Takes items in. @returns the files that were full before. */
  put(items: readonly Item[]): string[][] {
    const full: string[][] = [];
    for (const item of items) {
      const line = JSON.stringify(item);
      const isFull =
        this.#items === this.#most.items || this.#bytes + bytesOf(line) > this.#most.bytes;
      if (isFull && this.#items > 0) full.push(this.end());
      this.#pieces.push(this.#items === 0 ? line : `,\n${line}`);
      this.#items += 1;
      this.#bytes += bytesOf(line);
    }
    return full;
  }

  /** The last file. */
  end(): string[] {
    const file = [this.#head, ...this.#pieces, '\n]}\n'];
    this.#pieces = [];
    this.#items = 0;
    this.#bytes = 0;
    return file;
  }
}

/** No fewer than the bytes of a line in UTF-8. */
function bytesOf(line: string): number {
  // oxlint-disable-next-line no-control-regex -- the first 128 characters are those of one byte
  return /^[\u0000-\u007F]*$/u.test(line) ? line.length : line.length * 3;
}

/** What several files hold together; a collection or item that stands in several counts once. */
export function together(parts: readonly Held[]): Held {
  const items = new Map(parts.flatMap((part) => part.items.map((item) => [item.id, item])));
  const collections = new Map(
    parts.flatMap((part) => part.collections.map((each) => [each.id, each])),
  );
  return { items: [...items.values()], collections: [...collections.values()] };
}

function lines(entries: readonly unknown[]): string {
  return entries.map((entry) => JSON.stringify(entry)).join(',\n');
}

/** Whether a parsed file claims to be ours. */
export function isLibraryFile(json: object): boolean {
  return Reflect.get(json, 'format') === FORMAT;
}

/** Reads our own file. @returns which entry is wrong where one is: nothing is taken in then. */
export function fromLibraryFile(json: object): Result<Held, string> {
  const version: unknown = Reflect.get(json, 'version');
  if (typeof version !== 'number' || version > VERSION) return bad('newer-version');
  const collections = readAll(collectionShape, Reflect.get(json, 'collections'));
  const items = readAll(itemShape, Reflect.get(json, 'items'));
  if (!collections.ok) return bad(`collections ${collections.problem}`);
  if (!items.ok) return bad(`items ${items.problem}`);
  return good({ items: items.value.map(inOrder), collections: collections.value });
}

/** Tags and collections are sets: sorted, each once. */
function inOrder(item: Item): Item {
  return { ...item, tags: sorted(item.tags), collections: sorted(item.collections) };
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted();
}

/** Reads every entry of a list. */
function readAll<Of>(shape: v.GenericSchema<unknown, Of>, list: unknown): Result<Of[], string> {
  if (!Array.isArray(list)) return bad('?');
  const read: Of[] = [];
  for (const [index, entry] of list.entries()) {
    const parsed = v.safeParse(shape, entry, { abortEarly: true });
    if (!parsed.success) {
      const where = v.getDotPath(parsed.issues[0]);
      return bad(`${index + 1}${where === null ? '' : `, ${where}`}`);
    }
    read.push(parsed.output);
  }
  return good(read);
}
