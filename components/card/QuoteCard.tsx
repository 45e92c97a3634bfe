import { EarlierLines } from './EarlierLines';
import { EntityHead } from './EntityHead';
import { FigureBody } from './FigureCard';
import { Lines } from './Lines';
import { Section } from './Section';
import type { QuoteContext } from '@/lib/context/context';
import type { Finding } from '@/lib/reading/finding';
import { ReadEntry } from '@/components/shared/ReadEntry';
import type { EntryWishes } from '@/components/shared/StatementEntry';
import { words } from '@/components/shared/words';

type Props = {
  readonly finding: Finding;
  readonly context: QuoteContext;
  readonly wishes: EntryWishes;
};

/** A claim: who disputes, denies, supports or answers it, and what its speaker said before. */
export function QuoteCard({ finding, context, wishes }: Props) {
  const { annotation } = finding;
  const speaker = annotation.kind === 'quote' ? annotation.speaker?.name : undefined;
  return (
    <>
      <blockquote class="on-page">
        <p>{finding.label}</p>
      </blockquote>
      {context.speaker ? (
        <EntityHead brief entity={context.speaker} />
      ) : (
        speaker !== undefined && <p class="speaker">{speaker}</p>
      )}
      {context.groups
        .filter(({ relation }) => relation !== 'oppositeOnSubject')
        .map(({ relation, lines }) => (
          <Lines
            key={relation}
            title={words(`relation_${relation}`)}
            lines={lines}
            wishes={wishes}
          />
        ))}
      <EarlierLines title={words('earlierBySame')} lines={context.earlier} wishes={wishes} />
      <EarlierLines title={words('laterBySame')} lines={context.later} wishes={wishes} />
      {context.figures.map((figure, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- figures of a claim have no identity but their place
        <FigureBody key={at} context={figure} wishes={wishes} />
      ))}
      <ReadBefore context={context} />
      {context.groups
        .filter(({ relation }) => relation === 'oppositeOnSubject')
        .map(({ relation, lines }) => (
          <Lines
            weak
            key={relation}
            title={words(`relation_${relation}`)}
            lines={lines}
            wishes={wishes}
          />
        ))}
      <Lines weak title={words('alsoOnSubject')} lines={context.alsoOnSubject} wishes={wishes} />
      <Empty context={context} />
    </>
  );
}

function ReadBefore({ context }: { readonly context: QuoteContext }) {
  if (context.read.length === 0) return null;
  return (
    <Section title={words('readBefore')} weak={false} most={5}>
      {context.read.map((line) => (
        <ReadEntry key={line.id} line={line} />
      ))}
    </Section>
  );
}

function Empty({ context }: { readonly context: QuoteContext }) {
  const lists = [context.groups, context.earlier, context.later, context.alsoOnSubject];
  if ([...lists, context.read].some((list) => list.length > 0)) return null;
  return <p class="empty muted">{words(context.speaker ? 'emptyClaimKnown' : 'emptyClaim')}</p>;
}
