import { findBody } from '@/lib/article/find-body';
import { gatherArticle, type Opinion, opinionOn, type Reading, readingOf } from './read';

/**
 * Reads the article of a page in one go, for those who have no background to ask: the headless
 * interface and the benchmarks. Undefined where the page has no body of words.
 */
export function readArticle(page: Document, address: string, other?: Opinion): Reading | undefined {
  const gathering = gatherArticle(page, address);
  if (!gathering) return undefined;
  const { outline, facts } = gathering;
  const first = findBody({ outline, facts });
  const texts = first.sure ? undefined : other?.(page);
  return readingOf(
    gathering,
    texts ? findBody({ outline, facts, opinion: opinionOn(gathering, texts) }) : first,
  );
}
