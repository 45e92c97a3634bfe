import { type Outcome, syncDataset } from './sync-dataset';
import type { SyncOffice } from './sync-office';
import type { Subscription } from './sync-store';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const BACKOFF_MS = 15 * MINUTE_MS;
const LOCK = 'dataset-sync';

/** What came of each dataset that was due; `busy` where another context of the profile is at it. */
export type SyncReport = 'busy' | ReadonlyMap<string, Outcome>;

/**
 * Brings every dataset that is due up to date. One job at a time in the whole browser profile: the
 * lock dies with its context, so a worker that is ended leaves none behind.
 * @param isAsked whether the reader asked: then a pause after failures does not count
 */
export async function syncAll(
  office: SyncOffice,
  locks: Pick<LockManager, 'request'>,
  isAsked = false,
): Promise<SyncReport> {
  return await locks.request(LOCK, { ifAvailable: true }, async (lock): Promise<SyncReport> => {
    if (!lock) return 'busy';
    const outcomes = new Map<string, Outcome>();
    for (const subscription of await office.store.subscriptions()) {
      if (subscription.urls.length === 0) continue;
      if (!isAsked && !(await isDue(subscription, office))) continue;
      outcomes.set(subscription.id, await syncOne(subscription, office));
    }
    return outcomes;
  });
}

async function isDue({ id }: Subscription, { store, now }: SyncOffice): Promise<boolean> {
  return ((await store.job(id))?.nextAt ?? 0) <= now();
}

async function syncOne(subscription: Subscription, office: SyncOffice): Promise<Outcome> {
  const { store, now } = office;
  const { id } = subscription;
  const outcome = await syncDataset(subscription, office);
  const before = (await store.job(id))?.attempts ?? 0;
  const attempts = outcome.kind === 'failed' ? before + 1 : 0;
  const pause = outcome.kind === 'failed' ? backoff(attempts, outcome.retryMs, office) : 0;
  await store.keepJob({ id, state: outcome.kind, attempts, nextAt: now() + pause });
  await store.note(id, { at: now(), outcome: wordOf(outcome) });
  return outcome;
}

/** 15 minutes, doubled each time, up to a day, a fifth more or less; longer where the host asks. */
export function backoff(
  attempts: number,
  retryMs: number | undefined,
  { random }: Pick<SyncOffice, 'random'>,
): number {
  const pause = Math.min(BACKOFF_MS * 2 ** (attempts - 1), 24 * HOUR_MS);
  return Math.max(retryMs ?? 0, pause * (0.8 + 0.4 * random()));
}

/** How long until the first look after a start (1 to 30 minutes), and between looks (24 h ± 4 h). */
export function pauseBefore(
  look: 'first' | 'next',
  { random }: Pick<SyncOffice, 'random'>,
): number {
  return look === 'first' ? (1 + 29 * random()) * MINUTE_MS : (20 + 8 * random()) * HOUR_MS;
}

/** One word, which the Sources page turns into a sentence. */
function wordOf(outcome: Outcome): string {
  if (outcome.kind !== 'failed') return outcome.kind;
  const { problem } = outcome;
  return problem.kind === 'not-fetched' ? problem.fetch.kind : problem.kind;
}
