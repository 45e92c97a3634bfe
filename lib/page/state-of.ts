import type { Finding } from '@/lib/reading/finding';
import { countsOf, type PageState } from '@/lib/reading/page-state';
import type { Reading } from './read';

/** What the popup and the panel are told of a page that was examined. */
export function stateOf(
  reading: Reading,
  findings: readonly Finding[],
  damaged: boolean,
): PageState {
  const status = damaged ? 'dataset-damaged' : findings.length > 0 ? 'marked' : 'nothing-found';
  return {
    url: location.href,
    status,
    title: reading.article.title,
    examined: countsOf(findings),
    withContext: countsOf(findings.filter(({ weight }) => weight !== 'none')),
    unread: reading.unread,
  };
}
