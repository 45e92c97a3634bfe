import { browser } from 'wxt/browser';
import { sitePattern } from './site-pattern';

/** What is done on a schedule, and how long to wait; times in milliseconds. */
export type SyncRounds = {
  readonly run: (errand: { readonly isRecallsOnly: boolean }) => Promise<unknown>;
  /** When something that failed is to be tried again; undefined where nothing failed. */
  readonly retryAt: () => Promise<number | undefined>;
  readonly pause: (look: 'first' | 'next' | 'recalls') => number;
  /** Whether the reader wants no updates at all for now. */
  readonly isPaused: () => Promise<boolean>;
  readonly now: () => number;
};

const ALL = 'sync';
const RECALLS = 'sync-recalls';

/**
 * Looks for new editions about once a day and for recalls about every eight hours, at moments that
 * have nothing to do with what is read. Every alarm is set before its work, so that a background that
 * is ended in the middle wakes again.
 */
export function scheduleSync(rounds: SyncRounds): void {
  // An alarm that rings is gone, and waking for it begins anew: the round then sets it as it should be.
  const begun = begin(rounds);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALL && name !== RECALLS) return;
    void begun.then(async () => await goRound(name, rounds)).catch(() => undefined);
  });
}

/** The background starts often; an alarm that is set stays as it is. */
async function begin({ pause, now }: SyncRounds): Promise<void> {
  for (const name of [ALL, RECALLS]) {
    if (await browser.alarms.get(name)) continue;
    await browser.alarms.create(name, { when: now() + pause('first') });
  }
}

async function goRound(name: typeof ALL | typeof RECALLS, rounds: SyncRounds): Promise<void> {
  const next = rounds.now() + rounds.pause(name === ALL ? 'next' : 'recalls');
  await browser.alarms.create(name, { when: next });
  if (await rounds.isPaused()) return;
  await rounds.run({ isRecallsOnly: name === RECALLS || isMetered() });
  const retry = await rounds.retryAt();
  if (name === ALL && retry !== undefined && retry < next) {
    await browser.alarms.create(ALL, { when: Math.max(retry, rounds.now() + MINUTE_MS) });
  }
}

const MINUTE_MS = 60_000;

/** Whether bytes are dear here, where the browser tells (Network Information API; Chromium alone). */
function isMetered(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  if (typeof connection !== 'object' || connection === null) return false;
  return (
    Reflect.get(connection, 'saveData') === true || Reflect.get(connection, 'type') === 'cellular'
  );
}

/** Whether the browser lets us fetch from an address whatever its host says. */
export async function mayFetch(url: string): Promise<boolean> {
  return await browser.permissions.contains({ origins: [sitePattern(url)] });
}
