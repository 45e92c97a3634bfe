import { readFileSync, readdirSync } from 'node:fs';
import { annotate } from '@/lib/annotate/annotate';
import type { Annotations } from '@/lib/annotate/annotation';
import { type Article, articleFromText } from '@/lib/article/article';
import type { Span } from '@/lib/article/span';
import { documentFromHtml } from '@/lib/cli/page-from-html';
import type { Names } from '@/lib/names/names';
import { readArticle } from '@/lib/page/read-article';
import { secondOpinion } from '@/lib/page/second-opinion';
import { type BenchRow, rowsOf } from './row';

type Prf = { readonly f1: number; readonly precision: number; readonly recall: number };
type Scores = {
  readonly title: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly speakerAccuracy: number;
} & Readonly<Record<'people' | 'organisations' | 'statistics' | 'quotes' | 'directQuotes', Prf>>;
type Scorer = { load(dir: string): unknown; score(gold: unknown, pred: unknown): Scores };

const PAGES = ['000-static', '001-divs', '002-excerpt', '003-csp', '004-app'];

/** The five seed articles: titles, bodies, names, statistics, quotes and speakers against the hand-made gold. */
export async function benchSeedArticles(shared: URL, names: Names): Promise<BenchRow[]> {
  const scorer = (await import(new URL('articles/gold/score.mjs', shared).href)) as Scorer;
  const gold = scorer.load(new URL('articles/gold', shared).pathname);
  const scores = scorer.score(gold, predictions(shared, names));
  return rowsOf('seed articles', [
    { measure: 'titles exact', ours: scores.title, goal: '1', peers: '' },
    { measure: 'body starts exact', ours: scores.bodyStart, goal: '1', peers: '' },
    { measure: 'body ends exact', ours: scores.bodyEnd, goal: '1', peers: '' },
    ...(['people', 'organisations', 'statistics', 'quotes', 'directQuotes'] as const).map(
      (kind) => ({ measure: `${kind} F1`, ours: scores[kind].f1, goal: '≥ 0.95', peers: '' }),
    ),
    { measure: 'speaker accuracy', ours: scores.speakerAccuracy, goal: '≥ 0.95', peers: '' },
  ]);
}

function predictions(shared: URL, names: Names): Record<string, unknown> {
  const folder = new URL('articles/text/', shared);
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return Object.fromEntries(
    files.map((file, index) => {
      const text = readFileSync(new URL(file, folder), 'utf8');
      return [file, predictionFor(text, pageOf(shared, PAGES[index] ?? ''), names)];
    }),
  );
}

function predictionFor(text: string, article: Article | undefined, names: Names): unknown {
  if (!article) return {};
  const body = placeIn(text, article);
  if (!body) return { title: article.title };
  const found = annotate(
    articleFromText(text.slice(body.start, body.end), { title: article.title, lang: article.lang }),
    names,
  );
  return { title: article.title, body, ...inFile(found, body.start) };
}

function inFile(found: Annotations, offset: number): Record<string, unknown> {
  const moved = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset });
  const mentions = (of: string): unknown =>
    found.mentions
      .filter((mention) => mention.of === of)
      .map(({ name, span }) => ({ name, ...moved(span) }));
  return {
    people: mentions('person'),
    organisations: mentions('organisation'),
    statistics: found.figures
      .filter(({ statistic }) => statistic)
      .map(({ span, value }) => ({
        ...moved(span),
        value: typeof value === 'number' ? value : null,
      })),
    quotes: found.quotes
      .filter(({ inTitle }) => inTitle !== true)
      .map(({ segments, speaker, type }) => ({
        segments: segments.map(moved),
        speaker: speaker?.name ?? null,
        type,
      })),
  };
}

/** Where the article's body stands in the seed's text file: from its first block's words to its last's. */
function placeIn(text: string, article: Article): Span | undefined {
  const blocks = article.blocks.filter(({ kind }) => kind !== 'note');
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return undefined;
  const start = text.indexOf(article.text.slice(first.start, first.start + 40));
  const tail = article.text.slice(Math.max(last.start, last.end - 40), last.end);
  const end = text.indexOf(tail, start) + tail.length;
  return start < 0 || end < start ? undefined : { start, end };
}

function pageOf(shared: URL, page: string): Article | undefined {
  const html = readFileSync(new URL(`articles/pages/${page}.html`, shared), 'utf8');
  const address = `https://news.example/national/${page}`;
  const shown = page === '004-app' ? rendered(html) : html;
  return readArticle(documentFromHtml(shown, address), address, secondOpinion)?.article;
}

/** The fifth page renders itself by script; this is the markup that its script makes. */
function rendered(html: string): string {
  const data = /id="data">(.*?)<\/script>/su.exec(html)?.[1] ?? '{}';
  const stories = JSON.parse(data) as Record<
    string,
    { title: string; caption?: string; paragraphs: string[]; related: string[][] }
  >;
  const story = stories['004'];
  if (!story) return html;
  const paragraphs = story.paragraphs.map((words) => `<p>${words}</p>`).join('');
  const related = story.related.map(([h, t]) => `<div><h3>${h}</h3><p>${t}</p></div>`).join('');
  const article = `<article class="main"><h1>${story.title}</h1><figure><figcaption>${story.caption ?? ''}</figcaption></figure><div class="body">${paragraphs}</div></article>`;
  return html
    .replace(
      '<p>Loading…</p>',
      `${article}<aside class="side"><h2>Most viewed</h2>${related}</aside>`,
    )
    .replace(/<script[\s\S]*?<\/script>/gu, '');
}
