import { useEffect, useRef, useState } from 'preact/hooks';
import type { StatementLine } from '@/lib/context/context';
import type { CardView } from '@/lib/reading/card-view';
import type { Mute } from '@/lib/settings';
import { numberWords, words } from '@/components/shared/words';
import './card.css';
import type { CardWishes } from './card-wishes';
import { CardActions } from './CardActions';
import { CardBar } from './CardBar';
import { CardContent } from './CardContent';
import type { Standing } from './use-steady';

type Props = {
  readonly view: CardView;
  /** How often a card has come into sight; undefined while this one is drawn out of it. */
  readonly seen: number | undefined;
  /** Buttons with an effect work only once the card has stood in plain sight for a moment. */
  readonly standing: Standing;
} & CardWishes;

/** One finding with everything that is on record about it. */
export function Card({ view, seen, standing, ...wishes }: Props) {
  const [told, setTold] = useState<string>();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (seen !== undefined) body.current?.focus({ preventScroll: true });
  }, [seen]);
  useEffect(() => setTold(undefined), [view]);
  const onMute = (mute: Mute): void => {
    wishes.onMute(mute);
    setTold(words('mutedNow', mute.label));
  };
  const onReport = (ref: string): void => {
    void wishes.onCopy(ref).then(() => setTold(words('reportCopied', ref)));
  };
  const kind = words(`kindOfMark_${view.finding.mark}`);
  return (
    <dialog
      open
      class={standing === 'covered' ? 'card covered' : 'card'}
      aria-label={`${kind}: ${view.finding.label}`}
    >
      <CardBar
        kind={kind}
        isSeen={seen !== undefined}
        place={words(
          'placeAmong',
          numberWords(view.position.index + 1),
          numberWords(view.position.count),
        )}
        {...wishes}
      />
      <section
        key={view.finding.id}
        class="card-body"
        ref={body}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled region must be reachable by key
        tabIndex={0}
        aria-label={view.finding.label}
      >
        <CardContent view={view} wishes={{ onMute: (line) => onMute(muteOf(line)), onReport }} />
      </section>
      {standing === 'covered' && <output class="told">{words('cardCovered')}</output>}
      {told !== undefined && <output class="told">{told}</output>}
      <CardActions
        view={view}
        steady={standing === 'steady'}
        onMute={onMute}
        onSave={wishes.onSave}
        onCopy={wishes.onCopy}
      />
    </dialog>
  );
}

function muteOf(line: StatementLine): Mute {
  const label = line.text.length > 60 ? `${line.text.slice(0, 60)}…` : line.text;
  return { what: 'claim', id: line.ref, label };
}
