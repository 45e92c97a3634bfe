import { createRequire } from 'node:module';
import { annotate } from '@/lib/annotate/annotate';
import { findFigures } from '@/lib/annotate/figures';
import { findMentions } from '@/lib/annotate/mentions';
import { type Article, articleFromText } from '@/lib/article/article';
import { noNames } from '@/lib/names/names';

const load = createRequire(import.meta.url);

/** An article before it is read. */
export type Written = { readonly title: string; readonly text: string };

export type JobName = 'whole' | 'mentions' | 'figures' | 'compromise' | 'recognizers';

type Job = (written: Written) => unknown;

/** What is timed: ours and the peers', each over an article whose blocks nobody has read yet. */
export const JOBS: Readonly<Record<JobName, () => Job | Promise<Job>>> = {
  whole: () => (written) => annotate(articleOf(written), noNames),
  mentions: () => (written) => findMentions(articleOf(written), noNames),
  figures: () => (written) => findFigures(articleOf(written)),
  compromise: async () => {
    const { default: nlp } = await import('compromise');
    return ({ text }) => {
      const doc = nlp(text);
      return [doc.people(), doc.organizations()];
    };
  },
  recognizers: () => {
    const suite = load('@microsoft/recognizers-text-suite') as Record<
      'recognizeCurrency' | 'recognizeDimension' | 'recognizeNumber' | 'recognizePercentage',
      (text: string, culture: string) => unknown
    >;
    return ({ text }) => [
      suite.recognizeNumber(text, 'en-us'),
      suite.recognizePercentage(text, 'en-us'),
      suite.recognizeCurrency(text, 'en-us'),
      suite.recognizeDimension(text, 'en-us'),
    ];
  },
};

function articleOf({ title, text }: Written): Article {
  return articleFromText(text, { title });
}
