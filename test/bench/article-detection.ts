import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { documentFromHtml } from '@/lib/cli/page-from-html';
import { judge } from '@/lib/page/gate';
import type { BenchRow } from './row';

type Gold = { readonly id: string; readonly url: string; readonly article: boolean };
type Score = { readonly accuracy: number; readonly recall: number; readonly precision: number };

/** Whether a page is an article: 172 real article and section pages. */
export async function benchArticleDetection(shared: URL): Promise<BenchRow[]> {
  const folder = new URL('bench/article-detection/', shared);
  const scorer = (await import(new URL('score.mjs', folder).href)) as {
    readJsonl(file: string): Gold[];
    score(gold: readonly Gold[], pred: unknown): Score;
  };
  const gold = scorer.readJsonl(new URL('dev/gold.jsonl', folder).pathname);
  const scores = scorer.score(
    gold,
    gold.map(({ id, url }) => {
      const file = new URL(`dev/html/${id}.html.gz`, folder);
      const html = gunzipSync(readFileSync(file)).toString('utf8');
      return { id, article: judge(documentFromHtml(html, url), url).article };
    }),
  );
  return [
    {
      bench: 'article-detection',
      measure: 'accuracy',
      ours: scores.accuracy,
      goal: '≥ 0.98',
      peers: 'isProbablyReaderable .808, og:type .895',
    },
    {
      bench: 'article-detection',
      measure: 'recall',
      ours: scores.recall,
      goal: '≥ 0.99',
      peers: '',
    },
  ];
}
