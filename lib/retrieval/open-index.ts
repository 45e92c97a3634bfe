import { bad, good, type Result } from '@/lib/result';
import { ByteReader } from './bytes';
import { checksumOf, HEADER, TERMS_PER_BLOCK } from './format';
import type { Block, Opened } from './find-term';
import { type Among, type Found, searchOpened, sheetFor } from './search-opened';

/** Words to documents, over the bytes of an index. */
export type Retrieval = {
  /** The documents nearest to these words, best first; of equals, the smaller id first. */
  search(words: string, most: number, among?: Among): readonly Found[];
};

/** Opens an index that `buildRetrieval` wrote; any damage is told instead of searched. */
export function openRetrieval(bytes: Uint8Array): Result<Retrieval, 'damaged-index'> {
  const opened = readSealed(bytes);
  if (!opened) return bad('damaged-index');
  const sheet = sheetFor(opened);
  return good({
    search: (words, most, among) => searchOpened(opened, sheet, { words, most, among }),
  });
}

function readSealed(bytes: Uint8Array): Opened | undefined {
  if (HEADER.some((byte, at) => bytes[at] !== byte)) return undefined;
  const reader = new ByteReader(bytes, HEADER.length);
  const checksum = reader.number();
  const content = reader.run();
  if (reader.broken || reader.at !== bytes.length || checksumOf(content) !== checksum) {
    return undefined;
  }
  return readContent(content);
}

function readContent(bytes: Uint8Array): Opened | undefined {
  const reader = new ByteReader(bytes);
  const count = reader.number();
  const idUnits = reader.number();
  const idBytes = reader.run();
  const sum = reader.number();
  const lengths = reader.run();
  const terms = reader.number();
  const directory = reader.run();
  const blockBytes = reader.run();
  const lists = reader.run();
  const ids = idUnits > 0 ? idBytes : undefined;
  const idAt = placesOf(idBytes, idUnits, count);
  const blocks = readDirectory(directory, terms);
  const isWhole = !reader.broken && reader.at === bytes.length && lengths.length === count;
  if (!isWhole || !idAt || !blocks) return undefined;
  const idOf = (number: number): string => {
    const at = idAt(number);
    return ids ? asciiOf(ids.subarray(at, at + idUnits)) : new ByteReader(idBytes, at).text();
  };
  const meanLength = Math.max(1, sum / Math.max(1, count));
  return { idOf, lengths, meanLength, blocks, blockBytes, lists };
}

function asciiOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** Where each id stands in its run; undefined when the run does not hold so many. */
function placesOf(
  bytes: Uint8Array,
  units: number,
  count: number,
): ((number: number) => number) | undefined {
  if (units > 0) return bytes.length === units * count ? (number) => number * units : undefined;
  if (count > bytes.length) return count === 0 ? () => 0 : undefined;
  const places = new Uint32Array(count);
  const reader = new ByteReader(bytes);
  for (const number of places.keys()) {
    places[number] = reader.at;
    reader.text();
  }
  return reader.broken || reader.at !== bytes.length ? undefined : (number) => places[number] ?? 0;
}

function readDirectory(bytes: Uint8Array, terms: number): Block[] | undefined {
  const reader = new ByteReader(bytes);
  const blocks: Block[] = [];
  let [at, lists] = [0, 0];
  for (let read = 0; read < terms && !reader.broken; read += TERMS_PER_BLOCK) {
    const first = reader.text();
    blocks.push({ first, at, terms: Math.min(TERMS_PER_BLOCK, terms - read), lists });
    at += reader.number();
    lists += reader.number();
  }
  return reader.broken || reader.at !== bytes.length ? undefined : blocks;
}
