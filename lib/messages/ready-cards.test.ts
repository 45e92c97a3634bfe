import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
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
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('begins after the page has had its answer', async () => {
  const tab = await openTab();
  const { getReady, begun } = desk();

  getReady(ARTICLE, tab);

  expect(begun).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(begun.map(({ opened }) => opened)).toEqual([ARTICLE]);
  expect(await begun[0]?.turns.isWanted()).toBe(true);
});

test('ends when its tab shows another page', async () => {
  const tab = await openTab();
  const { getReady, begun } = desk();
  getReady(ARTICLE, tab);
  await vi.advanceTimersByTimeAsync(200);

  await fakeBrowser.tabs.update(tab.id ?? -1, { url: 'https://news.example/b' });

  expect(await begun[0]?.turns.isWanted()).toBe(false);
});

test('ends when its tab is closed', async () => {
  const { getReady, begun } = desk();
  getReady(ARTICLE, await openTab());
  await vi.advanceTimersByTimeAsync(200);

  // As browsers answer for a tab that is gone.
  vi.spyOn(fakeBrowser.tabs, 'get').mockRejectedValue(new Error('No tab with id: 7.'));

  expect(await begun[0]?.turns.isWanted()).toBe(false);
});

test('ends for an article when another one is opened', async () => {
  const { getReady, begun } = desk();
  getReady(ARTICLE, await openTab());
  await vi.advanceTimersByTimeAsync(200);

  getReady(OTHER, await openTab());
  await vi.advanceTimersByTimeAsync(200);

  const wanted = await Promise.all(begun.map(async ({ turns }) => await turns.isWanted()));
  expect(wanted).toEqual([false, true]);
});

async function openTab(): Promise<Browser.tabs.Tab> {
  return await fakeBrowser.tabs.create({ url: 'https://news.example/a' });
}

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
