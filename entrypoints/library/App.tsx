import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { LibraryPage } from '@/components/library/LibraryPage';
import type { Collection, Item } from '@/lib/collections/item';
import { ask } from '@/lib/messages/ask';
import { openLibrary } from '@/lib/storage/library-store';

const library = openLibrary({
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
});

/** The library page over the reader's own database; it follows every write. */
export function App(): VNode | null {
  const [held, setHeld] = useState<readonly [readonly Item[], readonly Collection[]]>();
  useEffect(
    () =>
      library.watch(() => {
        void Promise.all([library.items(), library.collections()]).then(setHeld);
      }),
    [],
  );
  if (!held) return null;
  const [items, collections] = held;
  return (
    <LibraryPage
      items={items}
      collections={collections}
      onOpen={({ target }) => void ask('openItem', { target })}
    />
  );
}
