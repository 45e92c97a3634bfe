import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findBody } from '@/lib/article/find-body';
import { CardFrame } from '@/lib/page/card-frame';
import { watchPage } from '@/lib/page/life';
import type { Desk } from '@/lib/page/desk';
import { Session } from '@/lib/page/session';
import type { CardView } from '@/lib/reading/card-view';
import type { Finding } from '@/lib/reading/finding';
import type { PageState } from '@/lib/reading/page-state';
import { DEFAULT_SETTINGS } from '@/lib/settings';

declare const gc: (choice: { execution: 'async' }) => Promise<void>;

let end: AbortController;
let home: string;

beforeEach(() => {
  end = new AbortController();
  home = location.href;
  document.title = 'Ferry back in service';
  document.body.innerHTML = '<main id="root"></main>';
});

afterEach(() => {
  end.abort();
  document.body.replaceChildren();
  history.replaceState({}, '', home);
  window.scrollTo(0, 0);
});

const LINES = [
  'crossed the strait with 212 people on board, the harbour said on Monday morning.',
  'had been out of service since a storm in spring, when a crane fell on its bow.',
  'is the only way to the outer islands, where some nine hundred people live all year round.',
  'will cost the county four million a year, a third more than before the storm, it said.',
];

/** A whole article, in which the ferry with this name is the only name. */
function articleOn(ferry: string): Element {
  const article = document.createElement('article');
  article.innerHTML = `<h2>Ferry ${ferry} back in service after the storm</h2>${[
    ...LINES,
    ...LINES,
    ...LINES,
  ]
    .map((line) => `<p style="min-height:120px">The <b>${ferry}</b> ${line}</p>`)
    .join('')}`;
  return article;
}

function root(): Element {
  return document.querySelector('#root') ?? document.body;
}

type Background = {
  readonly desk: Desk;
  readonly annotated: string[];
  readonly reports: PageState[];
};

/** A background that finds each ferry once a paragraph, and has no cards. */
function background(): Background {
  const annotated: string[] = [];
  const reports: PageState[] = [];
  const desk: Desk = {
    findBody: async (question) => await Promise.resolve(findBody(question)),
    secondOpinion: async () => await Promise.resolve(undefined),
    annotate: async ({ article: { title, text } }) => {
      annotated.push(title);
      return await Promise.resolve({ findings: ferriesIn(text), damaged: false });
    },
    lookUp: async () => await Promise.reject(new Error('No card is asked for.')),
    card: async () => await Promise.reject(new Error('No card is asked for.')),
    styleFrames: () => undefined,
    report: (state) => reports.push(state),
  };
  return { desk, annotated, reports };
}

function ferriesIn(text: string): Finding[] {
  return [...text.matchAll(/(?<=\bThe )[A-Z]\w+/gu)].map(({ 0: name, index }, at) => ({
    id: `b${at}`,
    mark: 'organisation',
    annotation: {
      kind: 'mention',
      of: 'organisation',
      span: { start: index, end: index + name.length },
      name,
      entities: [],
    },
    weight: 'direct',
    label: name,
    inTitle: false,
  }));
}

/** Reads and marks at every wake, as the reader's script does. */
async function read({ desk }: Background): Promise<Session> {
  const session = new Session(desk, DEFAULT_SETTINGS, end.signal);
  const look = async (): Promise<void> => {
    await session.refresh();
    watching.follow(session.container());
  };
  const watching = watchPage(document, () => void look(), end.signal);
  await look();
  return session;
}

/** How many marks stand on each ferry. */
function marked(): Record<string, number> {
  const found: Record<string, number> = {};
  for (const range of CSS.highlights.get('or-2') ?? []) {
    const { startContainer: node, startOffset, endOffset } = range;
    if (!node.isConnected) continue;
    const words = (node.nodeValue ?? '').slice(startOffset, endOffset);
    found[words] = (found[words] ?? 0) + 1;
  }
  return found;
}

async function pause(ms: number): Promise<void> {
  await new Promise((done) => {
    setTimeout(done, ms);
  });
}

test('on an endless page an article keeps its marks when the reader goes on to the next', async () => {
  root().append(articleOn('Aurelia'));
  const { desk, annotated, reports } = background();
  await read({ desk, annotated, reports });
  expect(marked()).toEqual({ Aurelia: 12 });

  root().append(articleOn('Brisant'));
  document.querySelectorAll('article')[1]?.scrollIntoView();

  await expect.poll(marked, { timeout: 8000 }).toEqual({ Aurelia: 12, Brisant: 12 });
  expect(reports.at(-1)?.title).toContain('Brisant');
});

test('an article that the reader scrolls back to is known, and not examined again', async () => {
  root().append(articleOn('Aurelia'), articleOn('Brisant'));
  const { desk, annotated, reports } = background();
  const session = await read({ desk, annotated, reports });
  document.querySelectorAll('article')[1]?.scrollIntoView();
  await expect.poll(() => reports.at(-1)?.title, { timeout: 8000 }).toContain('Brisant');
  const examined = annotated.length;

  window.scrollTo(0, 0);

  await expect.poll(() => reports.at(-1)?.title, { timeout: 8000 }).toContain('Aurelia');
  expect(annotated.length).toBe(examined);
  expect(marked()).toEqual({ Aurelia: 12, Brisant: 12 });
  expect(session.findings()[0]?.label).toBe('Aurelia');
});

test('marks of an earlier article go when the page takes it away', async () => {
  root().append(articleOn('Aurelia'), articleOn('Brisant'));
  const { desk, annotated, reports } = background();
  await read({ desk, annotated, reports });
  document.querySelectorAll('article')[1]?.scrollIntoView();
  await expect.poll(() => reports.at(-1)?.title, { timeout: 8000 }).toContain('Brisant');

  root().replaceChildren(articleOn('Calypso'));

  await expect.poll(marked, { timeout: 8000 }).toEqual({ Calypso: 12 });
  const held = [...(CSS.highlights.get('or-2') ?? [])];
  expect(held.every(({ startContainer }) => startContainer.isConnected)).toBe(true);
});

test('after the end no mark is left of any article', async () => {
  root().append(articleOn('Aurelia'), articleOn('Brisant'));
  const { desk, annotated, reports } = background();
  await read({ desk, annotated, reports });
  document.querySelectorAll('article')[1]?.scrollIntoView();
  await expect.poll(() => reports.at(-1)?.title, { timeout: 8000 }).toContain('Brisant');

  end.abort();

  expect([...CSS.highlights.keys()].filter((name) => name.startsWith('or-'))).toEqual([]);
});

function viewOf(finding: Finding): CardView {
  return { finding } as unknown as CardView;
}

test('of two cards asked for in a row the last is shown, whichever comes first', async () => {
  root().append(articleOn('Aurora'));
  const { promise: late, resolve } = Promise.withResolvers<CardView>();
  const known = background();
  const desk: Desk = {
    ...known.desk,
    lookUp: async ({ finding }) => (finding.id === 'b0' ? await late : viewOf(finding)),
  };
  const shown = vi.spyOn(CardFrame.prototype, 'show').mockResolvedValue();
  const session = await read({ ...known, desk });
  const [first, second] = session.findings();
  if (!first || !second) throw new Error('The ferry is named more than once.');

  const slow = session.show(first.id, true);
  await session.show(second.id, true);
  resolve(viewOf(first));
  await slow;

  expect(shown.mock.calls.map(([view]) => view.finding.id)).toEqual([second.id]);
  shown.mockRestore();
});

test('a page drawn anew 100 times in 10 s: heap and listeners stay flat, the last words are marked', async () => {
  const listened = vi.spyOn(EventTarget.prototype, 'addEventListener');
  root().append(articleOn('Aurelia'));
  const { desk, annotated, reports } = background();
  await read({ desk, annotated, reports });
  const listeners = listened.mock.calls.length;
  const old: WeakRef<Element>[] = [];
  let early = 0;

  for (let turn = 1; turn <= 100; turn += 1) {
    const article = articleOn(`Drawn${turn}`);
    root().replaceChildren(article);
    if (turn < 100) old.push(new WeakRef(article));
    if (turn === 20) early = await heapInUse();
    await pause(100);
  }

  await expect.poll(marked, { timeout: 15_000 }).toEqual({ Drawn100: 12 });
  expect(listened.mock.calls.length).toBe(listeners);
  expect(annotated.length).toBeLessThan(20);
  expect((await heapInUse()) - early).toBeLessThan(500_000);
  expect(old.filter((each) => each.deref()).length).toBeLessThanOrEqual(2);
});

/** Bytes of JavaScript that are still wanted; Chromium alone tells. */
async function heapInUse(): Promise<number> {
  await gc({ execution: 'async' });
  await pause(50);
  await gc({ execution: 'async' });
  const memory: unknown = Reflect.get(performance, 'memory');
  return typeof memory === 'object' && memory ? Number(Reflect.get(memory, 'usedJSHeapSize')) : NaN;
}
