import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { documentFromHtml } from '@/lib/cli/page-from-html';
import { readArticle } from '@/lib/page/read-article';
import { secondOpinion } from '@/lib/page/second-opinion';
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
  const peers =
    'F1: Readability .950, trafilatura .955, rs_trafilatura .962, AutoExtract .978; precision: Readability .915';
  return [
    { bench: 'aeb', measure: 'F1', ours: scores.f1, goal: '≥ 0.98', peers },
    { bench: 'aeb', measure: 'precision', ours: scores.precision, goal: '≥ 0.975', peers: '' },
    { bench: 'aeb', measure: 'exact pages', ours: scores.accuracy, goal: '≥ 0.45', peers: '' },
  ];
}

function bodiesOf(gold: Gold, folder: URL): Record<string, { articleBody: string }> {
  return Object.fromEntries(
    Object.entries(gold).map(([id, { url }]) => {
      const html = gunzipSync(readFileSync(new URL(`${id}.html.gz`, folder))).toString('utf8');
      const article = readArticle(documentFromHtml(html, url), url, secondOpinion)?.article;
      return [id, { articleBody: article?.text ?? '' }];
    }),
  );
}
