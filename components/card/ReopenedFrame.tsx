import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Reopened } from '@/lib/collections/reopened';
import { Button } from '@/components/shared/Button';
import { ReopenedNote } from '@/components/shared/ReopenedNote';
import { words } from '@/components/shared/words';
import './card-frame.css';
import './reopened-frame.css';

type Props = {
  readonly reopened: Reopened;
  /** The height that the note wants, in CSS pixels. */
  readonly onMeasured: (height: number) => void;
  readonly onClose: () => void;
};

/** In a frame beside saved words that were opened again: what became of them. */
export function ReopenedFrame({ reopened, onMeasured, onClose }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () => onMeasured(Math.ceil(frame.current?.offsetHeight ?? 0)),
    [reopened, onMeasured],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <div class="reopened-frame" ref={frame}>
      <div class="bar">
        <h2>{words('reopenedTitle')}</h2>
        <Button tone="quiet" label={words('closeCard')} onPress={onClose}>
          ✕
        </Button>
      </div>
      <ReopenedNote reopened={reopened} />
    </div>
  );
}
