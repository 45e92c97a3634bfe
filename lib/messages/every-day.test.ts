import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { everyDay, everyHour } from './every-day';

beforeEach(() => {
  fakeBrowser.reset();
});

test('sets its alarm once, and leaves one that is set as it is', async () => {
  everyDay('back-up', vi.fn<() => Promise<void>>());
  await vi.waitFor(async () => expect(await fakeBrowser.alarms.get('back-up')).toBeTruthy());
  const create = vi.spyOn(fakeBrowser.alarms, 'create');

  everyDay('back-up', vi.fn<() => Promise<void>>());
  await fakeBrowser.alarms.get('back-up');

  expect(create).not.toHaveBeenCalled();
});

test('does by the hour what is to be done by the hour', async () => {
  const work = vi.fn<() => Promise<void>>().mockRejectedValue(new Error('offline'));
  everyHour('devices', work);
  await vi.waitFor(async () => expect(await fakeBrowser.alarms.get('devices')).toBeTruthy());

  const alarm = await fakeBrowser.alarms.get('devices');
  await fakeBrowser.alarms.onAlarm.trigger({
    name: 'devices',
    scheduledTime: 0,
    persistAcrossSessions: false,
  });

  expect(alarm?.periodInMinutes).toBe(60);
  expect(work).toHaveBeenCalledOnce();
});
