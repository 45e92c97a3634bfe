import { toBase64 } from './base64';
import { hexOf, jsonBytes } from './build-pack';
import {
  type Catalog,
  type LargeCatalog,
  type ListedPack,
  type Listing,
  listingPath,
  type PackEntry,
  parseCatalog,
  parseListing,
  type SmallCatalog,
} from './manifest';
import type { Sha256 } from './published-id';

/** Up to so many packs a catalog stays one file: by then it weighs, packed, about 2 kB. */
export const PACKS_IN_SMALL = 32;

/** `catalog.json` and, where there are many packs, its listing before it; paths and bytes. */
export function catalogFiles(
  catalog: SmallCatalog,
  sha256: Sha256,
): ReadonlyMap<string, Uint8Array> {
  const isSmall = catalog.packs.length <= PACKS_IN_SMALL;
  return isSmall ? new Map([['catalog.json', jsonBytes(catalog)]]) : filesOfLarge(catalog, sha256);
}

function filesOfLarge(
  { packs, ...facts }: SmallCatalog,
  sha256: Sha256,
): ReadonlyMap<string, Uint8Array> {
  // Names are ASCII: this is the order in which readers compare them too.
  const entries = packs.toSorted((a, b) => (a.pack < b.pack ? -1 : 1));
  const { dataset, edition } = facts;
  const listing = jsonBytes({ format: 1, dataset, edition, packs: entries.map(asListed) });
  const hash = hexOf(sha256(listing));
  const named = { sha256: hash, bytes: listing.length };
  const catalog = jsonBytes({ ...facts, format: 2, packs: columnsOf(entries), listing: named });
  if (!parseListing(listing).ok || !parseCatalog(catalog).ok) {
    throw new Error('readers would refuse a catalog of so many long titles');
  }
  return new Map([
    [listingPath(hash), listing],
    ['catalog.json', catalog],
  ]);
}

function asListed({ pack, title, langs, countries, bytes, counts }: PackEntry): ListedPack {
  return { pack, title, langs, ...(countries && { countries }), bytes, counts };
}

function columnsOf(packs: readonly PackEntry[]): Readonly<Record<string, unknown>> {
  const hashes = packs.flatMap(({ manifest }) => bytesOfHex(manifest.sha256));
  return {
    names: packs.map(({ pack }) => pack),
    editions: packs.map(({ edition }) => edition),
    bytes: packs.map(({ manifest }) => manifest.bytes),
    sha256: toBase64(Uint8Array.from(hashes)),
  };
}

function bytesOfHex(hex: string): number[] {
  return (hex.match(/../gu) ?? []).map((byte) => Number.parseInt(byte, 16));
}

/** Whether a listing is that of a catalog: of its dataset, of no later edition, each pack once. */
export function isListingOf({ dataset, edition, packs }: LargeCatalog, listing: Listing): boolean {
  return (
    listing.dataset === dataset &&
    listing.edition <= edition &&
    listing.packs.length === packs.length &&
    listing.packs.every(({ pack }, at) => pack === packs[at]?.pack)
  );
}

/**
 * The packs of a catalog as far as they can be shown: of a large one those that the kept listing, which
 * may be older, says something about. To be shown, not to be fetched by.
 */
export function packsToShow(catalog: Catalog, kept: Uint8Array | undefined): readonly ListedPack[] {
  if (catalog.format === 1) return catalog.packs;
  const listing = kept && parseListing(kept);
  const names = new Set(catalog.packs.map(({ pack }) => pack));
  return listing?.ok === true ? listing.value.packs.filter(({ pack }) => names.has(pack)) : [];
}
