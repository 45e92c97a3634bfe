import { browser } from 'wxt/browser';

const MINUTES = { day: 24 * 60, hour: 60 } as const;

/**
 * Does something once a day while the browser runs, also when the background sleeps in between. A
 * failure is for the next day; what the reader has is as it was.
 */
export function everyDay(name: string, work: () => Promise<void>): void {
  every('day', name, work);
}

/** The same, once an hour. */
export function everyHour(name: string, work: () => Promise<void>): void {
  every('hour', name, work);
}

// oxlint-disable-next-line max-params -- how often, what, and what it is called
function every(span: keyof typeof MINUTES, name: string, work: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) void work().catch(() => undefined);
  });
  void setAlarm(name, MINUTES[span]);
}

/** An alarm that is set again would begin its time anew at every start of the background. */
async function setAlarm(name: string, periodInMinutes: number): Promise<void> {
  if (await browser.alarms.get(name)) return;
  await browser.alarms.create(name, {
    delayInMinutes: Math.min(30, periodInMinutes / 4),
    periodInMinutes,
  });
}
