import nlp from 'compromise';
import { annotate } from '@/lib/annotate/annotate';
import { findMentions } from '@/lib/annotate/mentions';
import { articleFromText } from '@/lib/article/article';
import { noNames } from '@/lib/names/names';
import type { BenchRow } from './row';
import { newsText } from './invented-text';

const ROUNDS = 7;
const ARTICLE = 6000;

/** Everything found in one article of six thousand characters, beside compromise's tagging of it, in turns. */
export async function benchAnnotateSpeed(): Promise<BenchRow[]> {
  const article = articleFromText(newsText(ARTICLE));
  const jobs = {
    'whole annotate': () => annotate(article, noNames),
    'mentions alone': () => findMentions(article, noNames),
    'compromise, people and organisations': () => {
      const doc = nlp(article.text);
      doc.people();
      doc.organizations();
    },
  };
  const times = new Map<string, number[]>(Object.keys(jobs).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, job] of Object.entries(jobs)) {
      const began = performance.now();
      job();
      times.get(name)?.push(performance.now() - began);
    }
  }
  return await Promise.resolve(
    [...times].map(([name, all]) => ({
      bench: 'annotate speed',
      measure: `${name}, ms per kB`,
      ours:
        (all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0) /
        (article.text.length / 1000),
      goal: name === 'whole annotate' ? '≤ 1' : '',
      peers: '',
    })),
  );
}
