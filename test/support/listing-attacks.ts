import { jsonBytes } from '@/lib/dataset/build-pack';
import { type DatasetAttack, HERE, jsonIn, wordOf } from './dataset-attacks';
import type { DatasetWorld } from './dataset-world';
import type { SyncHarbour } from './sync-harbour';

type Columns = { names: string[]; editions: number[] };
type Large = { packs: Columns; listing: { sha256: string; bytes: number } };
type Listing = { edition: number; packs: readonly { readonly pack: string }[] };

const catalogIn = (harbour: SyncHarbour): Large => jsonIn(harbour, 'catalog.json') as Large;
const pathIn = (harbour: SyncHarbour): string =>
  `t/${catalogIn(harbour).listing.sha256}.packs.json`;

/** Signs the newest catalog with something in it changed. */
function publishCatalog(harbour: SyncHarbour, change: (catalog: Large) => object): void {
  const catalog = catalogIn(harbour);
  const bytes = jsonBytes({ ...catalog, ...change(catalog) });
  harbour.files.set('catalog.json', bytes);
  harbour.publishCatalog(bytes);
}

/** Signs the newest catalog with its listing changed before it is named. */
function publishListing(harbour: SyncHarbour, change: (listing: Listing) => object): void {
  const listing = jsonIn(harbour, pathIn(harbour)) as Listing;
  const bytes = jsonBytes({ ...listing, ...change(listing) });
  publishCatalog(harbour, () => ({ listing: harbour.add('t', bytes, '.packs.json') }));
}

/** A reader of edition one, whose publisher then publishes edition two, and what happens to it. */
async function after(world: DatasetWorld, then: (harbour: SyncHarbour) => void): Promise<string> {
  await world.check();
  world.harbour.publish(2);
  then(world.harbour);
  return await world.check();
}

/** The same where the publisher signs another listing. */
async function afterListing(
  world: DatasetWorld,
  change: (listing: Listing) => object,
): Promise<string> {
  return await after(world, (harbour) => publishListing(harbour, change));
}

/** What somebody is told who has not said yes yet. */
async function beforeYes(
  world: DatasetWorld,
  then: (harbour: SyncHarbour) => void,
): Promise<string> {
  await world.forget();
  then(world.harbour);
  return wordOf(await world.desk.preview(HERE));
}

/** Another title, as long as the true one. */
function retitle(harbour: SyncHarbour): void {
  const path = pathIn(harbour);
  const text = Buffer.from(harbour.files.get(path) ?? []).toString();
  harbour.files.set(path, Buffer.from(text.replace('"Main"', '"Mine"')));
}

function onePackMore({ packs }: Listing): object {
  return { packs: [...packs, { ...packs[0], pack: 'zz' }] };
}

const LARGE = { isLarge: true, tufJs: 'takes' } as const;

/** Attacks on the listing that a catalog of many packs leaves their titles to. */
export const LISTING_ATTACKS: readonly DatasetAttack[] = [
  {
    ...LARGE,
    name: 'a listing altered by a mirror',
    want: 'edition 1, damaged',
    guard: 'hashes',
    run: async (world) => await after(world, retitle),
  },
  {
    ...LARGE,
    name: 'the listing of an older edition in a listing’s place, by a mirror',
    want: 'edition 1, damaged',
    guard: 'hashes',
    run: async (world) => {
      const old = world.harbour.files.get(pathIn(world.harbour)) ?? new Uint8Array();
      return await after(world, (harbour) => harbour.files.set(pathIn(harbour), old));
    },
  },
  {
    ...LARGE,
    name: 'an older edition’s listing, which lacks a pack, signed',
    want: 'edition 1, contradictory',
    guard: 'listings',
    run: async (world) =>
      await afterListing(world, ({ packs }) => ({ edition: 1, packs: packs.slice(1) })),
  },
  {
    ...LARGE,
    name: 'a listing of a later edition than its catalog, signed',
    want: 'edition 1, contradictory',
    guard: 'listings',
    run: async (world) => await afterListing(world, ({ edition }) => ({ edition: edition + 1 })),
  },
  {
    ...LARGE,
    name: 'a listing of another dataset, signed',
    want: 'edition 1, contradictory',
    guard: 'listings',
    run: async (world) => await afterListing(world, () => ({ dataset: 'watch' })),
  },
  {
    ...LARGE,
    name: 'a listing with a pack more than its catalog, signed',
    want: 'edition 1, contradictory',
    guard: 'listings',
    run: async (world) => await afterListing(world, onePackMore),
  },
  {
    ...LARGE,
    name: 'a listing that has a pack twice and another not, signed',
    want: 'edition 1, contradictory',
    guard: 'listings',
    run: async (world) =>
      await afterListing(world, ({ packs }) => ({
        packs: packs.map((each, at) => packs[at - 1] ?? each),
      })),
  },
  {
    ...LARGE,
    name: 'a listing of rubbish, signed',
    want: 'edition 1, malformed',
    run: async (world) => await afterListing(world, () => ({ packs: [{}] })),
  },
  {
    ...LARGE,
    name: 'a listing that does not end',
    want: 'edition 1, too-large, read little',
    guard: 'sizes',
    run: async (world) => {
      const answer = await after(world, () => {
        world.hook = (path) => (path.endsWith('.packs.json') ? world.endless() : undefined);
      });
      return `${answer}, read ${world.sent > 2 * 1024 * 1024 ? 'much' : 'little'}`;
    },
  },
  {
    ...LARGE,
    name: 'a catalog that names a listing longer than one may be, signed',
    want: 'edition 1, malformed',
    run: async (world) =>
      await after(world, (harbour) =>
        publishCatalog(harbour, ({ listing }) => ({ listing: { ...listing, bytes: 1024 * 1024 } })),
      ),
  },
  {
    ...LARGE,
    name: 'a listing that a mirror has not got',
    want: 'edition 1, absent',
    run: async (world) => await after(world, (harbour) => harbour.files.delete(pathIn(harbour))),
  },
  {
    ...LARGE,
    name: 'a catalog that has fewer editions than packs, signed',
    want: 'edition 1, malformed',
    run: async (world) =>
      await after(world, (harbour) =>
        publishCatalog(harbour, ({ packs }) => ({
          packs: { ...packs, editions: packs.editions.slice(1) },
        })),
      ),
  },
  {
    ...LARGE,
    name: 'a large catalog that has a pack twice, signed',
    want: 'edition 1, malformed',
    run: async (world) =>
      await after(world, (harbour) =>
        publishCatalog(harbour, ({ packs }) => ({
          packs: { ...packs, names: packs.names.map((each, at) => packs.names[at - 1] ?? each) },
        })),
      ),
  },
  {
    name: 'a listing altered by a mirror, before the yes',
    isLarge: true,
    want: 'not-as-signed',
    guard: 'hashes',
    run: async (world) => await beforeYes(world, retitle),
  },
  {
    name: 'a listing with a pack more than its catalog, signed, before the yes',
    isLarge: true,
    want: 'not-as-signed',
    guard: 'listings',
    run: async (world) => await beforeYes(world, (harbour) => publishListing(harbour, onePackMore)),
  },
];
