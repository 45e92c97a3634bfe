import { browser } from 'wxt/browser';

const DAY_MINUTES = 24 * 60;

/**
 * Does something once a day while the browser runs, also when the background sleeps in between. A
 * failure is for the next day; what the reader has is as it was.
 */
export function everyDay(name: string, work: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) void work().catch(() => undefined);
  });
  void setAlarm(name);
}

/** An alarm that is set again would begin its day anew at every start of the background. */
async function setAlarm(name: string): Promise<void> {
  if (await browser.alarms.get(name)) return;
  await browser.alarms.create(name, { delayInMinutes: 30, periodInMinutes: DAY_MINUTES });
}
