import { expect, test } from 'vitest';
import { judge } from './gate';

const SENTENCE =
  'The council of Harrow Bay voted on Tuesday to mend the sea wall before the winter storms arrive, after two years of delay.';

function pageOf(body: string, head = ''): Document {
  return new DOMParser().parseFromString(
    `<!doctype html><html><head>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
}

function paragraphs(count: number, tag = 'p'): string {
  return `<${tag}>${SENTENCE}</${tag}>`.repeat(count);
}

const TEASERS = `<div class="card"><h3><a href="/a">Sea wall</a></h3><p>${SENTENCE}</p></div>`;
const ADDRESS = 'https://news.example/local/council-votes-to-mend-the-sea-wall';

test.for([
  {
    name: 'a live report, whose entries stand each in a box of its own',
    body: `<h1>Sea wall</h1>${`<div class="entry"><time>9:15</time><div>${paragraphs(3)}</div></div>`.repeat(20)}`,
    url: 'https://news.example/local/live/2026/nov/25/council-votes-on-the-sea-wall',
    head: '<meta property="og:type" content="article">',
  },
  { name: 'paragraphs under a long slug', body: paragraphs(12), url: ADDRESS },
  { name: 'text in plain blocks', body: paragraphs(14, 'div'), url: ADDRESS },
  {
    name: 'text in plain blocks beside teasers in paragraphs',
    body: `<div class="a">${paragraphs(14, 'div')}</div><div>${TEASERS.repeat(8)}</div>`,
    url: 'https://news.example/national/wall-001',
  },
  {
    name: 'a short report that says what it is',
    body: paragraphs(4),
    url: ADDRESS,
    head: '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"Sea wall"}]}</script>',
  },
  {
    name: 'a numbered address with microdata',
    body: `<div itemscope itemtype="https://schema.org/NewsArticle">${paragraphs(5)}</div>`,
    url: 'https://news.example/story?id=63256446',
  },
  {
    name: 'paragraphs in a wrapper each',
    body: `<div>${`<div class="block"><p>${SENTENCE}</p></div>`.repeat(12)}</div>`,
    url: ADDRESS,
  },
  {
    name: 'an article with a log-in form beside it',
    body: `${paragraphs(12)}<form><input type="password"></form>`,
    url: ADDRESS,
  },
])('takes $name for an article', ({ body, url, head }) => {
  expect(judge(pageOf(body, head), url)).toEqual({ article: true, reason: 'gateArticle' });
});

test.for([
  {
    name: 'a front page',
    url: 'https://news.example/',
    body: paragraphs(12),
    reason: 'gateHomePage',
  },
  {
    name: 'a section of teasers',
    url: 'https://news.example/local',
    body: TEASERS.repeat(30),
    reason: 'gateList',
  },
  {
    name: 'a list of linked teasers',
    url: 'https://news.example/world/europe-and-all-its-many-parts',
    body: `<a href="/x"><p>${SENTENCE}</p></a>`.repeat(30),
    reason: 'gateTooFewWords',
  },
  {
    name: 'a video with a line of text',
    url: 'https://news.example/video/harbour-seen-from-above-at-dawn-123456',
    body: paragraphs(1),
    reason: 'gateTooFewWords',
  },
  {
    name: 'a thread of comments',
    url: 'https://forum.example/r/harbour/comments/ab12/what-of-the-sea-wall-then',
    body: `<div>${paragraphs(5)}</div>`.repeat(6),
    reason: 'gateList',
  },
  {
    name: 'a mailbox',
    url: 'https://mail.example.org/u/0',
    body: paragraphs(12),
    reason: 'gatePrivate',
  },
  {
    name: 'a bank',
    url: 'https://ebanking.example.com/overview',
    body: paragraphs(12),
    reason: 'gatePrivate',
  },
  {
    name: 'a log-in page',
    url: 'https://news.example/login.php?next=/local',
    body: paragraphs(12),
    reason: 'gatePrivate',
  },
  {
    name: 'a form that asks for a card',
    url: 'https://shop.example/order-your-copy-of-the-paper-now',
    body: '<input autocomplete="cc-number">',
    reason: 'gatePrivate',
  },
  {
    name: 'an editor with an article in it',
    url: ADDRESS,
    body: `${paragraphs(12)}<div contenteditable="true">${paragraphs(6)}</div>`,
    reason: 'gateEditor',
  },
  {
    name: 'an editor of plain text',
    url: ADDRESS,
    body: `${paragraphs(12)}<div contenteditable="plaintext-only">${paragraphs(6)}</div>`,
    reason: 'gateEditor',
  },
  {
    name: 'a mailbox behind a path',
    url: 'https://www.portal.example/mail/inbox-and-all-that-came-in-today',
    body: paragraphs(12),
    reason: 'gatePrivate',
  },
  {
    name: 'the secure part of a bank',
    url: 'https://secure.bank.example/overview-of-your-accounts-today',
    body: paragraphs(12),
    reason: 'gatePrivate',
  },
  { name: 'a file', url: 'file:///home/me/a.html', body: paragraphs(12), reason: 'gateNotAPage' },
  { name: 'an empty page', url: ADDRESS, body: '', reason: 'gateTooFewWords' },
])('does not take $name for an article, and says why', ({ url, body, reason }) => {
  expect(judge(pageOf(body), url)).toEqual({ article: false, reason });
});

test('a field for comments makes no editor of an article', () => {
  const page = pageOf(`${paragraphs(12)}<div contenteditable="true">Say something</div>`);

  expect(judge(page, ADDRESS).article).toBe(true);
});

test('broken structured data says nothing', () => {
  const page = pageOf(paragraphs(12), '<script type="application/ld+json">{"@type":</script>');

  expect(judge(page, ADDRESS).article).toBe(true);
});
