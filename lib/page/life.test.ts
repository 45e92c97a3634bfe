import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type PageWatch, watchPage, type Why } from './life';

let end: AbortController;
let wakes: Why[];
let watch: PageWatch;

beforeEach(() => {
  vi.useFakeTimers();
  document.documentElement.removeAttribute('class');
  document.documentElement.lang = 'en';
  document.body.innerHTML =
    '<nav>News</nav><main><article><p>The dam was finished.</p></article></main><aside></aside>';
  end = new AbortController();
  wakes = [];
  watch = watchPage(document, (why) => wakes.push(why), end.signal);
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

/** Lets observers speak and the page be still. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(3000);
}

function article(): Element {
  return document.querySelector('article') ?? document.body;
}

function paragraph(words: string): Element {
  const element = document.createElement('p');
  element.textContent = words;
  return element;
}

function hostLikeOurs(): Element {
  const host = document.createElement('x-123456');
  host.attachShadow({ mode: 'closed' }).append(document.createElement('iframe'));
  return host;
}

test('wakes when a component comes whose words stand in a shadow root inside it', async () => {
  const component = document.createElement('div');
  const story = document.createElement('news-story');
  story.attachShadow({ mode: 'open' }).append(paragraph('The river rose.'));
  component.append(story);

  article().append(component);
  await settle();

  expect(wakes).toEqual(['content']);
});

test('wakes once for many paragraphs that come together', async () => {
  for (let count = 0; count < 20; count += 1) article().append(paragraph(`Paragraph ${count}.`));

  await settle();

  expect(wakes).toEqual(['content']);
});

test.for([
  { name: 'a picture', make: () => document.createElement('img') },
  { name: 'a script', make: () => document.createElement('script') },
  { name: 'an empty box', make: () => document.createElement('div') },
  { name: 'a host of ours', make: hostLikeOurs },
])('sleeps on when $name comes', async ({ make }) => {
  article().append(make());

  await settle();

  expect(wakes).toEqual([]);
});

test('wakes when words change in their node', async () => {
  article().firstElementChild?.firstChild?.replaceWith('The dam was never finished.');

  await settle();

  expect(wakes).toEqual(['content']);
});

test('follows the body alone, once told which box it is', async () => {
  watch.follow(article());
  document.querySelector('aside')?.append(paragraph('Most read this week'));

  await settle();
  expect(wakes).toEqual([]);

  article().append(paragraph('The river rose.'));
  await settle();
  expect(wakes).toEqual(['content']);
});

test('wakes when the body it follows is swapped for another, and sees what comes then', async () => {
  watch.follow(article());

  document.querySelector('main')?.replaceChildren(paragraph('Loading'));
  await settle();
  document.querySelector('main')?.append(paragraph('The next article.'));
  await settle();

  expect(wakes).toEqual(['content', 'content']);
});

test('wakes for the next article that an endless page adds beside the one it follows', async () => {
  watch.follow(article());
  const next = document.createElement('article');
  next.append(paragraph('Another story.'));

  document.querySelector('main')?.append(next);
  await settle();

  expect(wakes).toEqual(['content']);
});

test('a page that is never still is looked at all the same, and ever more rarely', async () => {
  const ticker = setInterval(() => article().append(paragraph('Tick.')), 100);

  await vi.advanceTimersByTimeAsync(60_000);
  clearInterval(ticker);

  expect(wakes.length).toBeGreaterThan(3);
  expect(wakes.length).toBeLessThan(14);
});

test('the longer a look takes, the later comes the next one', async () => {
  let looks = 0;
  watchPage(
    document,
    () => ((looks += 1), new Promise((done) => setTimeout(done, 800))),
    end.signal,
  );

  const ticker = setInterval(() => article().append(paragraph('An entry.')), 1000);
  await vi.advanceTimersByTimeAsync(35_000);
  clearInterval(ticker);

  expect(looks).toBeGreaterThan(8);
  expect(looks).toBeLessThan(17);
});

test('history navigation outranks the content that comes with it', async () => {
  history.pushState({}, '', '/story/two');
  dispatchEvent(new PopStateEvent('popstate'));
  article().append(paragraph('Story two.'));

  await settle();

  expect(wakes).toEqual(['navigation']);
});

test.for([
  { name: 'an anchor is no other page', hash: '#section-2', expected: [] },
  { name: 'a route behind the hash is one', hash: '#/story/3', expected: ['navigation'] },
])('$name', async ({ hash, expected }) => {
  history.pushState({}, '', hash);
  dispatchEvent(new HashChangeEvent('hashchange'));

  await settle();

  expect(wakes).toEqual(expected);
});

test('wakes when a button unfolds the rest of the text by style alone', async () => {
  const button = document.createElement('button');
  article().append(button);

  button.click();
  await settle();

  expect(wakes).toEqual(['expanded']);
});

test('wakes when the page comes back from the cache, not when it first shows', async () => {
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  await settle();
  expect(wakes).toEqual([]);

  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await settle();
  expect(wakes).toEqual(['restored']);
});

test('wakes when the browser translates the page, not for any class of a theme', async () => {
  document.documentElement.className = 'dark';
  await settle();
  expect(wakes).toEqual([]);

  document.documentElement.className = 'dark translated-ltr';
  await settle();
  expect(wakes).toEqual(['translated']);
});

test('wakes after printing, for which pages swap their pictures and more', async () => {
  dispatchEvent(new Event('afterprint'));

  await settle();

  expect(wakes).toEqual(['print']);
});

test('a page in the background waits until it is seen', async () => {
  const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  article().append(paragraph('The river rose.'));
  await settle();
  expect(wakes).toEqual([]);

  hidden.mockRestore();
  document.dispatchEvent(new Event('visibilitychange'));
  await settle();
  expect(wakes).toEqual(['content']);
});

test('nothing wakes after the end, not even what was on its way', async () => {
  article().append(paragraph('The river rose.'));
  await vi.advanceTimersByTimeAsync(10);

  end.abort();
  article().append(paragraph('It fell.'));
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await settle();

  expect(wakes).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
