import { gzipSync } from 'node:zlib';
import { buildDataset } from '@/lib/dataset/build-dataset';
import { editionRecords } from '@/lib/dataset/edition-records';
import { readTable } from '@/lib/dataset/edition';
import { inflate } from '@/lib/dataset/inflate';
import { type ObjectRef, type PackManifest, parseManifest } from '@/lib/dataset/manifest';
import { writeIndex } from '@/lib/dataset/pack-index';
import { members, nested, zeros } from './bombs';
import { inventedRecords } from './invented-statements';
import { datasetFile, sha256 } from './published';

/**
 * Opens packs in which some object is a bomb, one after the other, and tells of each what the reader
 * answered, how far the highest mark of the process's memory rose, and how long it took. A process of
 * its own, because only a process knows its highest mark.
 */
const objects = new Map<string, Uint8Array>();
const good = goodManifest();
const GIB = 1024;

/** Each bomb and the reading that meets it. */
const BOMBS: Readonly<Record<string, () => Promise<unknown>>> = {
  'a shard of 42 kB that says 4 kB and is 43 MB': shard(kept(zeros(42, 4096), 4096)),
  'a shard of 42 kB that says so': shard(kept(zeros(42), 42 * 1024 * 1024)),
  'a shard of gzip in gzip, 3 GB in all': shard(keptNested(3 * GIB)),
  'a shard of 4 MB that says 5 bytes and is 4 GB and 5 bytes': async () =>
    await Promise.resolve(inflate(zeros(4 * GIB, 5), 5) === undefined ? 'damaged' : 'read'),
  'a shard of forty members': shard(kept(members(40), 1024 * 1024)),
  'an index of one object two thousand times': table('index'),
  'names of one object two thousand times': table('names'),
  'words of one object two thousand times': table('retrieval'),
  'shards of one object two thousand times': table('shards'),
  'renames of one object two thousand times': async () =>
    kindOf(await readTable(repeated(), async (object) => await read(object))),
  'a delta of 12 kB that says 100 bytes and is 12 MB': async () => await delta(zeros(12, 100), 100),
  'a delta of 12 kB that says so': async () => await delta(zeros(12), 12 * 1024 * 1024),
};

for (let warm = 0; warm < 3; warm += 1) await editionRecords(good, read);
const before = kindOf(await editionRecords(good, read));
process.stdout.write(`${JSON.stringify({ name: 'good', answer: before, grownKb: 0, ms: 0 })}\n`);
for (const [name, open] of Object.entries(BOMBS)) {
  const [mark, start] = [process.resourceUsage().maxRSS, performance.now()];
  const answer = await open();
  const ms = Math.round(performance.now() - start);
  const grownKb = process.resourceUsage().maxRSS - mark;
  process.stdout.write(`${JSON.stringify({ name, answer, grownKb, ms })}\n`);
}

function goodManifest(): PackManifest {
  const records = inventedRecords(200).map((record) => ({ key: record.id as string, record }));
  let manifest: PackManifest | undefined;
  for (const [path, bytes] of buildDataset(datasetFile({ id: 'bombs' }), records, { sha256 })) {
    const parsed = path.endsWith('main.json') ? parseManifest(bytes) : undefined;
    if (parsed?.ok) manifest = parsed.value;
    objects.set(path.slice(path.lastIndexOf('/') + 1), bytes);
  }
  if (!manifest) throw new Error('nothing was built');
  return manifest;
}

async function read({ sha256: name }: ObjectRef): Promise<Uint8Array | undefined> {
  return await Promise.resolve(objects.get(name));
}

/** Keeps an object under its hash, as a host would serve it. */
function kept(bytes: Uint8Array, raw: number): ObjectRef {
  const name = Buffer.from(sha256(bytes)).toString('hex');
  objects.set(name, bytes);
  return { sha256: name, bytes: bytes.length, raw };
}

function keptNested(mebibytes: number): ObjectRef {
  const { bytes, raw } = nested(mebibytes);
  return kept(bytes, raw);
}

/** The pack with this object as its shard, and an index of one frame that says the same of it. */
function shard(object: ObjectRef): () => Promise<unknown> {
  const { bytes, raw } = object;
  const index = writeIndex({ frames: [{ shard: 0, offset: 0, bytes, raw }], contents: [[]] });
  const packed = kept(gzipSync(index), index.length);
  const base = { ...good.base, shards: [object], index: [packed] };
  return async () => await opened({ ...good, base });
}

function table(field: 'index' | 'names' | 'retrieval' | 'shards'): () => Promise<unknown> {
  return async () => await opened({ ...good, base: { ...good.base, [field]: repeated() } });
}

/** Four kilobytes, listed two thousand times: eight gigabytes, if anybody unpacked them all. */
function repeated(): ObjectRef[] {
  const object = kept(zeros(4), 4 * 1024 * 1024);
  return Array.from({ length: 2000 }, () => object);
}

async function delta(bytes: Uint8Array, raw: number): Promise<unknown> {
  const { edition } = good;
  const inline = Buffer.from(bytes).toString('base64');
  const deltas = [{ from: edition, to: edition + 1, raw, inline }];
  return await opened({ ...good, edition: edition + 1, deltas });
}

/** As a reader opens it: the manifest first, then everything it names. */
async function opened(manifest: PackManifest): Promise<unknown> {
  const parsed = parseManifest(Buffer.from(JSON.stringify(manifest)));
  return parsed.ok
    ? kindOf(await editionRecords(parsed.value, read))
    : `manifest ${parsed.problem}`;
}

function kindOf(answer: { ok: true } | { ok: false; problem: { kind: string } }): string {
  return answer.ok ? 'read' : answer.problem.kind;
}
