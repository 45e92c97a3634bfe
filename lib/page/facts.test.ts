import { expect, test } from 'vitest';
import type { PageFacts } from '@/lib/article/article';
import { factsOf } from './facts';

const ADDRESS = 'https://news.example/local/orchard-fair-returns-to-upper-tarn';
const TITLE = 'Orchard fair returns to Upper Tarn';

function factsIn(head: string, body = `<h1>${TITLE}</h1>`): PageFacts {
  const page = new DOMParser().parseFromString(
    `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
  return factsOf(page, ADDRESS).facts;
}

function data(value: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
}

const article = {
  '@type': 'NewsArticle',
  headline: TITLE,
  datePublished: '2024-10-12T07:30:00+02:00',
  dateModified: '2024-10-13',
  author: [
    { '@type': 'Person', name: 'By Nils Aune' },
    { '@type': 'Person', name: 'Ada Moe' },
  ],
  publisher: { '@type': 'Organization', name: 'Tarn Herald' },
};
const expected = {
  title: TITLE,
  byline: 'Nils Aune, Ada Moe',
  published: '2024-10-12T07:30:00+02:00',
  modified: '2024-10-13',
  publisher: 'Tarn Herald',
  lang: 'en',
};

test.for([
  { name: 'an object', value: article },
  { name: 'a list', value: [{ '@type': 'WebSite', name: 'Herald' }, article] },
  { name: 'a graph', value: { '@graph': [{ '@type': 'BreadcrumbList' }, article] } },
  { name: 'a page about it', value: { '@type': 'WebPage', mainEntity: article } },
  { name: 'several types', value: { ...article, '@type': ['Article', 'NewsArticle'] } },
  {
    name: 'people and houses by id',
    value: {
      '@graph': [
        { ...article, author: [{ '@id': '#1' }, { '@id': '#2' }], publisher: { '@id': '#3' } },
        { '@id': '#1', '@type': 'Person', name: 'Nils Aune' },
        { '@id': '#2', '@type': 'Person', name: 'Ada Moe' },
        { '@id': '#3', '@type': 'Organization', name: 'Tarn Herald' },
      ],
    },
  },
])('reads structured data given as $name', ({ value }) => {
  expect(factsIn(data(value))).toMatchObject(expected);
});

test('reads meta tags where there is no structured data', () => {
  const facts = factsIn(
    `<meta property="og:title" content="${TITLE}"><meta property="og:site_name" content="Tarn Herald">
     <meta name="Author" content="Nils Aune"><meta property="article:published_time" content="2024-10-12T07:30Z">
     <link rel="canonical" href="/local/fair">`,
  );

  expect(facts).toMatchObject({
    title: TITLE,
    publisher: 'Tarn Herald',
    byline: 'Nils Aune',
    published: '2024-10-12T07:30Z',
    canonicalUrl: 'https://news.example/local/fair',
  });
});

test.for([
  { shown: '<p class="byline">By Nils Aune, published 12 October 2024</p>' },
  { shown: '<a rel="author" href="/nils">Nils Aune</a>' },
  { shown: '<span class="author-name">Nils Aune | October 12, 2024</span>' },
])('reads a byline that only the page shows: $shown', ({ shown }) => {
  expect(factsIn('', `<h1>${TITLE}</h1>${shown}`).byline).toBe('Nils Aune');
});

test('reads the date of an element that is made for it', () => {
  const body = `<article><h1>${TITLE}</h1><time datetime="2024-10-12">Saturday</time></article>`;

  expect(factsIn('', body).published).toBe('2024-10-12');
});

test('an empty date of a careless system is none', () => {
  expect(factsIn(data({ ...article, datePublished: '0001-01-01T00:00:00Z' }))).not.toHaveProperty(
    'published',
  );
});

test.for([
  {
    name: 'the heading rather than the title for search engines',
    head: `<title>Upper Tarn orchard fair returns: pears and plums - Herald</title>`,
    body: `<h1>${TITLE}</h1>`,
  },
  {
    name: 'the window title without the site where no heading stands',
    head: `<title>${TITLE} | Tarn Herald</title>`,
    body: '<p>Text</p>',
  },
  {
    name: 'a smaller heading where the large one is the site',
    head: `<title>${TITLE} – The Tarn Weekly Herald</title><meta property="og:site_name" content="The Tarn Weekly Herald">`,
    body: `<h1>The Tarn Weekly Herald</h1><h2 class="entry-title">${TITLE}</h2>`,
  },
  {
    name: 'the only heading of an article that an app drew over its loading page',
    head: '<title>Loading | Tarn Herald</title>',
    body: `<article><h1>${TITLE}</h1></article>`,
  },
  {
    name: 'what an app shows now rather than the head of its first page',
    head: `<title>${TITLE}</title><meta property="og:title" content="Mill opens after repairs to its wheel"><link rel="canonical" href="https://news.example/local/mill-opens">`,
    body: `<article><h1>${TITLE}</h1></article>`,
  },
])('takes for the title $name', ({ head, body }) => {
  expect(factsIn(head, body).title).toBe(TITLE);
});

test('believes nothing of a head that describes another page of the app', () => {
  const facts = factsIn(
    `<title>${TITLE}</title><meta property="og:title" content="Mill opens after repairs to its wheel">
     <link rel="canonical" href="https://news.example/local/mill-opens">${data({ ...article, headline: 'Mill opens after repairs to its wheel' })}`,
  );

  expect(facts).not.toHaveProperty('published');
  expect(facts).not.toHaveProperty('canonicalUrl');
});

const CHECK = { '@type': 'ClaimReview', claimReviewed: 'No orchard was ever felled' };

test('hands on the markup of fact checks as it stands, with that beside it', () => {
  const us = { '@type': 'Organization', '@id': '#us', name: 'Tarn Herald' };
  const head = data(article) + data(CHECK) + data(us) + data({ list: 'x'.repeat(200_000) });

  expect(checksIn(head)).toEqual([article, CHECK, us].map((each) => JSON.stringify(each)));
});

test('hands on no markup where no fact check stands in it', () => {
  expect(checksIn(data(article))).toEqual([]);
});

test('hands on no fact check of another page of the app', () => {
  const head = `<title>${TITLE}</title><meta property="og:title" content="Mill opens after repairs to its wheel">
     <link rel="canonical" href="https://news.example/local/mill-opens">${data(CHECK)}`;

  expect(checksIn(head)).toEqual([]);
});

function checksIn(head: string): readonly string[] {
  const body = `<article><h1>${TITLE}</h1></article>`;
  const page = new DOMParser().parseFromString(`<head>${head}</head>${body}`, 'text/html');
  return factsOf(page, ADDRESS).factChecks;
}

test('finds the element that shows the title, for marks in it', () => {
  const page = new DOMParser().parseFromString(
    `<title>${TITLE} | Herald</title><div class="t1">${TITLE}</div><p>Text</p>`,
    'text/html',
  );

  expect(factsOf(page, ADDRESS).headline?.className).toBe('t1');
});
