import type { FigureContext, MeasureLine } from '@/lib/context/context';
import type { Finding } from '@/lib/reading/finding';
import { SeriesChart } from '@/components/shared/SeriesChart';
import type { EntryWishes } from '@/components/shared/StatementEntry';
import { WhyThis } from '@/components/shared/WhyThis';
import { inReadersLanguage, words } from '@/components/shared/words';
import { Lines } from './Lines';

type Props = {
  readonly finding: Finding;
  readonly context: FigureContext;
  readonly wishes: EntryWishes;
};

/** A figure: what is counted, other published values of the same thing, and look-alikes. */
export function FigureCard({ finding, context, wishes }: Props) {
  return (
    <>
      <header class="entity">
        <h1 class="figure-words">{finding.label}</h1>
      </header>
      <FigureBody context={context} wishes={wishes} />
      {!context.measure && context.different.length === 0 && (
        <p class="empty muted">{words('emptyFigure')}</p>
      )}
      <Lines title={words('claimsWithFigure')} lines={context.claims} wishes={wishes} />
    </>
  );
}

/** What is known of a figure, in its own card or inside the card of a claim. */
export function FigureBody({ context, wishes }: Pick<Props, 'context' | 'wishes'>) {
  const { value } = context.onPage;
  const onPage = typeof value === 'number' ? value : undefined;
  return (
    <>
      {context.measure && (
        <section class="part">
          <h2>{words('sameMeasure')}</h2>
          <MeasureHead measure={context.measure} />
          <SeriesChart measure={context.measure} {...(onPage === undefined ? {} : { onPage })} />
          <WhyThis why={context.measure.why} of={context.measure.ref} onReport={wishes.onReport} />
        </section>
      )}
      {context.different.map(({ measure, reason }) => (
        <section class="part" key={measure.ref}>
          <h2>{words('differentDefinition')}</h2>
          <p class="reason">{inReadersLanguage(reason)}</p>
          <MeasureHead measure={measure} />
          <SeriesChart measure={measure} />
          <WhyThis why={measure.why} of={measure.ref} onReport={wishes.onReport} />
        </section>
      ))}
    </>
  );
}

function MeasureHead({ measure }: { readonly measure: MeasureLine }) {
  return (
    <>
      <h3>{inReadersLanguage(measure.name)}</h3>
      <p class="muted">{inReadersLanguage(measure.definition)}</p>
    </>
  );
}
