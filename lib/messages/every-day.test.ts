import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { everyDay } from './every-day';

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
