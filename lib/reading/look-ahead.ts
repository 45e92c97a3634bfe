import type { Article } from '@/lib/article/article';
import { type Desk, lookUp } from '@/lib/context/look-up';
import { pageWords } from './examine';
import { factsAround, type Finding } from './finding';

/** So many of an article's cards are got ready: more than anybody opens. */
const MOST = 40;

/** An article that was opened, and what was found in it. */
export type Opened = { readonly article: Article; readonly findings: readonly Finding[] };

/** Others' questions go before this work, which ends when nobody wants it any more. */
export type Turns = {
  /** Lets everything pass that waits. */
  pause(): Promise<void>;
  isWanted(): Promise<boolean>;
};

/**
 * Looks up what the cards of an article will show, one after the other, so that the shelf has read it
 * when the reader clicks. The answers themselves are let go: a card goes by the mutes, the reader's own
 * record and the datasets of the moment at which it is opened.
 */
export async function lookAhead(
  { article, findings }: Opened,
  { readBefore: _own, ...desk }: Desk,
  turns: Turns,
): Promise<void> {
  for (const { annotation } of worthReadying(findings)) {
    await turns.pause();
    if (!(await turns.isWanted())) return;
    await lookUp(annotation, pageWords(factsAround(article, annotation)), desk);
  }
}

/** What has something to show: marks that are raised first, and one mention of each name. */
function worthReadying(findings: readonly Finding[]): readonly Finding[] {
  const distinct = new Map(
    findings
      .filter(({ weight }) => weight !== 'none')
      .map((finding) => [`${finding.mark} ${finding.label}`, finding]),
  );
  return [...distinct.values()]
    .toSorted((a, b) => Number(b.weight === 'direct') - Number(a.weight === 'direct'))
    .slice(0, MOST);
}
