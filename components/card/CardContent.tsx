import type { CardView } from '@/lib/reading/card-view';
import type { EntryWishes } from '@/components/shared/StatementEntry';
import { FigureCard } from './FigureCard';
import { MentionCard } from './MentionCard';
import { QuoteCard } from './QuoteCard';

type Props = { readonly view: CardView; readonly wishes: EntryWishes };

/** What is on record about one finding, in the card or in the panel. */
export function CardContent({ view: { finding, context }, wishes }: Props) {
  switch (context.kind) {
    case 'mention':
      return finding.annotation.kind === 'mention' ? (
        <MentionCard mention={finding.annotation} context={context} wishes={wishes} />
      ) : null;
    case 'quote':
      return <QuoteCard finding={finding} context={context} wishes={wishes} />;
    case 'figure':
      return <FigureCard finding={finding} context={context} wishes={wishes} />;
  }
}
