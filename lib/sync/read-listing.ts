import { isListingOf } from '@/lib/dataset/listing';
import {
  type Catalog,
  type LargeCatalog,
  type ListedPack,
  listingPath,
  parseListing,
} from '@/lib/dataset/manifest';
import { bad, good, type Result } from '@/lib/result';
import { sha256Hex } from './hash';
import type { SyncProblem } from './read-edition';
import type { Repository } from './tuf-repository';
import { METADATA_MS, notFetched } from './tuf-root';

/** What the packs of a catalog are chosen by. A listing is kept, and not fetched again where it is. */
export async function readListing(
  repository: Repository,
  catalog: Catalog,
): Promise<Result<readonly ListedPack[], SyncProblem>> {
  if (catalog.format === 1) return good(catalog.packs);
  const where = listingPath(catalog.listing.sha256);
  const bytes = await listingBytes(repository, catalog.listing);
  if (!bytes.ok) return bytes;
  const listing = parseListing(bytes.value);
  if (!listing.ok) return bad({ kind: listing.problem, where });
  const fits = !repository.guards.listings || isListingOf(catalog, listing.value);
  if (!fits) return bad({ kind: 'contradictory', where });
  if (bytes.value !== repository.trusted.get('listing')) {
    await repository.keep(new Map([['listing', bytes.value]]));
  }
  return good(listing.value.packs);
}

type ListingRef = LargeCatalog['listing'];

/** From what is kept, where that is still what it was; else from the host. */
async function listingBytes(
  { host, guards, trusted }: Repository,
  ref: ListingRef,
): Promise<Result<Uint8Array, SyncProblem>> {
  const kept = trusted.get('listing');
  if (kept && (await isNamed(kept, ref))) return good(kept);
  const where = listingPath(ref.sha256);
  const read = await host.read(where, { most: ref.bytes, within: METADATA_MS });
  if (!read.ok) return notFetched(read.problem);
  const isRight = !guards.hashes || (await isNamed(read.value, ref));
  return isRight ? read : bad({ kind: 'damaged', where });
}

async function isNamed(bytes: Uint8Array, { sha256, bytes: length }: ListingRef): Promise<boolean> {
  return bytes.length === length && (await sha256Hex(bytes)) === sha256;
}
