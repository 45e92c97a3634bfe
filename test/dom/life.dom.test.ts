import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPage, type Why } from '@/lib/page/life';
import type { Reading } from '@/lib/page/read';
import { readArticle } from '@/lib/page/read-article';

declare const gc: (() => Promise<void>) & ((choice: { execution: 'async' }) => Promise<void>);

const ADDRESS = 'https://news.example/national/ferry-back-in-service';
let end: AbortController;

beforeEach(() => {
  end = new AbortController();
  document.title = 'Ferry back in service';
  document.body.innerHTML = '<div id="root"></div>';
});

afterEach(() => {
  end.abort();
  document.body.replaceChildren();
});

/** The page's own framework draws its article anew, every node of it. */
function render(turn: number): Element {
  const article = document.createElement('article');
  article.innerHTML = `<h1>Ferry back in service</h1>${[1, 2, 3, 4]
    .map(
      (line) =>
        `<p>In turn ${turn}, line ${line}, the ferry <b>crossed</b> the strait with 212 people on board, the harbour said.</p>`,
    )
    .join('')}`;
  document.querySelector('#root')?.replaceChildren(article);
  return article;
}

/** Reads and marks at every wake, as the reader's script does. */
function read(): { wakes: Why[]; last: () => Reading | undefined } {
  const wakes: Why[] = [];
  let last: Reading | undefined;
  const look = (): void => {
    last = readArticle(document, ADDRESS);
    watch.follow(last?.container);
    const range = last?.map.rangesOf({ start: 0, end: 20 })[0];
    if (range) CSS.highlights.set('or-1', new Highlight(range));
  };
  const watch = watchPage(
    document,
    (why) => {
      wakes.push(why);
      look();
    },
    end.signal,
  );
  look();
  return { wakes, last: () => last };
}

async function pause(ms: number): Promise<void> {
  await new Promise((done) => {
    setTimeout(done, ms);
  });
}

test('a page that draws its article anew 100 times in 10 s leaves nothing behind', async () => {
  const listened = vi.spyOn(EventTarget.prototype, 'addEventListener');
  const old: WeakRef<Element>[] = [];
  render(0);
  const { wakes, last } = read();
  const listenersBefore = listened.mock.calls.length;

  for (let turn = 1; turn <= 100; turn += 1) {
    const article = new WeakRef(render(turn));
    if (turn < 100) old.push(article);
    await pause(100);
  }
  await vi.waitFor(() => expect(last()?.article.text).toContain('In turn 100, line 4'), 8000);
  await gc({ execution: 'async' });
  await pause(50);
  await gc({ execution: 'async' });

  expect(listened.mock.calls.length).toBe(listenersBefore);
  expect(wakes.length).toBeLessThan(20);
  expect(old.filter((each) => each.deref()).length).toBeLessThanOrEqual(2);
});

test('a storm of changes elsewhere wakes nobody once the body is known', async () => {
  render(0);
  const ticker = document.createElement('aside');
  document.body.append(ticker);
  const { wakes } = read();

  for (let turn = 0; turn < 5000; turn += 1) {
    const line = document.createElement('p');
    line.textContent = `Price ${turn}`;
    ticker.replaceChildren(line);
    if (turn % 500 === 0) await pause(20);
  }
  await pause(1000);

  expect(wakes).toEqual([]);
});

test('a storm inside the body ends with its last words read', async () => {
  const article = render(0);
  const { wakes, last } = read();

  for (let turn = 0; turn < 2000; turn += 1) {
    const node = article.querySelector('p')?.firstChild;
    if (node instanceof Text) node.data = `In storm ${turn}, line 1, the ferry `;
    if (turn % 200 === 0) await pause(20);
  }

  await vi.waitFor(() => expect(last()?.article.text).toContain('In storm 1999'), 5000);
  expect(wakes.length).toBeLessThan(6);
});

test('an app that goes elsewhere by the history is read anew', async () => {
  const home = location.href;
  render(1);
  const { wakes, last } = read();

  history.pushState({}, '', `${location.pathname}?story=2`);
  render(2);

  await vi.waitFor(() => expect(last()?.article.text).toContain('In turn 2'), 3000);
  expect(wakes[0]).toBe('navigation');
  history.replaceState({}, '', home);
});

test('text that streams in is read as it stands when it is done', async () => {
  const article = render(0);
  const { last } = read();

  for (let line = 5; line < 25; line += 1) {
    const paragraph = document.createElement('p');
    paragraph.textContent = `Streamed line ${line}: the second boat follows in the spring, if the pier is mended by then.`;
    article.append(paragraph);
    await pause(40);
  }

  await vi.waitFor(() => expect(last()?.article.text).toContain('Streamed line 24'), 5000);
});

test('after the end, as when the extension is updated under the page, nothing stirs', async () => {
  render(0);
  const { wakes } = read();

  end.abort();
  render(1);
  history.replaceState({}, '', location.href);
  await pause(800);

  expect(wakes).toEqual([]);
});
