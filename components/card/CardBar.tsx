import { useEffect, useState } from 'preact/hooks';
import { Button } from '@/components/shared/Button';
import { words } from '@/components/shared/words';
import type { CardWishes } from './card-wishes';

type Props = Pick<CardWishes, 'onClose' | 'onStep' | 'onPin' | 'onPanel'> & {
  readonly kind: string;
  readonly place: string;
  readonly isSeen: boolean;
};

/** The card's upper edge: what it is about, the way to its neighbours, pin, panel, close. */
export function CardBar({ kind, place, isSeen, onClose, onStep, onPin, onPanel }: Props) {
  const [pinned, setPinned] = useState(false);
  // A card that was closed is pinned no more.
  useEffect(() => {
    if (!isSeen) setPinned(false);
  }, [isSeen]);
  const pin = (): void => {
    onPin(!pinned);
    setPinned(!pinned);
  };
  return (
    <div class="card-bar">
      <span class="kind">{kind}</span>
      <span class="muted place">{place}</span>
      <Button tone="quiet" label={words('previousMark')} onPress={() => onStep('previous')}>
        ‹
      </Button>
      <Button tone="quiet" label={words('nextMark')} onPress={() => onStep('next')}>
        ›
      </Button>
      <Button tone="quiet" label={words('pinCard')} pressed={pinned} onPress={pin}>
        <PinIcon />
      </Button>
      <Button tone="quiet" label={words('openInPanel')} onPress={onPanel}>
        <PanelIcon />
      </Button>
      <Button tone="quiet" label={words('closeCard')} onPress={onClose}>
        ✕
      </Button>
    </div>
  );
}

function PinIcon() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path
        d="M6 1h4l-.5 5L12 8.5V10H4V8.5L6.500 6zM8 10v5"
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
      />
    </svg>
  );
}

function PanelIcon() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path
        d="M1.500 2.500h13v11h-13zM10 2.500v11"
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
      />
    </svg>
  );
}
