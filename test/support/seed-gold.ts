import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A quote of the hand-made gold: its id ("q1-04") and its words, paragraph after paragraph. */
type GoldQuote = { readonly id: string; readonly words: string; readonly inTitle: boolean };
export type GoldArticle = { readonly text: string; readonly quotes: readonly GoldQuote[] };
export type GoldPair = {
  readonly relation: 'counter' | 'earlier-same-speaker' | 'statistic-conflict' | 'same-statement';
  readonly statement: string;
  readonly counter?: string;
  readonly earlier?: string;
  readonly other?: string;
  readonly strength?: 'strong' | 'medium' | 'weak';
  readonly consistency?: 'consistent' | 'tension' | 'shift';
};

type GoldFile = {
  readonly file: string;
  readonly quotes: readonly {
    readonly id: string;
    readonly segments: readonly { readonly text: string }[];
    readonly inTitle?: boolean;
  }[];
};

const ARTICLES = path.join(import.meta.dirname, '../../../shared/articles');

/** Whether the seed articles lie beside the project. */
export const haveSeedArticles = existsSync(ARTICLES);

/** The five seed articles with the quotes of their gold, in the order of their file names. */
export function goldArticles(): readonly GoldArticle[] {
  const gold = path.join(ARTICLES, 'gold');
  const files = readdirSync(gold).filter((name) => /^\d{3}_.*\.json$/u.test(name));
  return files.toSorted().map((name) => {
    const { file, quotes } = JSON.parse(readFileSync(path.join(gold, name), 'utf8')) as GoldFile;
    return {
      text: readFileSync(path.join(ARTICLES, 'text', file), 'utf8'),
      quotes: quotes.map(({ id, segments, inTitle = false }) => ({
        id,
        words: segments.map(({ text }) => text).join(' '),
        inTitle,
      })),
    };
  });
}

/** How statements of the five articles stand to each other. */
export function goldPairs(): readonly GoldPair[] {
  const file = readFileSync(path.join(ARTICLES, 'gold/pairs.json'), 'utf8');
  return (JSON.parse(file) as { readonly pairs: readonly GoldPair[] }).pairs;
}
