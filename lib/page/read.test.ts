import { expect, test } from 'vitest';
import { readArticle } from './read-article';
import { textsIn } from './texts-in';

const ADDRESS = 'https://news.example/local/orchard-fair-returns-to-upper-tarn';
const TITLE = 'Orchard fair returns to Upper Tarn';
const BODY = [
  'The orchard fair came back to Upper Tarn on Saturday after a pause of four years, with 63 growers.',
  '“We had forgotten how loud it is,” said Petra Olsund, who has sold pears there since she was a girl.',
  'The parish paid for the tents, the growers for the music, and nobody would say what either had cost.',
  'Next year’s fair is to last two days, if the meadow by the mill is dry enough to carry the stalls.',
];

function pageOf(body: string, head = `<title>${TITLE} | Tarn Herald</title>`): Document {
  return new DOMParser().parseFromString(
    `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
}

function p(...lines: readonly string[]): string {
  return lines.map((line) => `<p>${line}</p>`).join('');
}

function linesOf(page: Document): string[] | undefined {
  return readArticle(page, ADDRESS)?.article.text.split('\n');
}

/** An article with one foreign thing after its second paragraph, and one at its end. */
function withStranger(html: string): Document {
  const [first = '', second = '', ...rest] = BODY;
  return pageOf(
    `<main><h1>${TITLE}</h1>${p(first, second)}${html}${p(...rest)}${html}</main><footer>© Tarn Herald</footer>`,
  );
}

test.for([
  {
    name: 'a caption',
    html: '<figure><img src="x"><figcaption>A stall of pears</figcaption></figure>',
  },
  {
    name: 'a caption in a plain block',
    html: '<div><img src="x"><span>A stall of pears</span></div>',
  },
  { name: 'a credit', html: '<p>Photo: Tarn Herald / Lena Brook</p>' },
  { name: 'a label of an advertisement', html: '<p>Advertisement</p>' },
  { name: 'a label in another language', html: '<p>Publicidade</p>' },
  { name: 'a pointer to another article', html: '<p>Read also: <a href="/x">Mill opens</a></p>' },
  { name: 'a link that stands alone', html: '<p><a href="/x">Mill opens after repairs</a></p>' },
  {
    name: 'a related list',
    html: '<div class="related-stories"><h3>Related</h3><ul><li><a href="/x">Mill</a></li><li>Meadow dries out, says the parish council.</li></ul></div>',
  },
  {
    name: 'a newsletter box',
    html: `<div class="newsletter-signup">${p('Get the Herald in your inbox each morning, with all that happened in the valley.')}</div>`,
  },
  { name: 'a call to sign up', html: '<p>Sign up for our newsletter.</p>' },
  { name: 'a share bar', html: '<ul class="share-tools"><li>Facebook</li><li>Copy link</li></ul>' },
  { name: 'share buttons without a name', html: '<div>Share</div><div>Tweet</div>' },
  {
    name: 'a cookie notice',
    html: '<div id="cookie-consent"><p>We use cookies to count readers and to show what they may like.</p></div>',
  },
  { name: 'a date', html: '<p>12 October 2024</p>' },
  {
    name: 'an aside',
    html: `<aside>${p('The meadow has flooded eleven times in the last hundred years.')}</aside>`,
  },
])('leaves out $name in the body and behind it', ({ html }) => {
  expect(linesOf(withStranger(html))).toEqual(BODY);
});

test.for([
  'Share prices of the cider works fell by a tenth on Monday.',
  'Related charges were dropped in spring.',
  'Print sales rose.',
  'Comments by the mayor were not recorded.',
  'Video calls replaced the fair for three years.',
  'Published in 1911, the fair’s first guide is on show.',
])('keeps a sentence that begins like a label: %s', (sentence) => {
  const page = pageOf(`<main><h1>${TITLE}</h1>${p(...BODY, sentence)}</main>`);

  expect(linesOf(page)).toEqual([...BODY, sentence]);
});

test('leaves out comments, however long', () => {
  const comment = p(
    'I was there and it was not loud at all. My own cart was louder than the band.',
  );
  const page = pageOf(
    `<article><h1>${TITLE}</h1>${p(...BODY)}</article><section id="comments">${comment.repeat(30)}</section>`,
  );

  expect(linesOf(page)).toEqual(BODY);
});

test('leaves out everything from a heading that ends the article', () => {
  const teaser = p('The mill by the meadow opens again on the first of May, its keeper said.');
  const page = pageOf(
    `<main><h1>${TITLE}</h1>${p(...BODY)}<h3>More from Tarn Herald</h3>${teaser.repeat(2)}</main>`,
  );

  expect(linesOf(page)).toEqual(BODY);
});

test('leaves out the line that sums up, and the byline and date below it', () => {
  const page = pageOf(
    `<main><h1>${TITLE}</h1><h2 class="standfirst">Pears, plums and a brass band: the fair is back in the valley.</h2>
     <div class="byline">By Nils Aune</div><time datetime="2024-10-12">12 October 2024</time>${p(...BODY)}</main>`,
  );

  expect(linesOf(page)).toEqual(BODY);
});

test('keeps editorial notes apart', () => {
  const note = 'This article was amended on 14 October to correct the number of growers.';

  const reading = readArticle(pageOf(`<main><h1>${TITLE}</h1>${p(...BODY, note)}</main>`), ADDRESS);

  expect(reading?.article.blocks.map(({ kind }) => kind)).toEqual([
    'paragraph',
    'paragraph',
    'paragraph',
    'paragraph',
    'note',
  ]);
});

test('knows headings, items and quotations', () => {
  const page = pageOf(
    `<main><h1>${TITLE}</h1>${p(...BODY)}<h2>What was sold</h2><ul><li>Nine kinds of pear, two of them old.</li></ul>
     <blockquote><p>The loudest Saturday of the year, and the best one.</p></blockquote></main>`,
  );

  const blocks = readArticle(page, ADDRESS)?.article.blocks ?? [];

  expect(blocks.slice(4).map(({ kind }) => kind)).toEqual(['heading', 'item', 'quotation']);
});

test('paragraphs may be lines with two breaks between them', () => {
  const page = pageOf(`<div><b>${TITLE}</b></div><div>${BODY.join('<br><br>')}</div>`);

  expect(linesOf(page)).toEqual(BODY);
});

test('classes of the whole article say nothing of its parts', () => {
  const page = pageOf(
    `<article class="post tag-fair category-related has-sidebar comments-open"><h1>${TITLE}</h1><div class="promo-layout">${p(...BODY)}</div></article>`,
  );

  expect(linesOf(page)).toEqual(BODY);
});

test('keeps a lead that stands before the box of the body', () => {
  const [lead = '', ...rest] = BODY;
  const page = pageOf(
    `<div><h1>${TITLE}</h1><p>${lead}</p><img src="x"><div class="article-body">${p(...rest)}</div></div>
     <div>${'<a href="/x">Mill opens after repairs</a>'.repeat(40)}</div>`,
  );

  expect(linesOf(page)).toEqual(BODY);
});

test('teasers above the headline do not outweigh a short report', () => {
  const teaser = `<li><a href="/x">Mill opens</a> ${BODY[2] ?? ''} ${BODY[3] ?? ''}</li>`;
  const page = pageOf(
    `<div><ul>${teaser.repeat(8)}</ul><div class="story"><h2 class="headline">${TITLE}</h2>${p(...BODY)}</div></div>`,
  );

  expect(linesOf(page)).toEqual(BODY);
});

test('a card that opens over a name is no part of the sentence', () => {
  const card =
    '<span class="card"><img src="x"><a href="/p">Petra Olsund</a><a href="/1">Pears dearer this year than ever</a> <a href="/2">Fair called off</a></span>';
  const page = pageOf(
    `<main><h1>${TITLE}</h1>${p(...BODY)}<p>The stall of <span><a href="/p">Petra Olsund</a>${card}</span> was the first to sell out.</p></main>`,
  );

  expect(linesOf(page)?.at(-1)).toBe('The stall of Petra Olsund was the first to sell out.');
});

test('a page without prose has no article', () => {
  expect(
    readArticle(pageOf('<nav><a href="/">Home</a></nav><p>Hello</p>'), ADDRESS),
  ).toBeUndefined();
});

function whole(title: string, lines: readonly string[]): string {
  return `<article><h2>${title}</h2>${p(...lines, ...lines, ...lines)}</article>`;
}

test('of several whole articles reads one', () => {
  const other = BODY.map((line) => line.replaceAll('fair', 'market'));
  const page = pageOf(whole(TITLE, BODY) + whole('Market moves to the mill', other));

  const read = readArticle(page, ADDRESS)?.article;

  expect(read?.title).toBe(TITLE);
  expect(read?.text).toBe([...BODY, ...BODY, ...BODY].join('\n'));
});

test('a fact check in the head belongs to the article that the head names, and to no other', () => {
  const check = JSON.stringify({ '@type': 'ClaimReview', claimReviewed: 'No orchard was felled' });
  const head = (title: string): string =>
    `<title>${title} | Tarn Herald</title><meta property="og:title" content="${title}"><script type="application/ld+json">${check}</script>`;
  const other = 'Market moves to the mill';
  const body = whole(TITLE, BODY) + whole(other, BODY);

  const [named, unnamed] = [TITLE, other].map((title) =>
    readArticle(pageOf(body, head(title)), ADDRESS),
  );

  expect(named?.factChecks).toEqual([check]);
  expect(unnamed?.factChecks).toEqual([]);
});

/** The words of an article in two columns that have little else in common. */
function inColumns(): Document {
  const column = p(...BODY);
  return pageOf(
    `<h1>${TITLE}</h1><table><tr><td>${column}</td></tr></table><div>${column}</div><ul>${'<li>A stall at the fair</li>'.repeat(900)}</ul>`,
  );
}

test('asks for a second opinion only where its own is not sure, and follows it where it finds more', () => {
  const asked: string[] = [];
  const ask = (name: string, page: Document): void => {
    readArticle(page, ADDRESS, () => {
      asked.push(name);
      return undefined;
    });
  };
  ask('a plain page', pageOf(`<main><h1>${TITLE}</h1>${p(...BODY)}</main>`));
  ask('columns', inColumns());

  const page = inColumns();
  const all = new Set([...page.querySelectorAll('p')].flatMap((each) => [...textsIn(each)]));
  const reading = readArticle(page, ADDRESS, () => all);

  expect(asked).toEqual(['columns']);
  expect(reading?.article.blocks.length).toBe(BODY.length * 2);
});

test('a very long article is read whole', () => {
  const page = pageOf(`<main><h1>${TITLE}</h1>${p(...BODY).repeat(500)}</main>`);

  expect(readArticle(page, ADDRESS)?.article.blocks.length).toBe(2000);
});

test.for([
  'Interested in Orchards?',
  'AdChoices',
  'Content loading...',
  'Send us your feedback.',
  'Photography by Lena Brook / Tarn Herald',
  'Permalink https://h.example/p/3J73Q',
  'Updated at 1:23 p.m.',
  'Follow Nils Aune on Twitter: @nils',
])('leaves out a line that the site adds: %s', (line) => {
  expect(linesOf(withStranger(`<p>${line}</p>`))).toEqual(BODY);
});

/** A report in entries, the newest first; the second is as long as an article. */
function liveReport(entryOf: (lines: string, count: number) => string): Document {
  const entries = [5, 4, 3, 2, 1].map((count) =>
    entryOf(p(...(count < 3 ? [...BODY, ...BODY, ...BODY] : [BODY[count % 4] ?? ''])), count),
  );
  return pageOf(`<main><h1>${TITLE}</h1><div id="feed">${entries.join('')}</div></main>`);
}

test.for([
  {
    name: 'articles',
    entryOf: (lines: string, count: number) =>
      `<article><time datetime="2026-10-0${count}">9.1${count} am</time><h2>Entry ${count}</h2>${lines}</article>`,
  },
  {
    name: 'plain blocks under a line of their date',
    entryOf: (lines: string, count: number) =>
      `<div><p>${count} October 2026, 9:1${count}</p><time datetime="2026-10-0${count}"></time><h3>Entry ${count}</h3>${lines}</div>`,
  },
])('a live report is one article with all its entries, be they $name', ({ entryOf }) => {
  const page = liveReport(entryOf);

  const article = readArticle(page, ADDRESS)?.article;

  expect(article?.title).toBe(TITLE);
  for (const count of [5, 4, 3, 2, 1]) expect(article?.text).toContain(`Entry ${count}`);
  expect(article?.text).not.toContain('9');
  // The newest entry's date is not that of the report.
  expect(article?.published).toBeUndefined();
});

test('an article keeps its date beside a list of others that are dated too', () => {
  const others = '<li><time datetime="2026-09-01">1 Sept</time> <a href="/x">Mill opens</a></li>';
  const page = pageOf(
    `<main><article><h1>${TITLE}</h1><p><time datetime="2026-10-04">4 October</time></p>${p(...BODY)}</article><ul>${others.repeat(6)}</ul></main>`,
  );

  expect(readArticle(page, ADDRESS)?.article.published).toBe('2026-10-04');
});
