import { afterEach, expect, test } from 'vitest';
import { judge } from '@/lib/page/gate';
import type { Reading } from '@/lib/page/read';
import { readArticle } from '@/lib/page/read-article';

const ADDRESS = 'https://news.example/national/reservoir-opened-after-nine-years';
const PARAGRAPHS = [
  'The reservoir above Tallow Bridge was opened on Monday after nine years of work, the county said.',
  '“It will hold water for four dry summers,” said Ines Marwick, who leads the county water office.',
  'Farmers along the lower valley had asked for the wall to be built two metres higher than planned.',
  'The office put the cost at 41 million, a third more than the estimate of the year the work began.',
];

afterEach(() => {
  document.body.replaceChildren();
  document.head.querySelector('#page-style')?.remove();
});

function show(html: string, style = ''): void {
  const sheet = document.createElement('style');
  sheet.id = 'page-style';
  sheet.textContent = style;
  document.head.append(sheet);
  document.body.innerHTML = html;
  document.title = 'Reservoir opened after nine years';
}

function article(inside: string): string {
  return `<article><h1>Reservoir opened after nine years</h1>${inside}</article>`;
}

function body(): string {
  return PARAGRAPHS.map((words) => `<p>${words}</p>`).join('');
}

function linesOf(reading: Reading | undefined): string[] {
  return reading?.article.text.split('\n') ?? [];
}

function thrice(paragraphs: readonly string[]): string {
  return [...paragraphs, ...paragraphs, ...paragraphs].map((words) => `<p>${words}</p>`).join('');
}

/** What the page itself says where each block of the text is supposed to stand. */
function wordsOnPage({ article: { blocks }, map }: Reading): string[] {
  return blocks.map((block) =>
    map
      .rangesOf(block)
      .map((range) => {
        const live = range.startContainer.ownerDocument?.createRange() ?? document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      })
      .join(''),
  );
}

test('reads the paragraphs and finds each where it stands', () => {
  show(article(body()));

  const reading = readArticle(document, ADDRESS);

  expect(linesOf(reading)).toEqual(PARAGRAPHS);
  expect(reading && wordsOnPage(reading)).toEqual(PARAGRAPHS);
});

test.for([
  { name: 'display', style: '.x { display: none }' },
  { name: 'visibility', style: '.x { visibility: hidden }' },
  { name: 'a clipped box', style: '.x { position: absolute; clip-path: inset(50%); width: 1px }' },
])('leaves out words that the page hides by $name', ({ style }) => {
  const hidden = 'This line is meant for nobody who can see the page as it is drawn by a browser.';
  show(article(`${body()}<p>The wall is done. <span class="x">${hidden}</span></p>`), style);

  const reading = readArticle(document, ADDRESS);

  expect(linesOf(reading)).toEqual([...PARAGRAPHS, 'The wall is done.']);
});

test('leaves out a hidden paragraph, and reads it once it is unfolded', () => {
  const more =
    'The second stage, a canal to the mill towns, is to follow within three years from now.';
  show(article(`${body()}<p class="more">${more}</p>`), '.more { display: none }');
  expect(linesOf(readArticle(document, ADDRESS))).toEqual(PARAGRAPHS);

  document.querySelector('.more')?.setAttribute('style', 'display: block');

  expect(linesOf(readArticle(document, ADDRESS))).toEqual([...PARAGRAPHS, more]);
});

test('reads an article in an open shadow root, slots in their places', () => {
  show('<story-page><p slot="lead"></p></story-page>');
  const host = document.querySelector('story-page');
  const [lead = '', ...rest] = PARAGRAPHS;
  host?.querySelector('p')?.append(lead);
  const root = host?.attachShadow({ mode: 'open' });
  if (root) root.innerHTML = `<slot name="lead"></slot>${rest.map((w) => `<p>${w}</p>`).join('')}`;

  const reading = readArticle(document, ADDRESS);

  expect(linesOf(reading)).toEqual(PARAGRAPHS);
  expect(reading && wordsOnPage(reading)).toEqual(PARAGRAPHS);
});

test('reads an article in a shadow root beside much prose that is none', () => {
  const other = '<p>The parish magazine of last week is out, with all that was said in it.</p>';
  show(
    `<h1>Reservoir opened after nine years</h1><div class="newsletter">${other.repeat(10)}</div><story-page></story-page>`,
  );
  const root = document.querySelector('story-page')?.attachShadow({ mode: 'open' });
  if (root) root.innerHTML = `<article>${thrice(PARAGRAPHS)}</article>`;

  const reading = readArticle(document, ADDRESS);

  expect(linesOf(reading)).toEqual([...PARAGRAPHS, ...PARAGRAPHS, ...PARAGRAPHS]);
});

test('reads an article in a frame of the same origin', async () => {
  show('<h1>Reservoir opened after nine years</h1><iframe></iframe>');
  const frame = document.querySelector('iframe');
  await new Promise((loaded) => {
    frame?.addEventListener('load', loaded, { once: true });
    if (frame) frame.srcdoc = `<main>${body()}</main>`;
  });

  const reading = readArticle(document, ADDRESS);

  expect(linesOf(reading)).toEqual(PARAGRAPHS);
  expect(reading && wordsOnPage(reading)).toEqual(PARAGRAPHS);
});

test('leaves out what the reader writes: a field that is edited, and an editor’s frame', async () => {
  const draft = `<div>${PARAGRAPHS.map((words) => `<p>Draft: ${words}</p>`).join('')}</div>`;
  show(article(`${body()}<div contenteditable="true">${draft}</div><iframe></iframe>`));
  const frame = document.querySelector('iframe');
  await new Promise((loaded) => {
    frame?.addEventListener('load', loaded, { once: true });
    if (frame) frame.srcdoc = `<body contenteditable>${draft}</body>`;
  });

  expect(linesOf(readArticle(document, ADDRESS))).toEqual(PARAGRAPHS);
});

test.for(['on', 'off'])(
  'takes an article in a frame for one where design mode is not on: %s',
  async (mode) => {
    show('<iframe></iframe>');
    const frame = document.querySelector('iframe');
    await new Promise((loaded) => {
      frame?.addEventListener('load', loaded, { once: true });
      if (frame) frame.srcdoc = `<main>${thrice(PARAGRAPHS)}</main>`;
    });
    if (frame?.contentDocument) frame.contentDocument.designMode = mode;

    expect(judge(document, ADDRESS).article).toBe(mode === 'off');
  },
);

test('says that a frame of another origin was not read', () => {
  show(article(`${body()}<iframe src="https://other.example/embed" sandbox></iframe>`));

  expect(readArticle(document, ADDRESS)?.unread).toEqual(['unreadFrames']);
});

test('of two articles one below the other reads the one before the eyes', () => {
  const second = PARAGRAPHS.map((words) => words.replaceAll('reservoir', 'canal'));
  show(
    `<article><h1>Reservoir opened after nine years</h1>${thrice(PARAGRAPHS)}</article>
     <article><h1>Canal to the mill towns begun</h1>${thrice(second)}</article>`,
    'p { height: 400px }',
  );
  expect(readArticle(document, ADDRESS)?.article.title).toBe('Reservoir opened after nine years');

  document.querySelectorAll('article')[1]?.scrollIntoView();

  expect(readArticle(document, ADDRESS)?.article.title).toBe('Canal to the mill towns begun');
});

test('changes nothing on the page that it reads', () => {
  show(article(body()));
  const observer = new MutationObserver(() => undefined);
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });

  readArticle(document, ADDRESS);

  expect(observer.takeRecords()).toEqual([]);
});
