import { useEffect, useRef } from 'preact/hooks';
import type { CardView } from '@/lib/reading/card-view';
import type { Finding } from '@/lib/reading/finding';
import { CardActions } from '@/components/card/CardActions';
import '@/components/card/card.css';
import { CardContent } from '@/components/card/CardContent';
import '@/components/shared/marks-sample.css';
import { words } from '@/components/shared/words';
import type { PanelWishes } from './panel-wishes';

type Props = PanelWishes & {
  readonly finding: Finding;
  readonly opened: string | undefined;
  readonly view: CardView | undefined;
  readonly inView: string | undefined;
};

/** One finding in the list: its words, and below them, once opened, all that its card shows. */
export function FindingEntry({ finding, opened, view, inView, ...wishes }: Props) {
  const { id, mark, label, weight } = finding;
  const isOpen = opened === id;
  const entry = useFollowed(isOpen || (opened === undefined && inView === id));
  const known = weight === 'none' ? words('nothingOnRecord') : undefined;
  return (
    <li ref={entry} class={isOpen ? 'opened' : undefined}>
      <button
        type="button"
        class="finding"
        aria-expanded={isOpen}
        aria-current={inView === id ? 'location' : undefined}
        onClick={() => wishes.onShow(id)}
      >
        <span class="muted">
          {words(`kindOfMark_${mark}`)}
          {known !== undefined && ` · ${known}`}
        </span>{' '}
        <span class={`sample ${mark}`}>{label}</span>
      </button>
      {isOpen && view?.finding.id === id && <Opened view={view} {...wishes} />}
    </li>
  );
}

function Opened({ view, onSave, onMute, onCopy }: PanelWishes & { readonly view: CardView }) {
  return (
    <div class="card-in-panel">
      <CardContent
        view={view}
        wishes={{
          onMute: ({ ref, text }) => onMute({ what: 'claim', id: ref, label: text.slice(0, 60) }),
          onReport: (ref) => void onCopy(ref),
        }}
      />
      <CardActions view={view} steady onSave={onSave} onMute={onMute} onCopy={onCopy} />
    </div>
  );
}

/** Keeps an entry in sight while the reader's hands are on the page and not on the list. */
function useFollowed(follow: boolean) {
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (follow && !document.hasFocus()) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [follow]);
  return entry;
}
