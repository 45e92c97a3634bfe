import type { Page } from 'puppeteer-core';
import type { browser as WxtBrowser } from 'wxt/browser';
import type { SaveRequest } from '@/lib/reading/card-view';

/** What an invented reader has saved: every kind, some scripts, notes, tags, collections of two. */
const SAVED: readonly SaveRequest[] = [
  saved('claim', 'No fishing licence was refused last year for political reasons.', {
    speaker: 'Ada Marsh',
    note: 'Compare with the harbour board’s own list.\n\n- page 4\n- page 9',
    tags: ['fishing', 'licences'],
    newCollection: 'Harbour licences',
  }),
  saved('claim', 'The quay is open to every boat, and it will stay open.', {
    speaker: 'Bo Reed',
    tags: ['harbour'],
    newCollection: 'Harbour licences',
  }),
  saved('figure', '40 refused licences', { tags: ['fishing'], newCollection: 'Figures' }),
  saved('person', 'Ada Marsh', { newCollection: 'People of the harbour board' }),
  saved('organisation', 'Association of Small Boat Owners of the Outer Islands and the Sound', {
    note: 'Founded after the first winter in which boats were turned away.',
  }),
  saved('selection', 'បាននិយាយថា កំពង់ផែបើកសម្រាប់ទូកទាំងអស់', {
    tags: ['ខ្មែរ'],
    newCollection: 'កំណត់ត្រា',
  }),
  saved('page', undefined, { note: 'To read on Sunday.' }),
];

type More = Partial<Pick<SaveRequest, 'speaker' | 'note' | 'tags' | 'newCollection'>>;

// oxlint-disable-next-line max-params -- what is saved, its words, and the reader's labels
function saved(kind: SaveRequest['kind'], exact: string | undefined, more: More): SaveRequest {
  const around = { prefix: 'On Monday the minister said: ', suffix: ' The board did not answer.' };
  const target = {
    source: 'https://gazette.example/news/2026/harbour-minister-answers-boat-owners',
    title: 'Harbour minister answers boat owners after a winter of closed quays',
    publisher: 'The Gazette',
    published: '2026-03-02',
    lang: 'en',
    ...(exact === undefined ? {} : { quote: { exact, ...around } }),
  };
  return { kind, target, note: '', tags: [], collections: [], ...more };
}

/** Saves all this as cards and menus do. `own`: any page of the extension. */
export async function fillLibrary(own: Page): Promise<void> {
  for (const question of SAVED) {
    await own.evaluate(async (request) => {
      const { runtime } = Reflect.get(globalThis, 'chrome') as typeof WxtBrowser;
      await runtime.sendMessage({ onRecord: 'save', question: request });
    }, question);
  }
}
