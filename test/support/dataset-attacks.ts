import { gzipSync } from 'fflate';
import { buildPack, jsonBytes } from '@/lib/dataset/build-pack';
import type { SourceFrom, SourcePreview, SourcesDesk } from '@/lib/dataset/source-state';
import type { Guards } from '@/lib/sync/guards';
import type { DatasetWorld } from './dataset-world';
import { sha256 } from './published';
import { idOf, statement } from './records';
import { HARBOUR_URL, SyncHarbour } from './sync-harbour';

/** What somebody does to a published dataset or to its mirrors, and how a check has to end. */
export type DatasetAttack = {
  readonly name: string;
  /** The edition that readers see at the end, and one word for the last check. */
  readonly want: string;
  readonly run: (world: DatasetWorld) => Promise<string>;
  /** The dataset has so many packs that its catalog has a listing. */
  readonly isLarge?: boolean;
  /** Whether tuf-js takes the catalog at the last check; absent where it has no part in it. */
  readonly tufJs?: 'takes' | 'refuses';
  /** The guard without which it ends in another way; absent where several checks stop it. */
  readonly guard?: keyof Guards;
};

type Entry = { edition: number; pack: string; manifest: { sha256: string; bytes: number } };
type Named = { sha256: string; bytes: number; raw: number };
type Manifest = {
  pack: string;
  edition: number;
  base: { shards: Named[]; names: Named[]; index: Named[] };
};

/** The newest catalog as JSON, its only entry changed. */
function catalogWith(harbour: SyncHarbour, change: (entry: Entry) => object): Uint8Array {
  const catalog = jsonIn(harbour, 'catalog.json') as { packs: Entry[] };
  return jsonBytes({
    ...catalog,
    packs: catalog.packs.map((entry) => ({ ...entry, ...change(entry) })),
  });
}

/** Signs an edition whose manifest is changed before it is named. */
function publishManifest(
  harbour: SyncHarbour,
  edition: number,
  change: (manifest: Manifest) => object,
): void {
  harbour.publish(edition);
  const catalog = catalogWith(harbour, ({ manifest: { sha256: hash } }) => {
    const manifest = jsonIn(harbour, `t/${hash}.main.json`) as Manifest;
    const bytes = jsonBytes({ ...manifest, ...change(manifest) });
    return { manifest: harbour.add('t', bytes, '.main.json') };
  });
  harbour.publishCatalog(catalog);
}

/** A file of a publisher, as JSON. */
export function jsonIn({ files }: SyncHarbour, path: string): unknown {
  return JSON.parse(Buffer.from(files.get(path) ?? []).toString());
}

function entryIn(harbour: SyncHarbour): Entry | undefined {
  return (jsonIn(harbour, 'catalog.json') as { packs: Entry[] }).packs[0];
}

function object(harbour: SyncHarbour, bytes: Uint8Array, raw: number): Named {
  return { ...harbour.add('o', bytes), raw };
}

/** A pack whose shard holds a statement that no reader takes. */
function faulty(harbour: SyncHarbour, { base }: Manifest): Pick<Manifest, 'base'> {
  const facts = {
    dataset: 'harbour',
    pack: 'main',
    edition: 2,
    built: '2026',
    title: { en: 'Main' },
    langs: ['en'],
    licence: 'CC0-1.0' as const,
  };
  const long = statement('long', { by: 'Ada Marsh', text: 'x'.repeat(3000) });
  const built = buildPack(facts, [long], { sha256 });
  for (const bytes of built.objects.values()) harbour.add('o', bytes);
  const { shards, index } = built.manifest.base;
  return { base: { ...base, shards, index } };
}

const ALTERED = Buffer.from('altered');
/** Where the publisher stands. */
export const HERE: SourceFrom = { kind: 'address', typed: HARBOUR_URL };

/** Attacks on what The Update Framework does not look into: catalog, manifests, objects, recalls, mirrors. */
export const DATASET_ATTACKS: readonly DatasetAttack[] = [
  {
    name: 'the manifest of another pack under a pack’s name, signed',
    want: 'edition 1, contradictory',
    tufJs: 'takes',
    guard: 'manifests',
    run: async (world) => {
      await world.check();
      publishManifest(world.harbour, 2, () => ({ pack: 'other' }));
      return await world.check();
    },
  },
  {
    name: 'the manifest of an older edition under a new catalog, signed',
    want: 'edition 2, contradictory',
    tufJs: 'takes',
    guard: 'manifests',
    run: async (world) => {
      const { harbour } = world;
      const old = entryIn(harbour)?.manifest;
      harbour.publish(2);
      await world.check();
      harbour.publishCatalog(catalogWith(harbour, () => ({ edition: 3, manifest: old })));
      return await world.check();
    },
  },
  {
    name: 'an older catalog under new metadata, by stolen keys of every role',
    want: 'edition 2, older',
    tufJs: 'takes',
    guard: 'versions',
    run: async (world) => {
      const { harbour } = world;
      const old = harbour.files.get('catalog.json') ?? new Uint8Array();
      harbour.publish(2);
      await world.check();
      harbour.publishCatalog(old);
      return await world.check();
    },
  },
  {
    name: 'a catalog that names another dataset',
    want: 'edition 1, contradictory',
    tufJs: 'takes',
    run: async (world) => {
      const { harbour } = world;
      await world.check();
      harbour.publish(2);
      const catalog = jsonIn(harbour, 'catalog.json') as object;
      harbour.publishCatalog(jsonBytes({ ...catalog, dataset: 'watch' }));
      return await world.check();
    },
  },
  {
    name: 'an edition signed with the key that may only recall',
    want: 'edition 1, unsigned',
    tufJs: 'refuses',
    guard: 'signatures',
    run: async (world) => {
      const { harbour } = world;
      await world.check();
      harbour.publish(2);
      const catalog = harbour.files.get('catalog.json') ?? new Uint8Array();
      harbour.publish(1);
      harbour.publishByDutyKey(catalog);
      return await world.check();
    },
  },
  {
    name: 'a manifest altered by a mirror',
    want: 'edition 1, damaged',
    tufJs: 'takes',
    guard: 'hashes',
    run: async (world) => {
      const { harbour } = world;
      await world.check();
      harbour.publish(2);
      const entry = entryIn(harbour);
      const path = `t/${entry?.manifest.sha256}.main.json`;
      const text = Buffer.from(harbour.files.get(path) ?? []).toString();
      harbour.files.set(path, Buffer.from(text.replace('"2026-01-01"', '"2026-01-02"')));
      return await world.check();
    },
  },
  {
    name: 'an object altered by a mirror',
    want: 'edition 1, damaged',
    tufJs: 'takes',
    run: async (world) => {
      await world.check();
      world.harbour.publish(2);
      world.hook = (path) => (path.startsWith('o/') ? new Response(ALTERED) : undefined);
      return await world.check();
    },
  },
  {
    name: 'an object that does not end',
    want: 'edition 1, too-large, read little',
    tufJs: 'takes',
    guard: 'sizes',
    run: async (world) => {
      await world.check();
      world.harbour.publish(2);
      world.hook = (path) => (path.startsWith('o/') ? world.endless() : undefined);
      const answer = await world.check();
      return `${answer}, read ${world.sent > 2 * 1024 * 1024 ? 'much' : 'little'}`;
    },
  },
  {
    name: 'a mirror that has the new metadata and none of the new files',
    want: 'edition 1, absent',
    tufJs: 'refuses',
    run: async (world) => {
      await world.check();
      world.harbour.publish(2);
      world.hook = (path) =>
        path.startsWith('t/') ? new Response('', { status: 404 }) : undefined;
      return await world.check();
    },
  },
  {
    name: 'a gzip bomb, signed',
    want: 'edition 1, damaged',
    tufJs: 'takes',
    run: async (world) => {
      const { harbour } = world;
      await world.check();
      const bomb = gzipSync(new Uint8Array(64 * 1024 * 1024), { mtime: 0 });
      publishManifest(harbour, 2, ({ base }) => ({
        base: { ...base, names: [object(harbour, bomb, 4096)] },
      }));
      return await world.check();
    },
  },
  {
    name: 'a record over its limits, signed',
    want: 'edition 1, malformed',
    tufJs: 'takes',
    run: async (world) => {
      const { harbour } = world;
      await world.check();
      publishManifest(harbour, 2, (manifest) => faulty(harbour, manifest));
      return await world.check();
    },
  },
  {
    name: 'an edition larger than a subscription may be, signed',
    want: 'edition 1, over-limit',
    tufJs: 'takes',
    run: async (world) => {
      await world.check();
      publishManifest(world.harbour, 2, ({ base }) => ({
        base: {
          ...base,
          shards: Array.from({ length: 50 }, () => ({
            sha256: 'ab'.repeat(32),
            bytes: 512 * 1024,
            raw: 512 * 1024,
          })),
        },
      }));
      return await world.check();
    },
  },
  {
    name: 'a run cut off after the metadata, which then looks as if nothing were new',
    want: 'edition 2, updated',
    tufJs: 'takes',
    guard: 'editions',
    run: async (world) => {
      await world.check();
      world.harbour.publish(2);
      world.hook = (path) =>
        path.startsWith('t/') ? new Response('', { status: 500 }) : undefined;
      await world.check();
      world.hook = () => undefined;
      return await world.check();
    },
  },
  {
    name: 'one mirror turned back in time, another that is new',
    want: 'edition 3, updated',
    guard: 'versions',
    run: async (world) => {
      const { harbour } = world;
      const old = new Map(harbour.files);
      harbour.publish(2);
      await world.check();
      harbour.publish(3);
      await world.addMirror(old);
      return await world.check();
    },
  },
  {
    name: 'one mirror that serves rubbish, another that is whole',
    want: 'edition 2, updated',
    run: async (world) => {
      await world.check();
      world.harbour.publish(2);
      const rubbish = [...world.harbour.files.keys()].map((path) => [path, ALTERED] as const);
      await world.addMirror(new Map(rubbish));
      return await world.check();
    },
  },
  {
    name: 'recalls that bring records and a catalog along',
    want: 'edition 1, current',
    tufJs: 'takes',
    run: async (world) => {
      const evil = statement('evil', { by: 'Ada Marsh', text: 'The harbour is open, 9.' });
      await world.check();
      world.harbour.publishRecalls({ format: 1, dataset: 'harbour', recalls: [], records: [evil] });
      return await world.check();
    },
  },
  {
    name: 'recalls in another dataset’s name',
    want: 'edition 1, malformed',
    tufJs: 'takes',
    run: async (world) => {
      await world.check();
      world.harbour.publishRecalls({ format: 1, dataset: 'watch', recalls: [] });
      return await world.check();
    },
  },
  {
    name: 'a recall of a record that another dataset holds too',
    want: 'edition none, current; the other shows 1',
    tufJs: 'takes',
    run: async (world) => {
      await world.check();
      world.harbour.publish(1, [idOf('statement', 'open')]);
      return `${await world.check()}; the other shows ${await world.seenInOther()}`;
    },
  },
  {
    name: 'an invitation that names another key than the host’s',
    want: 'other-fingerprint',
    run: async ({ desk }) => {
      const invitation = btoa(JSON.stringify({ url: HARBOUR_URL, fingerprint: 'ab'.repeat(32) }));
      const typed = `https://on-record.example/subscribe#${invitation.replaceAll('=', '')}`;
      return wordOf(await desk.preview({ kind: 'address', typed }));
    },
  },
  {
    name: 'another key between the preview and the yes',
    want: 'other-fingerprint',
    run: async (world) => {
      const { fingerprint } = await previewed(world.desk);
      world.harbour = new SyncHarbour();
      return wordOf(await world.desk.subscribe(HERE, { fingerprint }));
    },
  },
  {
    name: 'another key under the name of a dataset that is subscribed to',
    want: 'other-key',
    run: async (world) => {
      await world.check();
      world.harbour = new SyncHarbour();
      return wordOf(await world.desk.subscribe(HERE, await previewed(world.desk).then(agreed)));
    },
  },
  {
    name: 'the name of a dataset that comes with the extension',
    want: 'built-in',
    run: async (world) => {
      await world.forget();
      await world.addBuiltIn();
      return wordOf(await world.desk.subscribe(HERE, await previewed(world.desk).then(agreed)));
    },
  },
  {
    name: 'a first root that its own keys did not sign',
    want: 'not-as-signed',
    guard: 'signatures',
    run: async (world) => {
      const { files } = world.harbour;
      const root = jsonIn(world.harbour, '1.root.json') as { signatures: { sig: string }[] };
      const signatures = root.signatures.map((one) => ({ ...one, sig: 'ab'.repeat(64) }));
      files.set('1.root.json', jsonBytes({ ...root, signatures }));
      return wordOf(await world.desk.preview(HERE));
    },
  },
  {
    name: 'a dataset larger than a subscription may be, before the yes',
    want: 'over-limit',
    run: async (world) => {
      await world.forget();
      const { harbour } = world;
      harbour.publishCatalog(catalogWith(harbour, () => ({ bytes: 21 * 1024 * 1024 })));
      return wordOf(await world.desk.subscribe(HERE, await previewed(world.desk).then(agreed)));
    },
  },
];

function agreed({ fingerprint }: SourcePreview): { readonly fingerprint: string } {
  return { fingerprint };
}

async function previewed(desk: SourcesDesk): Promise<SourcePreview> {
  const preview = await desk.preview(HERE);
  if (!preview.ok) throw new Error(preview.problem);
  return preview.value;
}

/** One word for an answer of the desk. */
export function wordOf(told: { readonly ok: boolean; readonly problem?: string }): string {
  return told.problem ?? (told.ok ? 'yes' : 'no');
}
