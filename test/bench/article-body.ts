import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { documentFromHtml } from '@/lib/cli/page-from-html';
import { readArticle } from '@/lib/page/read';
import type { BenchRow } from './row';

type Score = {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly accuracy: number;
};
type Gold = Readonly<Record<string, { readonly articleBody: string; readonly url: string }>>;

/** The article's body on 90 real pages, by 4-word shingles (Scrapinghub's article extraction benchmark). */
export async function benchArticleBody(shared: URL): Promise<BenchRow[]> {
  const folder = new URL('bench/aeb/', shared);
  const scorer = (await import(new URL('score.mjs', folder).href)) as {
    score(gold: Gold, pred: unknown): Score;
  };
  const gold = JSON.parse(readFileSync(new URL('dev/gold.json', folder), 'utf8')) as Gold;
  const scores = scorer.score(gold, bodiesOf(gold, new URL('dev/html/', folder)));
  const row = (measure: string, ours: number, goal: string, peers: string): BenchRow => ({
    bench: 'aeb',
    measure,
    ours,
    goal,
    peers,
  });
  return [
    row(
      'F1',
      scores.f1,
      '≥ 0.98',
      'Readability .950, trafilatura .955, rs_trafilatura .962, AutoExtract .978',
    ),
    row('precision', scores.precision, '≥ 0.975', 'Readability .915'),
    row('exact pages', scores.accuracy, '≥ 0.45', ''),
  ];
}

function bodiesOf(gold: Gold, folder: URL): Record<string, { articleBody: string }> {
  return Object.fromEntries(
    Object.entries(gold).map(([id, { url }]) => {
      const html = gunzipSync(readFileSync(new URL(`${id}.html.gz`, folder))).toString('utf8');
      const article = readArticle(documentFromHtml(html, url), url)?.article;
      const body = article?.blocks
        .filter(({ kind }) => kind !== 'note')
        .map(({ start, end }) => article.text.slice(start, end));
      return [id, { articleBody: body?.join('\n') ?? '' }];
    }),
  );
}
