import { LIMITS } from '@/lib/dataset/limits';
import type { Catalog, ObjectRef } from '@/lib/dataset/manifest';
import { bad, good, type Result } from '@/lib/result';
import type { Host } from './host';
import { mirror } from './mirror';
import { repositoryOf } from './open-repository';
import {
  bytesOf,
  fetchObjects,
  isTurnedBack,
  packsBehind,
  readCatalog,
  readManifest,
  retryOf,
  type SyncProblem,
  type TrustedManifest,
} from './read-edition';
import { readListing } from './read-listing';
import type { SyncOffice } from './sync-office';
import { syncRecalls } from './sync-recalls';
import type { PreparedPack, Subscription } from './sync-store';
import { refresh } from './tuf-refresh';
import type { Repository } from './tuf-repository';

/** What came of a look for something newer. */
export type Outcome =
  | { readonly kind: 'current' }
  | { readonly kind: 'updated'; readonly edition: number }
  /** There is no room for so many bytes more. */
  | { readonly kind: 'full'; readonly bytes: number }
  /** The reader stopped it; what was fetched is kept. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly problem: SyncProblem; readonly retryMs?: number };

const MOST_MIRRORS = 3;
/** Indexed and read, an object takes more room than its bytes. */
const ROOM = 2.5;

/** How a look is done. */
type Manner = {
  /** Recalls that were read once may wait for their own hour. */
  readonly isQuick?: boolean;
  /** Somebody is before the page of sources, which offers all packs: they are listed anew. */
  readonly isAsked?: boolean;
};
type Place = Manner & { readonly host: Host };

/**
 * Brings one dataset up to date from one of its mirrors, in random order. Until the last step, one
 * transaction, nothing changes that readers see; after any failure what was fetched is kept.
 */
export async function syncDataset(
  subscription: Subscription,
  office: SyncOffice,
  manner: Manner = {},
): Promise<Outcome> {
  const mirrors = subscription.urls
    .map((url) => ({ url, at: office.random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, MOST_MIRRORS);
  let outcome: Outcome = { kind: 'current' };
  for (const { url } of mirrors) {
    const host = mirror(url, office.fetch, office.guards);
    outcome = await syncFrom({ ...manner, host }, subscription, office);
    if (outcome.kind !== 'failed' || office.signal?.aborted === true) break;
  }
  return outcome;
}

/** The same from one host, which may be a file that somebody handed over. */
export async function syncFrom(
  { host, isQuick = false, isAsked = false }: Place,
  subscription: Subscription,
  office: SyncOffice,
): Promise<Outcome> {
  const repository = await repositoryOf(host, { dataset: subscription.id, folder: '' }, office);
  const refreshed = await refresh(repository);
  if (!refreshed.ok) return failed(refreshed.problem);
  const { isNew } = refreshed.value;
  if (!isNew && !office.guards.editions) return { kind: 'current' };
  const dataset = subscription.id;
  const catalog = await readCatalog(repository, refreshed.value, dataset);
  const listed = isAsked ? await withListing(repository, catalog) : catalog;
  const recalls = { dataset, ...refreshed.value, mayWait: isQuick };
  const recalled = await syncRecalls(repository, recalls, office);
  if (!listed.ok) return failed(listed.problem);
  const outcome = await takeEdition(repository, { subscription, catalog: listed.value }, office);
  return outcome.kind !== 'failed' && !recalled.ok ? failed(recalled.problem) : outcome;
}

/** The same catalog, when its listing is kept for the page of sources. */
async function withListing(
  repository: Repository,
  catalog: Result<Catalog, SyncProblem>,
): Promise<Result<Catalog, SyncProblem>> {
  const listed = catalog.ok ? await readListing(repository, catalog.value) : catalog;
  return listed.ok ? catalog : listed;
}

type Offer = { readonly subscription: Subscription; readonly catalog: Catalog };

async function takeEdition(
  repository: Repository,
  { subscription, catalog }: Offer,
  office: SyncOffice,
): Promise<Outcome> {
  if (repository.guards.versions && isTurnedBack(subscription, catalog)) {
    return failed({ kind: 'older', where: 'catalog.json' });
  }
  const behind = packsBehind(subscription, catalog);
  if (behind.length === 0) return { kind: 'current' };
  const manifests = await eachOf(
    behind,
    async (entry) => await readManifest(repository, catalog, entry),
  );
  if (!manifests.ok) return failed(manifests.problem);
  const held = subscription.packs.filter(({ pack }) => !behind.some((each) => each.pack === pack));
  const beside = held.reduce((sum, { bytes }) => sum + bytes, 0);
  if (bytesOf(manifests.value) + beside > (await mostBytes(subscription, office))) {
    return failed({ kind: 'over-limit', where: 'bytes' });
  }
  const missing = await missingOf(manifests.value, office);
  if (!missing.ok) return failed(missing.problem);
  const lacking = await lackingRoom(missing.value, office);
  if (lacking > 0) return { kind: 'full', bytes: lacking };
  const fetched = await fetchObjects(repository, missing.value, office);
  if (!fetched.ok) return failed(fetched.problem);
  return await switchTo(catalog, manifests.value, office);
}

/** What a dataset may take: its own limit, and what others left of the limit for all together. */
async function mostBytes({ id, trust }: Subscription, { store }: SyncOffice): Promise<number> {
  const left = LIMITS.allBytes - (await store.bytesBeside(id));
  return trust === 'built-in' ? left : Math.min(left, LIMITS.subscriptionBytes);
}

async function switchTo(
  catalog: Catalog,
  manifests: readonly TrustedManifest[],
  { store, now, signal }: SyncOffice,
): Promise<Outcome> {
  const at = now();
  const prepared = await eachOf<TrustedManifest, PreparedPack>(
    manifests,
    async (trusted) => await store.prepare(trusted, at),
  );
  if (!prepared.ok) return failed(prepared.problem);
  if (signal?.aborted === true) return { kind: 'stopped' };
  await store.switchTo(catalog, prepared.value, at);
  await store.prune(at);
  return { kind: 'updated', edition: catalog.edition };
}

async function missingOf(
  manifests: readonly TrustedManifest[],
  { store }: SyncOffice,
): Promise<Result<readonly ObjectRef[], SyncProblem>> {
  const lists = await eachOf<TrustedManifest, readonly ObjectRef[]>(
    manifests,
    async ({ manifest }) => await store.missing(manifest),
  );
  return lists.ok ? good(lists.value.flat()) : lists;
}

/** How many bytes are too few; 0 where there is room, or where the browser does not tell. */
async function lackingRoom(objects: readonly ObjectRef[], { room }: SyncOffice): Promise<number> {
  const wanted = ROOM * objects.reduce((sum, { raw }) => sum + raw, 0);
  const { usage = 0, quota = Infinity } = await room();
  return Math.max(0, Math.ceil(wanted - (quota - usage)));
}

async function eachOf<T, Value>(
  items: readonly T[],
  step: (item: T) => Promise<Result<Value, SyncProblem>>,
): Promise<Result<readonly Value[], SyncProblem>> {
  const values: Value[] = [];
  for (const item of items) {
    const value = await step(item);
    if (!value.ok) return bad(value.problem);
    values.push(value.value);
  }
  return good(values);
}

function failed(problem: SyncProblem): Outcome {
  const retryMs = retryOf(problem);
  return { kind: 'failed', problem, ...(retryMs !== undefined && { retryMs }) };
}
