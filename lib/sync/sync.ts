import type { Host } from './host';
import { type Outcome, syncDataset, syncFrom } from './sync-dataset';
import { syncRecallsOf } from './sync-recalls';
import type { SyncProblem } from './read-edition';
import type { SyncOffice } from './sync-office';
import type { Subscription } from './sync-store';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const BACKOFF_MS = 15 * MINUTE_MS;
const LOCK = 'dataset-sync';

/** What came of each dataset that was due; `busy` where another context of the profile is at it. */
export type SyncReport = 'busy' | ReadonlyMap<string, Outcome>;

/** What a run is for. */
export type Errand = {
  /** The reader asked: then a pause after failures does not count. */
  readonly isAsked?: boolean;
  /** Only this dataset; one that is paused is looked at when it is named. */
  readonly only?: string;
  /** Only the lists of recalled records, which are small. */
  readonly isRecallsOnly?: boolean;
  /** A file that was handed over, in place of the mirrors of `only`. */
  readonly host?: Host;
};

/**
 * Brings every dataset that is due up to date. One job at a time in the whole browser profile: the
 * lock dies with its context, so a worker that is ended leaves none behind.
 */
export async function syncAll(
  office: SyncOffice,
  locks: Pick<LockManager, 'request'>,
  errand: Errand = {},
): Promise<SyncReport> {
  return await locks.request(LOCK, { ifAvailable: true }, async (lock): Promise<SyncReport> => {
    if (!lock) return 'busy';
    const outcomes = new Map<string, Outcome>();
    for (const subscription of await office.store.subscriptions()) {
      if (isLeftOut(subscription, errand)) continue;
      if (errand.isRecallsOnly === true) {
        await syncRecallsOf(subscription, office);
        continue;
      }
      if (errand.isAsked !== true && !(await isDue(subscription, office))) continue;
      outcomes.set(subscription.id, await syncOne(subscription, office, errand));
      if (office.signal?.aborted === true) break;
    }
    return outcomes;
  });
}

function isLeftOut({ id, urls, paused = false }: Subscription, { only, host }: Errand): boolean {
  if (urls.length === 0 && !host) return true;
  return only === undefined ? paused : only !== id;
}

async function isDue({ id }: Subscription, { store, now }: SyncOffice): Promise<boolean> {
  return ((await store.job(id))?.nextAt ?? 0) <= now();
}

async function syncOne(
  subscription: Subscription,
  office: SyncOffice,
  errand: Errand,
): Promise<Outcome> {
  const { store, now } = office;
  const { id } = subscription;
  const before = (await store.job(id))?.attempts ?? 0;
  const isAsked = errand.isAsked === true;
  // After a failure everything is looked at again, the recalls too.
  const isQuick = !isAsked && before === 0;
  const ended = errand.host
    ? await syncFrom({ host: errand.host, isAsked }, subscription, office)
    : await syncDataset(subscription, office, { isQuick, isAsked });
  const isStopped = ended.kind === 'failed' && office.signal?.aborted === true;
  const outcome: Outcome = isStopped ? { kind: 'stopped' } : ended;
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

/**
 * How long until the first look after a start (1 to 30 minutes), between looks for new editions
 * (24 h ± 4 h), and between looks for recalls alone (8 h ± 1 h).
 */
export function pauseBefore(
  look: 'first' | 'next' | 'recalls',
  { random }: Pick<SyncOffice, 'random'>,
): number {
  switch (look) {
    case 'first':
      return (1 + 29 * random()) * MINUTE_MS;
    case 'next':
      return (20 + 8 * random()) * HOUR_MS;
    case 'recalls':
      return (7 + 2 * random()) * HOUR_MS;
  }
}

/** One word, which the Sources page turns into a sentence. */
function wordOf(outcome: Outcome): string {
  return outcome.kind === 'failed' ? nameOf(outcome.problem) : outcome.kind;
}

/** One word for a problem. */
export function nameOf(problem: SyncProblem): string {
  return problem.kind === 'not-fetched' ? problem.fetch.kind : problem.kind;
}
