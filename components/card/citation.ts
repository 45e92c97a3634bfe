import type { CardView } from '@/lib/reading/card-view';
import { when } from '@/components/shared/when';

/** The finding as a citation in plain text: the words, who said them, title, publisher, day, address. */
export function citationOf(view: CardView): string {
  const { article } = view;
  const parts = [
    spokenWords(view),
    [article.byline, `“${article.title}”`, article.publisher].filter(Boolean).join(', '),
    article.published === undefined ? '' : when(article.published),
    article.canonicalUrl ?? article.url ?? '',
  ];
  return parts.filter((part) => part !== '').join('. ');
}

function spokenWords({ finding, target }: CardView): string {
  const exact = target.quote?.exact.replaceAll(/\s+/gu, ' ') ?? '';
  const { annotation } = finding;
  const speaker = annotation.kind === 'quote' ? annotation.speaker?.name : undefined;
  const quoted = exact === '' || /^[“"«„]/u.test(exact) ? exact : `“${exact}”`;
  return speaker === undefined ? quoted : `${quoted} (${speaker})`;
}
