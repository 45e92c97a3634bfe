import type { Page } from 'puppeteer-core';
import { toLibraryFile } from '@/lib/collections/library-file';
import { findBrowser, type Kind, KINDS, launch, type Session } from '@/test/support/browsers';
import { chooseFiles, press } from '@/test/support/library-pages';
import { openSurface } from '@/test/support/surfaces';
import { serveWeb } from '@/test/support/web';
import { inventedClaim, inventedQueries } from './invented-library';
import type { BenchRow } from './row';

const ITEMS = 100_000;
const IMPORTED = 10_000;
/** No file that is taken in may be larger than 50 MB. */
const A_FILE = 45_000;
const PATIENT = { timeout: 300_000, polling: 20 } as const;

/** The library page as built, over 10^5 items, in each browser that is installed. */
export async function benchLibraryInBrowsers(): Promise<BenchRow[]> {
  const web = await serveWeb(() => undefined);
  const rows: BenchRow[] = [];
  for (const kind of KINDS) {
    if (!findBrowser(kind)) continue;
    const session = await launch(kind, { proxyPort: web.port, patience: PATIENT.timeout });
    try {
      rows.push(...(await benchIn(session, kind)));
    } finally {
      await session.close();
    }
  }
  await web.close();
  return rows;
}

async function benchIn(session: Session, kind: Kind): Promise<BenchRow[]> {
  const row = (measure: string, ours: number, goal: string): BenchRow => ({
    bench: 'library',
    measure: `${kind}: ${measure}`,
    ours,
    goal,
    peers: '',
  });
  const importing = await importTime(session, [itemsOf(0, IMPORTED)]);
  const rest = [];
  for (let from = IMPORTED; from < ITEMS; from += A_FILE) rest.push(itemsOf(from, A_FILE));
  const filling = await importTime(session, rest);
  const page = await openSurface(session, 'library.html');
  const opening = await openingTimes(page);
  const searches = await searchTimes(page);
  const exporting = await exportTime(page);
  await page.close();
  return [
    row('import of 10^4 items, s', importing / 1000, '≤ 5'),
    row('import of 9 × 10^4 more, s', filling / 1000, ''),
    row('opening at 10^5 items, first list, s', opening.list / 1000, ''),
    row('opening at 10^5 items, interactive, s', opening.interactive / 1000, '≤ 1'),
    row('opening at 10^5 items, all searchable, s', opening.searchable / 1000, ''),
    row('opening at 10^5 items, longest task, ms', opening.longest, ''),
    row('search at 10^5 items, p50 ms', searches[Math.floor(searches.length / 2)] ?? 0, ''),
    row('search at 10^5 items, p95 ms', searches[Math.floor(searches.length * 0.95)] ?? 0, '≤ 50'),
    row('export of 10^5 items, s', exporting / 1000, ''),
  ];
}

function itemsOf(from: number, count: number): string {
  const items = Array.from({ length: count }, (_each, index) => inventedClaim(from + index));
  return toLibraryFile({ items, collections: [] }, 0);
}

/** From the choice of the files to their preview, and from the press to the end; not what lies between. */
async function importTime(session: Session, files: readonly string[]): Promise<number> {
  const page = await openSurface(session, 'library.html#in-and-out');
  await ready(page);
  const named = files.map((text, index) => ({ name: `${index}.json`, text }));
  await chooseFiles(page, 'Choose a file', named);
  await page.waitForFunction(() => document.querySelector('.preview'), PATIENT);
  const reading = await page.evaluate(
    () => performance.now() - Number(Reflect.get(window, 'chosenAt')),
  );
  await page.evaluate(() => {
    document
      .querySelector('.preview')
      ?.addEventListener('click', () => Reflect.set(window, 'pressedAt', performance.now()), {
        capture: true,
      });
    new MutationObserver((_changes, watching) => {
      if (!document.querySelector('.told-bar')?.textContent.includes('Taken in')) return;
      Reflect.set(window, 'takenAt', performance.now());
      watching.disconnect();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await press(page, 'Take it in');
  await page.waitForFunction(() => Reflect.has(window, 'takenAt'), PATIENT);
  const taking = await page.evaluate(
    () => Number(Reflect.get(window, 'takenAt')) - Number(Reflect.get(window, 'pressedAt')),
  );
  await page.close();
  return reading + taking;
}

async function ready(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector('nav')?.textContent.includes('…') && document.querySelector('main'),
    PATIENT,
  );
}

type Opening = {
  readonly list: number;
  readonly interactive: number;
  readonly searchable: number;
  readonly longest: number;
};

/**
 * Opens the page anew. Interactive: from when on a key pressed in the search is drawn at once, however
 * much is still being read behind it.
 */
async function openingTimes(page: Page): Promise<Opening> {
  await page.evaluate(() => location.reload()).catch(() => undefined);
  await page.waitForFunction(() => document.querySelector('.item-row .main'), PATIENT);
  return await page.evaluate(async () => {
    const list = performance.now();
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- all of this travels into the page
    const frame = async (): Promise<number> =>
      await new Promise((done) => {
        requestAnimationFrame(() => setTimeout(() => done(performance.now())));
      });
    let interactive: number | undefined;
    let longest = 0;
    let before = await frame();
    for (;;) {
      const now = await frame();
      const gap = now - before;
      longest = Math.max(longest, gap);
      if (gap < 100) interactive ??= now;
      before = now;
      const count = document.querySelector('.tools .count output')?.textContent ?? '';
      if (/^\d/u.test(count))
        return { list, interactive: interactive ?? now, searchable: now, longest };
    }
  });
}

/** From each key in the search to the list that is drawn for it. */
async function searchTimes(page: Page): Promise<number[]> {
  return await page.evaluate(async (queries) => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) throw new Error('There is no search.');
    const times: number[] = [];
    for (const text of queries) {
      const began = performance.now();
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((done) => {
        requestAnimationFrame(() => setTimeout(done));
      });
      times.push(performance.now() - began);
    }
    field.value = '';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return times.toSorted((a, b) => a - b);
  }, inventedQueries(200));
}

/** From the press to the last of the files. */
async function exportTime(page: Page): Promise<number> {
  await press(page, 'In and out');
  await page.evaluate(() => {
    HTMLAnchorElement.prototype.click = () => Reflect.set(window, 'madeAt', performance.now());
    document.addEventListener('click', () => Reflect.set(window, 'pressedAt', performance.now()), {
      capture: true,
    });
  });
  await press(page, 'On Record library (JSON)');
  await page.waitForFunction(() => Reflect.has(window, 'madeAt'), PATIENT);
  return await page.evaluate(
    () => Number(Reflect.get(window, 'madeAt')) - Number(Reflect.get(window, 'pressedAt')),
  );
}
