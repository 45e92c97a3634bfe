import type { Why } from '@/lib/context/context';
import type { Ref } from '@/lib/record/ref';
import { Button } from './Button';
import { httpLink } from './http-link';
import { words } from './words';

type Props = {
  readonly why: Why;
  /** The record that this is about. */
  readonly of: Ref;
  readonly onMute?: (() => void) | undefined;
  readonly onReport?: ((ref: Ref) => void) | undefined;
};

/** In one sentence: how this record was found, by which words, in which dataset; and what to do. */
export function WhyThis({ why, of, onMute, onReport }: Props) {
  const matched = why.matched.map((each) => `“${each}”`).join(', ');
  return (
    <details class="why-this">
      <summary>{words('whyThis')}</summary>
      <p>
        {words(`why_${why.strength.replaceAll('-', '_')}`)}
        {matched !== '' && ` ${words('whyMatched', matched)}`}
        {why.drawnBy !== undefined && ` ${words(`whyDrawn_${why.drawnBy}`)}`}
        {why.linkStrength !== undefined && ` ${words(`whyStrength_${why.linkStrength}`)}`}
      </p>
      {why.note !== undefined && <p>{why.note}</p>}
      <p class="muted">{words('whyDataset', why.dataset.title, String(why.dataset.edition))}</p>
      <p class="row">
        {onMute && (
          <Button tone="quiet" onPress={onMute}>
            {words('muteThis')}
          </Button>
        )}
        {onReport && <ReportEntry of={of} homepage={why.dataset.homepage} onReport={onReport} />}
      </p>
    </details>
  );
}

type ReportProps = {
  readonly of: Ref;
  readonly homepage: string | undefined;
  readonly onReport: (ref: Ref) => void;
};

/**
 * The way to tell a dataset's publisher that an entry is wrong. Nothing of the page goes along: the
 * record's id stands behind the `#` of their address, which no browser sends to a server.
 */
function ReportEntry({ of, homepage, onReport }: ReportProps) {
  const link = httpLink(homepage);
  if (!link) {
    return (
      <Button tone="quiet" onPress={() => onReport(of)}>
        {words('reportCopy')}
      </Button>
    );
  }
  const address = new URL(link.href);
  address.hash = of;
  return (
    <a class="button quiet" href={address.href} target="_blank" rel="noopener noreferrer">
      {words('reportEntry')}
    </a>
  );
}
