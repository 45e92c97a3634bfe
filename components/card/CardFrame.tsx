import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { CardView } from '@/lib/reading/card-view';
import { Card } from './Card';
import type { CardWishes } from './card-wishes';
import './card-frame.css';
import { useSteady } from './use-steady';

type Props = CardWishes & {
  readonly view: CardView;
  /** How often a card has come into sight; undefined while this one is drawn out of it. */
  readonly seen: number | undefined;
  /** Whether the page's script sees nothing lie over the frame. */
  readonly isPlain: boolean;
  /** The height that the card wants, in CSS pixels. */
  readonly onMeasured: (height: number) => void;
};

const LARGEST = 560;
const PARTS = '.card-body > *, .card-actions';

/** A card in a frame of its own: measured at each change, closed by Escape. */
export function CardFrame({ view, seen, isPlain, onMeasured, ...wishes }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const standing = useSteady(seen, isPlain);
  useLayoutEffect(() => {
    const measure = (): void => onMeasured(Math.min(LARGEST, wantedHeight(frame.current)));
    measure();
    const observer = new ResizeObserver(measure);
    for (const part of frame.current?.querySelectorAll(PARTS) ?? []) {
      observer.observe(part);
    }
    return () => observer.disconnect();
  }, [view, onMeasured]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') wishes.onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return (
    <div
      class="card-frame"
      ref={frame}
      onClickCapture={standing === 'steady' ? undefined : holdBack}
    >
      <Card view={view} seen={seen} standing={standing} {...wishes} />
    </div>
  );
}

/** A press that came before the reader can have seen the card goes nowhere; closing always works. */
function holdBack(event: Event): void {
  const { target } = event;
  if (!(target instanceof Element) || target.closest('.card-bar, summary')) return;
  event.preventDefault();
  event.stopPropagation();
}

/** What stands in the card without scrolling, and its edges. */
function wantedHeight(frame: HTMLElement | null): number {
  const body = frame?.querySelector('.card-body');
  const card = frame?.querySelector('.card');
  if (!body || !card) return 0;
  return Math.ceil(card.getBoundingClientRect().height - body.clientHeight + body.scrollHeight) + 1;
}
