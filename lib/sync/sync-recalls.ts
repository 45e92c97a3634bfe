import { LIMITS } from '@/lib/dataset/limits';
import { parseRecalls, type Recalls } from '@/lib/dataset/recalls';
import {
  type Kept,
  RECALLS_FOLDER,
  RECALLS_ROOT_TARGET,
  RECALLS_TARGET,
} from '@/lib/dataset/signed-paths';
import { good, type Result } from '@/lib/result';
import { mirror } from './mirror';
import { repositoryOf } from './open-repository';
import type { SyncProblem } from './read-edition';
import type { SyncOffice } from './sync-office';
import type { Subscription } from './sync-store';
import { readSignedFile, readTarget, type Refreshed, refresh } from './tuf-refresh';
import type { Repository } from './tuf-repository';
import { refuse } from './tuf-root';

/** `mayWait`: those that were read once are left for their own hour. */
type Wanted = Pick<Refreshed, 'targets'> & { readonly dataset: string; readonly mayWait: boolean };

/**
 * Looks only for records that the publisher wants hidden, from one mirror at random; a failure is for
 * the next time.
 */
export async function syncRecallsOf(
  { id: dataset, urls }: Subscription,
  office: SyncOffice,
): Promise<void> {
  const url = urls[Math.floor(office.random() * urls.length)];
  if (url === undefined) return;
  const host = mirror(url, office.fetch, office.guards);
  const repository = await repositoryOf(host, { dataset, folder: '' }, office);
  // Without the recalls' own root there was no whole sync yet, which brings it.
  await syncRecalls(repository, { dataset, targets: {}, mayWait: false }, office);
}

/**
 * Applies the dataset's recalls: a repository of its own, whose first root the dataset signs, and
 * which can do nothing but hide.
 */
export async function syncRecalls(
  { host }: Pick<Repository, 'host'>,
  { dataset, targets, mayWait }: Wanted,
  office: SyncOffice,
): Promise<Result<number, SyncProblem>> {
  const anchor = targets[RECALLS_ROOT_TARGET];
  const kept = await office.store.metadata(dataset, RECALLS_FOLDER);
  if (mayWait && kept.has('file')) return good(0);
  const trusted = new Map<Kept, Uint8Array>(kept);
  if (!anchor && !trusted.has('root')) return good(0);
  const own = await repositoryOf(host, { dataset, folder: RECALLS_FOLDER }, office);
  if (anchor && !trusted.has('root')) {
    const file = { name: RECALLS_ROOT_TARGET, target: anchor };
    const first = await readTarget({ ...own, folder: '' }, file, LIMITS.root);
    if (!first.ok) return first;
    trusted.set('root', first.value);
    await own.keep(new Map([['root', first.value]]));
  }
  const recalls = await readRecalls({ ...own, trusted }, dataset);
  if (!recalls.ok) return recalls;
  await office.store.keepRecalls(recalls.value);
  return good(recalls.value.recalls.length);
}

async function readRecalls(
  repository: Repository,
  dataset: string,
): Promise<Result<Recalls, SyncProblem>> {
  const refreshed = await refresh(repository);
  if (!refreshed.ok) return refreshed;
  const target = refreshed.value.targets[RECALLS_TARGET];
  if (!target) return refuse('not-as-signed', RECALLS_TARGET);
  const file = { name: RECALLS_TARGET, target };
  const bytes = await readSignedFile(repository, file, LIMITS.recallsBytes);
  if (!bytes.ok) return bytes;
  const recalls = parseRecalls(bytes.value, dataset);
  return recalls.ok ? recalls : refuse('malformed', RECALLS_TARGET);
}
