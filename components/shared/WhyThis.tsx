import type { Why } from '@/lib/context/context';
import { Button } from './Button';
import { words } from './words';

type Props = { readonly why: Why; readonly onMute?: () => void };

/** In one sentence: how this record was found, by which words, in which dataset. */
export function WhyThis({ why, onMute }: Props) {
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
      {onMute && (
        <Button tone="quiet" onPress={onMute}>
          {words('muteThis')}
        </Button>
      )}
    </details>
  );
}
