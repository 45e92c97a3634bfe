import { useEffect, useRef, useState } from 'preact/hooks';
import type { StatementLine } from '@/lib/context/context';
import type { Item } from '@/lib/collections/item';
import type { CardView, SaveRequest } from '@/lib/reading/card-view';
import type { Mute } from '@/lib/settings';
import { numberWords, words } from '@/components/shared/words';
import './card.css';
import { CardActions } from './CardActions';
import { CardBar } from './CardBar';
import { FigureCard } from './FigureCard';
import { MentionCard } from './MentionCard';
import { QuoteCard } from './QuoteCard';

/** What the reader may do from a card; the frame's entry point carries it out. */
export type CardWishes = {
  readonly onClose: () => void;
  readonly onStep: (direction: 'next' | 'previous') => void;
  readonly onPin: (pinned: boolean) => void;
  readonly onPanel: () => void;
  readonly onSave: (request: SaveRequest) => Promise<{ readonly item: Item }>;
  readonly onMute: (mute: Mute) => void;
  readonly onCopy: (text: string) => Promise<void>;
};

type Props = {
  readonly view: CardView;
  /** Buttons with an effect work only once the card has stood in plain sight for a moment. */
  readonly steady: boolean;
} & CardWishes;

/** One finding with everything that is on record about it. */
export function Card({ view, steady, ...wishes }: Props) {
  const [muted, setMuted] = useState<string>();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.focus({ preventScroll: true });
    body.current?.scrollTo(0, 0);
    setMuted(undefined);
  }, [view]);
  const onMute = (mute: Mute): void => {
    wishes.onMute(mute);
    setMuted(mute.label);
  };
  const kind = words(`kindOfMark_${view.finding.mark}`);
  return (
    <dialog open class="card" aria-label={`${kind}: ${view.finding.label}`}>
      <CardBar
        kind={kind}
        place={words(
          'placeAmong',
          numberWords(view.position.index + 1),
          numberWords(view.position.count),
        )}
        {...wishes}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled region must be reachable by key */}
      <section class="card-body" ref={body} tabIndex={0} aria-label={view.finding.label}>
        <Content view={view} onMute={(line) => onMute(muteOf(line))} />
      </section>
      {muted !== undefined && <output class="told">{words('mutedNow', muted)}</output>}
      <CardActions
        view={view}
        steady={steady}
        onMute={onMute}
        onSave={wishes.onSave}
        onCopy={wishes.onCopy}
      />
    </dialog>
  );
}

type ContentProps = { readonly view: CardView; readonly onMute: (line: StatementLine) => void };

function Content({ view: { finding, context }, onMute }: ContentProps) {
  switch (context.kind) {
    case 'mention':
      return finding.annotation.kind === 'mention' ? (
        <MentionCard mention={finding.annotation} context={context} onMute={onMute} />
      ) : null;
    case 'quote':
      return <QuoteCard finding={finding} context={context} onMute={onMute} />;
    case 'figure':
      return <FigureCard finding={finding} context={context} onMute={onMute} />;
  }
}

function muteOf(line: StatementLine): Mute {
  const label = line.text.length > 60 ? `${line.text.slice(0, 60)}…` : line.text;
  return { what: 'claim', id: line.ref, label };
}
