import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '@/components/shared/words';
import { ItemRow } from './ItemRow';
import type { LibraryView, LibraryWishes } from './library-view';

type Props = {
  readonly view: LibraryView;
  readonly wishes: LibraryWishes;
  readonly chosen: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly onChoose: (id: string | undefined) => void;
  readonly onSelect: (ids: Iterable<string>) => void;
};

/** Every row is as high as this, so that only those in sight have to be drawn. Pixels. */
const ROW = 104;
const BEYOND = 6;

/**
 * The items found; of any number, only those in sight are drawn. Keys: arrows or j and k to go, Enter
 * to read, o to open at its place, x to select, Delete to remove.
 */
export function ItemList(props: Props) {
  const { view, wishes, selected, onChoose, onSelect } = props;
  const box = useRef<HTMLUListElement>(null);
  const { from, to } = useSight(box, view.ids.length);
  const [at, setAt] = useState(0);
  const removedRef = useRef(false);
  useEffect(() => {
    if (!removedRef.current || view.ids.length === 0) return;
    // The row that had the focus is gone; the one that took its place gets it.
    removedRef.current = false;
    const next = Math.min(at, view.ids.length - 1);
    setAt(next);
    bringIntoSight(box.current, next);
  }, [view.ids, at]);
  const shown = view.ids.slice(from, to);
  const { onNeed } = wishes;
  useEffect(() => onNeed(view.ids.slice(from, to)), [view.ids, from, to, onNeed]);
  const toggle = (id: string): void => onSelect(toggled(selected, id));
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step !== undefined) move(event, Math.max(0, Math.min(view.ids.length - 1, at + step)));
    else {
      removedRef.current = event.key === 'Delete';
      act(event, props, { id: view.ids[at], toggle });
    }
  };
  const move = (event: KeyboardEvent, next: number): void => {
    event.preventDefault();
    setAt(next);
    bringIntoSight(box.current, next);
  };
  if (view.isReady && view.ids.length === 0) {
    return <Empty view={view} removedRef={removedRef} />;
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the rows inside, caught in one place
    <ul class="item-list" ref={box} onKeyDown={onKeyDown} aria-label={words('libraryFound')}>
      <li style={{ height: `${from * ROW}px` }} aria-hidden="true" />
      {shown.map((id, index) => (
        <ItemRow
          key={id}
          item={view.items.get(id)}
          collections={view.collections}
          place={{ index: from + index, count: view.ids.length }}
          isChosen={props.chosen === id}
          isSelected={selected.has(id)}
          isCurrent={from + index === at}
          onFocus={() => setAt(from + index)}
          onChoose={() => onChoose(id)}
          onToggle={() => toggle(id)}
        />
      ))}
      <li style={{ height: `${Math.max(0, view.ids.length - to) * ROW}px` }} aria-hidden="true" />
    </ul>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 8,
  PageUp: -8,
};

function act(
  event: KeyboardEvent,
  { view, wishes }: Props,
  { id, toggle }: { readonly id: string | undefined; readonly toggle: (id: string) => void },
): void {
  const item = id === undefined ? undefined : view.items.get(id);
  if (id === undefined || !item || event.ctrlKey || event.metaKey) return;
  if (event.key === 'o') wishes.onOpen(item);
  else if (event.key === 'x') toggle(id);
  else if (event.key === 'Delete') wishes.onRemove([id]);
  else return;
  event.preventDefault();
}

function toggled(selected: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

function bringIntoSight(box: HTMLUListElement | null, index: number): void {
  if (!box) return;
  const top = index * ROW;
  if (top < box.scrollTop) box.scrollTop = top;
  if (top + ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW - box.clientHeight;
  requestAnimationFrame(() => {
    box.querySelector<HTMLElement>(`[data-index="${index}"] .main`)?.focus();
  });
}

/** Which rows stand in sight. */
function useSight(
  box: { readonly current: HTMLUListElement | null },
  count: number,
): { readonly from: number; readonly to: number } {
  const [sight, setSight] = useState({ top: 0, height: 900 });
  const isEmpty = count === 0;
  useEffect(() => {
    const list = box.current;
    if (!list) return undefined;
    const look = (): void => setSight({ top: list.scrollTop, height: list.clientHeight || 900 });
    look();
    list.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      list.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [box, isEmpty]);
  const from = Math.min(Math.max(0, Math.floor(sight.top / ROW) - BEYOND), Math.max(0, count - 1));
  const to = Math.min(count, Math.ceil((sight.top + sight.height) / ROW) + BEYOND);
  return { from, to };
}

type EmptyProps = Pick<Props, 'view'> & {
  /** Whether the last item was removed by a key, and the focus went with it. */
  readonly removedRef: { current: boolean };
};

function Empty({ view, removedRef }: EmptyProps) {
  const says = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (removedRef.current) says.current?.focus();
    removedRef.current = false;
  }, [removedRef]);
  return (
    <p class="empty" ref={says} tabIndex={-1}>
      {words(view.count === 0 ? 'libraryEmpty' : 'libraryNothingFound')}
    </p>
  );
}
