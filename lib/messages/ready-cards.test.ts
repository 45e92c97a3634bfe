import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { articleFromText } from '@/lib/article/article';
import type { Opened, Turns } from '@/lib/reading/look-ahead';
import { readyCards } from './ready-cards';

const ARTICLE: Opened = { article: articleFromText('One line.'), findings: [] };
const OTHER: Opened = { article: articleFromText('Another line.'), findings: [] };

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('begins after the page has had its answer', async () => {
  const { getReady, begun } = desk();

  getReady(ARTICLE, 7);

  expect(begun).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(begun.map(({ opened }) => opened)).toEqual([ARTICLE]);
  expect(begun[0]?.turns.isWanted()).toBe(true);
});

test.for([
  { name: 'its tab is closed', tab: 7, wanted: false },
  { name: 'another tab is closed', tab: 8, wanted: true },
])('goes on or ends when $name', async ({ tab, wanted }) => {
  const { getReady, begun } = desk();
  getReady(ARTICLE, 7);
  await vi.advanceTimersByTimeAsync(200);

  await fakeBrowser.tabs.onRemoved.trigger(tab, { windowId: 1, isWindowClosing: false });

  expect(begun[0]?.turns.isWanted()).toBe(wanted);
});

test('ends for an article when another one is opened', async () => {
  const { getReady, begun } = desk();
  getReady(ARTICLE, 7);
  await vi.advanceTimersByTimeAsync(200);

  getReady(OTHER, 8);
  await vi.advanceTimersByTimeAsync(200);

  expect(begun.map(({ turns }) => turns.isWanted())).toEqual([false, true]);
});

type Begun = { readonly opened: Opened; readonly turns: Turns };

/** Work that goes on for as long as it is looked at. */
function desk(): {
  readonly getReady: ReturnType<typeof readyCards>;
  readonly begun: readonly Begun[];
} {
  const begun: Begun[] = [];
  const getReady = readyCards({
    getReady: async (opened, turns) => {
      begun.push({ opened, turns });
      await new Promise(() => undefined);
    },
  });
  return { getReady, begun };
}
