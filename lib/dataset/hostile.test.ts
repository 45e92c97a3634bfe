import { gzipSync, strToU8, zlibSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statement } from '@/test/support/records';
import { readDelta } from './delta';
import { inflate } from './inflate';
import { parseCatalog, parseManifest } from './manifest';
import { framesFor, readIndex, writeIndex } from './pack-index';
import { questionsOf } from './postings';
import { parseRecordLine } from './record-line';

const good = statement('open', { by: 'Ada Marsh', text: 'The harbour stays open.' });
const raw = JSON.stringify(good);
const changed = (change: (record: Record<string, unknown>) => void): string => {
  const record = JSON.parse(raw) as Record<string, unknown>;
  change(record);
  return JSON.stringify(record);
};
const nested = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

describe('a line of a published file', () => {
  test('is read field by field, and what is unknown is dropped', () => {
    const line = changed((record) => (record['html'] = '<img src=x onerror=alert(1)>'));

    expect(parseRecordLine(line)).toEqual({ ok: true, value: good });
  });

  test('of a type that only a newer version knows is told from a malformed one', () => {
    expect(parseRecordLine('{"type":"hologram"}')).toEqual({ ok: false, problem: 'unknown-type' });
    expect(parseRecordLine('{"type":"statement"}')).toEqual({ ok: false, problem: 'malformed' });
    expect(parseRecordLine('{"type":{"toString":1}}')).toEqual({ ok: false, problem: 'malformed' });
  });

  test.for([
    ['a key __proto__', raw.replace('{', '{"__proto__":{"polluted":true},')],
    ['a key constructor inside', changed((record) => (record['gist'] = { constructor: 'x' }))],
    ['a key prototype', raw.replace('{', '{"prototype":1,')],
    [
      '65 keys in an object',
      changed((record) =>
        Object.assign(
          record,
          Object.fromEntries(Array.from({ length: 65 }, (_, at) => [`k${at}`, 1])),
        ),
      ),
    ],
    ['depth 9', changed((record) => (record['deep'] = JSON.parse(nested(9)) as unknown))],
    ['depth 10,000', `{"type":"statement","x":${nested(10_000)}}`],
    ['more than 16 KiB', changed((record) => (record['filler'] = 'x'.repeat(17_000)))],
    ['half a character', changed((record) => (record['text'] = 'a\uD800b'))],
    ['text over 2,000 characters', changed((record) => (record['text'] = 'x'.repeat(2001)))],
    ['empty text', changed((record) => (record['text'] = ''))],
    ['text that is a number', changed((record) => (record['text'] = 5))],
    ['a date in words', changed((record) => (record['said'] = 'yesterday'))],
    ['an id of another alphabet', changed((record) => (record['id'] = 's000000000000000l'))],
    ['a speaker that is markup', changed((record) => (record['speaker'] = '<b>'))],
    ['revision 1e999', raw.replace('"rev":1', '"rev":1e999')],
    ['revision in Arabic digits', raw.replace('"rev":1', '"rev":"٣"')],
    ['not JSON', '{"type":'],
    ['a list', '[]'],
    ['nothing', 'null'],
  ])('with %s is refused', ([, line = '']) => {
    expect(parseRecordLine(line)).toEqual({ ok: false, problem: 'malformed' });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('of any bytes at all never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"type":"link","x":${json}}`),
        ),
        (line) => {
          expect(parseRecordLine(line).ok).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test.for([
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://a.example/',
  'https://a b',
  '//a.example',
])('a source with the address %s is refused', (url) => {
  const line = JSON.stringify({ type: 'source', url });

  expect(parseRecordLine(line).ok).toBe(false);
});

describe('gzip', () => {
  const text = strToU8('The harbour stays open. '.repeat(200));
  const packed = gzipSync(text, { mtime: 0 });
  const bomb = gzipSync(new Uint8Array(40_000_000), { mtime: 0 });
  const lying = Uint8Array.from(bomb);
  lying.set([1, 0, 0, 0], lying.length - 4);
  const lyingLarger = gzipSync(new Uint8Array(160_000_000), { mtime: 0 });
  lyingLarger.set([1, 0, 0, 0], lyingLarger.length - 4);
  const twice = Uint8Array.from([...packed, ...gzipSync(strToU8('More.'), { mtime: 0 })]);

  test('is inflated where it is what it says', () => {
    expect(inflate(packed, text.length)).toEqual(text);
  });

  test.for<[string, Uint8Array, number]>([
    ['40 MB in 40 kB', bomb, 4096],
    ['160 MB in 160 kB that say they are 1 byte', lyingLarger, 1],
    ['a length of 1 in its trailer and 40 MB inside', lying, 1],
    ['two members where one was promised', twice, text.length],
    [
      'a hundred empty members',
      Uint8Array.from(
        Array.from({ length: 100 }, () => [...gzipSync(new Uint8Array(), { mtime: 0 })]).flat(),
      ),
      5,
    ],
    ['a bomb inside gzip of gzip', gzipSync(bomb, { mtime: 0 }), 4096],
    ['garbage behind it', Uint8Array.from([...packed, 1, 2, 3]), text.length],
    ['its end cut off', packed.subarray(0, packed.length >> 1), text.length],
    ['zlib instead', zlibSync(text), text.length],
    ['no gzip at all', strToU8('<!doctype html>'), 15],
    ['nothing', new Uint8Array(), 1],
  ])('with %s is refused, within the memory promised', ([, bytes, promised]) => {
    const before = process.memoryUsage().arrayBuffers;

    const inflated = inflate(bytes, promised);

    expect(inflated).toBeUndefined();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024);
  });

  test('with any one byte changed never throws', () => {
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.nat(255), (at, byte) => {
        const hurt = Uint8Array.from(packed);
        hurt[at] = byte;
        expect([undefined, text.length]).toContain(inflate(hurt, text.length)?.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the index of a pack', () => {
  const records = Array.from({ length: 3000 }, (_, at) =>
    statement(`s${at}`, { by: `Speaker ${at % 40}`, text: 'x' }),
  );
  const contents = Array.from({ length: 100 }, (_, at) => records.slice(at * 30, at * 30 + 30));
  const frames = contents.map((_, at) => ({ shard: at >> 2, offset: 0, bytes: 100, raw: 900 }));
  const bytes = writeIndex({ frames, contents });

  test('leads from every question of every record to its frame', () => {
    const index = readIndex(bytes);
    if (!index.ok) throw new Error(index.problem);
    const { pages } = index.value;
    const lost = contents.flatMap((own, frame) =>
      own.flatMap(questionsOf).filter((asked) => !framesFor(pages, asked).includes(frame)),
    );

    expect(pages.starts.length).toBeGreaterThan(5);
    expect(lost).toEqual([]);
  });

  test('cut off anywhere, or with any byte changed, is refused or read without harm', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
        expect(readIndex(bytes.subarray(0, at)).ok).toBe(false);
        const hurt = Uint8Array.from(bytes);
        hurt[at] = byte;
        const read = readIndex(hurt);
        if (read.ok) for (const record of records) framesFor(read.value.pages, `is:${record.id}`);
      }),
      { numRuns: 500 },
    );
  });
});

test('a page whose numbers never end is given up at its beginning', () => {
  let looked = 0;
  const endless = new Proxy(new Uint8Array(100_000).fill(0x80), {
    get: (bytes, name) => {
      looked += 1;
      return Reflect.get(bytes, name, bytes) as unknown;
    },
  });

  const frames = framesFor({ bytes: endless, starts: Uint32Array.of(0, 100_000) }, 'by:x');

  expect(frames).toEqual([]);
  expect(looked).toBeLessThan(20);
});

test('manifests, catalogs and deltas of any bytes never throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((json) => strToU8(json)),
      ),
      (bytes) => {
        expect(parseManifest(bytes).ok).toBe(false);
        expect(parseCatalog(bytes).ok).toBe(false);
        readDelta(bytes);
      },
    ),
    { numRuns: 1000 },
  );
});
