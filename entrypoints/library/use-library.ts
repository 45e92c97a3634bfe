import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { LibraryView, Told } from '@/components/library/library-view';
import type { FinderQuery } from '@/lib/collections/finder-entries';
import type { Item } from '@/lib/collections/item';
import { library } from './library-desk';
import { type Hold, useIndex } from './use-index';

/** The page's state, and what changes it. */
export type Shown = {
  readonly view: LibraryView;
  readonly setQuery: (query: FinderQuery) => void;
  readonly need: (ids: readonly string[]) => void;
  readonly tell: (told: Told | undefined) => void;
};

type Items = ReadonlyMap<string, Item>;

/** So long the reader sees what was done, and can take it back. */
const TOLD_MS = 15_000;

/** The library as the page shows it. */
export function useLibrary(): Shown {
  const [query, setQuery] = useState<FinderQuery>({ sort: 'newest' });
  const [items, setItems] = useState<Items>(new Map());
  const [told, tell] = useState<Told>();
  useEffect(() => {
    const end = setTimeout(() => tell(undefined), TOLD_MS);
    return () => clearTimeout(end);
  }, [told]);
  const hold = useCallback<Hold>(
    (more, gone = []) => setItems((before) => held(before, more, gone)),
    [],
  );
  const need = useCallback(
    (ids: readonly string[]) =>
      setItems((before) => {
        const missing = ids.filter((id) => !before.has(id));
        if (missing.length > 0) void library.items({ ids: missing }).then((found) => hold(found));
        return before;
      }),
    [hold],
  );
  const { find, years: yearsOf, ...index } = useIndex(hold);
  const found = useMemo(
    () => (index.isReady ? find(query) : undefined),
    [find, index.isReady, query],
  );
  // Only the page of a person or subject has a timeline.
  const isSubject = query.speaker !== undefined || query.tag !== undefined;
  const years = useMemo(
    () => (index.isReady && isSubject ? yearsOf(query) : []),
    [yearsOf, index.isReady, isSubject, query],
  );
  const ids = found ?? [...items.keys()];
  return {
    view: { ...index, query, ids, items, years, ...(told ? { told } : {}) },
    setQuery,
    need,
    tell,
  };
}

function held(before: Items, more: readonly Item[], gone: readonly string[]): Items {
  if (more.length === 0 && gone.length === 0) return before;
  const next = new Map(before);
  for (const id of gone) next.delete(id);
  for (const item of more) next.set(item.id, item);
  return next;
}
