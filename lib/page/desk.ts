import type { Article } from '@/lib/article/article';
import type { Target } from '@/lib/collections/item';
import type { CardView } from '@/lib/reading/card-view';
import type { ArticleFacts, Finding } from '@/lib/reading/finding';
import type { PageState } from '@/lib/reading/page-state';
import type { BodyDesk } from './read-page';

/** What the page's script asks of the background, in its own words; messages provide it. */
export type Desk = BodyDesk & {
  annotate(read: {
    article: Article;
    factChecks: readonly string[];
  }): Promise<{ findings: readonly Finding[]; damaged: boolean }>;
  lookUp(question: {
    finding: Finding;
    article: ArticleFacts;
    target: Target;
    position: CardView['position'];
  }): Promise<CardView>;
  /** A fresh token of the card's frame, and the address at which the frame is. */
  card(): Promise<{ token: string; address: string }>;
  /** Gives the frames of the page the look of marks. */
  styleFrames(): void;
  report(state: PageState): void;
};
