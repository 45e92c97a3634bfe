import type { Finding } from '@/lib/reading/finding';
import type { PageState } from '@/lib/reading/page-state';
import type { Settings } from '@/lib/settings';
import { articlesIn } from './articles';
import type { Point } from './boxes';
import { chooseMarks } from './choose-marks';
import { type Marks, paint } from './marks';
import type { Reading } from './read';

/** An article, and what the background found in it. */
export type Examination = {
  readonly reading: Reading;
  readonly findings: readonly Finding[];
  readonly state: PageState;
};

/** An examined article whose marks stand on the page. */
export type Examined = Examination & {
  readonly marks: Marks;
  /** The ids of its marks, in the order of its text. */
  readonly order: readonly string[];
};

/** Marks what the reader wants to see of an article. */
export function mark(examination: Examination, settings: Settings): Examined {
  const { reading, findings } = examination;
  const chosen = chooseMarks(findings, reading.article, settings);
  return {
    ...examination,
    marks: paint(chosen, reading.map, reading.titleMap),
    order: chosen.map(({ id }) => id),
  };
}

/** Whether two readings are of one article, perhaps in other nodes. */
export function isSame({ article: one }: Reading, { article: other }: Reading): boolean {
  return one.title === other.title && one.text === other.text;
}

/** More than a reader scrolls back through; each holds its text, its nodes and its findings. */
const MOST = 5;

/** The articles of an endless page that the reader has gone on from, which keep their marks. */
export class EarlierArticles {
  #articles: readonly Examined[] = [];

  /** Leaves an article for the next one; its marks stay where the page shows the two together. */
  leave(article: Examined, next: Reading | undefined): void {
    const isBeside = next !== undefined && standBeside(article.reading, next);
    const newest = [article, ...this.#articles];
    this.#articles = newest.filter((each, index) => {
      const stays = index < MOST && isThere(each) && (isBeside || each !== article);
      if (!stays) each.marks.clear();
      return stays;
    });
  }

  /** Gives out the one with the words of a reading, which is no earlier one from then on. */
  take(wanted: Reading): Examined | undefined {
    const found = this.#articles.find(({ reading }) => isSame(reading, wanted));
    this.#articles = this.#articles.filter((each) => each !== found);
    return found;
  }

  /** The one that has a mark at a point of a document's window. */
  at(point: Point, page: Document): Examined | undefined {
    return this.#articles.find(({ marks }) => marks.at(point, page) !== undefined);
  }

  lift(isLifted: boolean): void {
    for (const { marks } of this.#articles) marks.lift(isLifted);
  }

  clear(): void {
    for (const { marks } of this.#articles) marks.clear();
    this.#articles = [];
  }
}

function isThere({ reading: { container } }: Examined): boolean {
  return container.isConnected;
}

/** Whether two are whole articles of their own on a page that shows several. */
function standBeside(one: Reading, other: Reading): boolean {
  return articlesIn(document).some(
    ({ element }) => element.contains(one.container) && !element.contains(other.container),
  );
}
