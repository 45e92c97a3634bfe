import { useState } from 'preact/hooks';
import type { Collection, Item } from '@/lib/collections/item';
import { Button } from '@/components/shared/Button';
import { plural, words } from '@/components/shared/words';
import { ItemRow } from './ItemRow';
import './library.css';

type Props = {
  readonly items: readonly Item[];
  readonly collections: readonly Collection[];
  readonly onOpen: (item: Item) => void;
};

/** Everything the reader has saved, by collection. */
export function LibraryPage({ items, collections, onOpen }: Props) {
  const [chosen, setChosen] = useState<string>();
  const shown = items.filter((item) => chosen === undefined || item.collections.includes(chosen));
  return (
    <div class="library">
      <nav aria-label={words('libraryCollections')}>
        <h1>{words('libraryTitle')}</h1>
        <ul>
          <li>
            <Button
              tone="quiet"
              pressed={chosen === undefined}
              onPress={() => setChosen(undefined)}
            >
              {words('libraryAll')}
            </Button>
          </li>
          {collections.map(({ id, name }) => (
            <li key={id}>
              <Button tone="quiet" pressed={chosen === id} onPress={() => setChosen(id)}>
                {name}
              </Button>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <output class="count muted">{plural('libraryItems', shown.length)}</output>
        {shown.length === 0 && <p class="empty">{words('libraryEmpty')}</p>}
        {shown.map((item) => (
          <ItemRow key={item.id} item={item} collections={collections} onOpen={onOpen} />
        ))}
      </main>
    </div>
  );
}
