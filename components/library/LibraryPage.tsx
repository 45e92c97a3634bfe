import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/shared/Button';
import { HealthNote } from '@/components/shared/HealthNote';
import { words } from '@/components/shared/words';
import { BulkBar } from './BulkBar';
import { Course, InAndOut } from './InAndOut';
import { ItemDetail } from './ItemDetail';
import { ItemList } from './ItemList';
import { KeepSafe } from './KeepSafe';
import { LibraryNav, type Room } from './LibraryNav';
import { LibraryTools } from './LibraryTools';
import './library.css';
import type { WorkCourse, LibraryView, LibraryWishes } from './library-view';
import { SubjectHead } from './SubjectHead';

type Props = {
  readonly view: LibraryView;
  readonly wishes: LibraryWishes;
  /** An import or export that is under way. */
  readonly course?: WorkCourse | undefined;
  /** Where the page begins. */
  readonly first?: Room | undefined;
};

/** Everything the reader has saved: find it, read it, sort it, take it elsewhere, keep it safe. */
export function LibraryPage({ view, wishes, course, first = 'items' }: Props) {
  const [room, setRoom] = useState<Room>(first);
  const { facets, count, collections, query } = view;
  // Drawn anew for none of the items that are read while the reader types.
  const nav = useMemo(
    () => (
      <LibraryNav
        view={{ facets, count, collections, query }}
        wishes={wishes}
        room={room}
        onRoom={setRoom}
      />
    ),
    [facets, count, collections, query, wishes, room],
  );
  return (
    <div class="library">
      {nav}
      <main id="main">
        <HealthNote
          health={view.health}
          onExport={() => setRoom('in-and-out')}
          onRestore={() => setRoom('keep-safe')}
          onLetBe={wishes.onLetBe}
        />
        {course && <Course course={course} />}
        {room === 'items' && <Items view={view} wishes={wishes} />}
        {room === 'in-and-out' && <InAndOut view={view} wishes={wishes} />}
        {room === 'keep-safe' && <KeepSafe view={view} wishes={wishes} />}
      </main>
      <ToldBar view={view} />
    </div>
  );
}

function Items({ view, wishes }: Pick<Props, 'view' | 'wishes'>) {
  const [chosen, setChosen] = useState<string>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const select = (more: Iterable<string>): void => setSelected(new Set(more));
  const here = selected.size === 0 ? [] : view.ids.filter((id) => selected.has(id));
  const item = chosen === undefined ? undefined : view.items.get(chosen);
  const found = useRef<HTMLElement>(null);
  const close = useCallback((): void => {
    // The row from which it was opened, where it is still drawn; in a narrow window it comes back.
    const row = found.current?.querySelector<HTMLElement>('.item-row.chosen .main');
    row?.focus();
    setChosen(undefined);
    requestAnimationFrame(() => row?.focus());
  }, []);
  useEscape(close, item !== undefined);
  const { query, ids, isReady, facets, twins } = view;
  const tools = useMemo(
    () => <LibraryTools view={{ query, ids, isReady, facets, twins }} wishes={wishes} />,
    [query, ids, isReady, facets, twins, wishes],
  );
  return (
    <div class={item ? 'items with-detail' : 'items'}>
      <section class="found" ref={found} aria-label={words('libraryFound')}>
        <SubjectHead view={view} wishes={wishes} />
        {tools}
        {here.length > 0 && (
          <BulkBar view={view} wishes={wishes} selected={here} onSelect={select} />
        )}
        <ItemList
          view={view}
          wishes={wishes}
          chosen={chosen}
          selected={selected}
          onChoose={setChosen}
          onSelect={select}
        />
      </section>
      {item && <ItemDetail key={item.id} item={item} view={view} wishes={wishes} onClose={close} />}
    </div>
  );
}

/** Escape leaves what is open, unless it leaves a field or a form in it first. */
function useEscape(leave: () => void, isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const { target, key, defaultPrevented } = event;
      const isWriting = target instanceof HTMLElement && target.matches('input,textarea,select');
      if (key === 'Escape' && !isWriting && !defaultPrevented) leave();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [leave, isOpen]);
}

function ToldBar({ view }: { readonly view: LibraryView }) {
  return (
    <output class="told-bar" hidden={view.told === undefined}>
      {view.told?.text}
      {view.told?.onUndo && (
        <Button tone="quiet" onPress={view.told.onUndo}>
          {words('libraryUndo')}
        </Button>
      )}
    </output>
  );
}
