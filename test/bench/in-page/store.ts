import { baseObjects, objectPath, type PackManifest, parseManifest } from '@/lib/dataset/manifest';
import { parseRef, type Ref } from '@/lib/record/ref';
import { type DatasetDatabase, openDatasetDatabase, stateOf } from '@/lib/storage/dataset-database';
import { openShelf } from '@/lib/storage/dataset-shelf';
import { sha256Hex } from '@/lib/storage/digest';
import { preparePack } from '@/lib/storage/prepare-pack';
import { switchEdition } from '@/lib/storage/switch-edition';

/** The store of the extension in a page of its own, over the browser's IndexedDB. */
const database: Promise<DatasetDatabase> = openDatasetDatabase('bench');

/** Fetches, checks and stores packs whose manifests stand at these addresses. @returns seconds */
async function install(addresses: readonly string[]): Promise<number> {
  const began = performance.now();
  for (const address of addresses) {
    const bytes = await bytesAt(address);
    const parsed = parseManifest(bytes);
    if (!parsed.ok) throw new Error(parsed.problem);
    await installPack(parsed.value, { address, sha256: await sha256Hex(bytes) });
  }
  return (performance.now() - began) / 1000;
}

async function installPack(
  manifest: PackManifest,
  { address, sha256 }: { readonly address: string; readonly sha256: string },
): Promise<void> {
  const opened = await database;
  const prepared = await preparePack(
    opened,
    { manifest, sha256 },
    {
      read: async (object) =>
        await bytesAt(new URL(`../${objectPath(object.sha256)}`, address).href),
      at: 0,
    },
  );
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problem));
  const row = {
    id: 'scale',
    title: {},
    edition: 1,
    trust: 'built-in',
    urls: [],
    changedAt: 0,
  } as const;
  await switchEdition(opened, row, [prepared.value]);
}

async function bytesAt(address: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}

/** Fetches everything that the packs name and does nothing with it. @returns seconds */
async function fetchOnly(addresses: readonly string[]): Promise<number> {
  const began = performance.now();
  for (const address of addresses) {
    const parsed = parseManifest(await bytesAt(address));
    if (!parsed.ok) throw new Error(parsed.problem);
    for (const { sha256 } of baseObjects(parsed.value)) {
      await bytesAt(new URL(`../${objectPath(sha256)}`, address).href);
    }
  }
  return (performance.now() - began) / 1000;
}

/**
 * Asks for entities and for what they said, each once, and whether the store is still the same, as is
 * asked once for each card. @returns milliseconds of every question
 */
async function lookUps(people: readonly string[]): Promise<Readonly<Record<string, number[]>>> {
  const refs = people.flatMap((text) => parseRef(text) ?? []);
  const opened = await database;
  const shelf = openShelf(opened);
  await shelf.entities(refs.slice(0, 1));
  return {
    'a newer state': await timed(refs, async () => [await stateOf(opened)]),
    'an entity': await timed(refs, async (ref) => await shelf.entities([ref])),
    'a speaker’s statements, as a card asks': await timed(
      refs,
      async (ref) => await shelf.statementsBy(ref, 24),
    ),
  };
}

async function timed(
  refs: readonly Ref[],
  look: (ref: Ref) => Promise<readonly unknown[]>,
): Promise<number[]> {
  const times: number[] = [];
  for (const ref of refs) {
    const began = performance.now();
    const found = await look(ref);
    times.push(performance.now() - began);
    if (found.length === 0) throw new Error(`${ref} was not found`);
  }
  return times;
}

/** Bytes of objects and tables as they are stored. */
async function stored(): Promise<number> {
  const { objects, pages } = await database;
  let sum = 0;
  await objects.each(({ bytes }) => (sum += bytes.length));
  await pages.each(({ bytes }) => (sum += bytes.length));
  return sum;
}

/** Makes room for the next dataset. */
async function clear(): Promise<void> {
  const opened = await database;
  for (const table of opened.tables) await table.clear();
}

Object.assign(globalThis, { bench: { install, fetchOnly, lookUps, stored, clear } });
