import { useState } from 'preact/hooks';
import type { FinderQuery } from '@/lib/collections/finder-entries';
import type { Collection } from '@/lib/collections/item';
import { nestsOf } from '@/lib/collections/nesting';
import { Button } from '@/components/shared/Button';
import { numberWords, words } from '@/components/shared/words';
import type { LibraryView, LibraryWishes } from './library-view';
import { NameForm } from './NameForm';

/** The parts of the page. */
export const ROOMS = ['items', 'in-and-out', 'keep-safe'] as const;
export type Room = (typeof ROOMS)[number];

type Props = {
  readonly view: Pick<LibraryView, 'facets' | 'count' | 'collections' | 'query'>;
  readonly wishes: LibraryWishes;
  readonly room: Room;
  readonly onRoom: (room: Room) => void;
};

/** The way through the library: collections nested once, people, tags, and the rooms beside. */
export function LibraryNav({ view, wishes, room, onRoom }: Props) {
  const show = (query: FinderQuery): void => {
    onRoom('items');
    wishes.onQuery({ ...query, sort: view.query.sort ?? 'newest' });
  };
  const isAll = room === 'items' && Object.keys(view.query).every((key) => key === 'sort');
  return (
    <nav aria-label={words('libraryTitle')}>
      <h1>{words('libraryTitle')}</h1>
      <ul>
        <NavEntry
          label={words('libraryAll')}
          count={view.count}
          pressed={isAll}
          onPress={() => show({})}
        />
        <NavEntry
          label={words('libraryUnsorted')}
          pressed={room === 'items' && view.query.collections?.length === 0}
          onPress={() => show({ collections: [] })}
        />
      </ul>
      <Collections view={view} wishes={wishes} isHere={room === 'items'} onShow={show} />
      <Values
        title="libraryPeople"
        values={view.facets.speakers}
        onShow={(speaker) => show({ speaker })}
      />
      <Values title="libraryTags" values={view.facets.tags} onShow={(tag) => show({ tag })} />
      <ul class="rooms">
        <NavEntry
          label={words('libraryInAndOut')}
          pressed={room === 'in-and-out'}
          onPress={() => onRoom('in-and-out')}
        />
        <NavEntry
          label={words('libraryKeepSafe')}
          pressed={room === 'keep-safe'}
          onPress={() => onRoom('keep-safe')}
        />
      </ul>
    </nav>
  );
}

type CollectionsProps = Pick<Props, 'view' | 'wishes'> & {
  readonly isHere: boolean;
  readonly onShow: (query: FinderQuery) => void;
};

function Collections({ view, wishes, isHere, onShow }: CollectionsProps) {
  const [isAdding, setAdding] = useState(false);
  const counts = new Map(view.facets.collections);
  const entry = (each: Collection, inside?: readonly Collection[]) => (
    <NavEntry
      key={each.id}
      label={each.name}
      count={counts.get(each.id) ?? 0}
      inner={inside === undefined}
      pressed={isHere && view.query.collections?.[0] === each.id}
      onPress={() => onShow({ collections: [each, ...(inside ?? [])].map(({ id }) => id) })}
    />
  );
  return (
    <>
      <h2>{words('libraryCollections')}</h2>
      <ul>
        {nestsOf(view.collections).flatMap(({ top, inner }) => [
          entry(top, inner),
          ...inner.map((each) => entry(each)),
        ])}
      </ul>
      {isAdding ? (
        <NameForm
          label={words('libraryNewCollection')}
          onName={(name) => {
            setAdding(false);
            if (name !== '') wishes.onAddCollection(name);
          }}
        />
      ) : (
        <Button tone="quiet" onPress={() => setAdding(true)}>
          + {words('libraryNewCollection')}
        </Button>
      )}
    </>
  );
}

type ValuesProps = {
  readonly title: string;
  readonly values: LibraryView['facets']['tags'];
  readonly onShow: (value: string) => void;
};

const AT_FIRST = 6;

function Values({ title, values, onShow }: ValuesProps) {
  const [isOpen, setOpen] = useState(false);
  if (values.length === 0) return null;
  return (
    <>
      <h2>{words(title)}</h2>
      <ul>
        {values.slice(0, isOpen ? 200 : AT_FIRST).map(([value, count]) => (
          <NavEntry key={value} label={value} count={count} onPress={() => onShow(value)} />
        ))}
      </ul>
      {values.length > AT_FIRST && (
        <Button tone="quiet" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {words(isOpen ? 'libraryFewer' : 'libraryMore')}
        </Button>
      )}
    </>
  );
}

type EntryProps = {
  readonly label: string;
  readonly count?: number;
  readonly inner?: boolean;
  readonly pressed?: boolean;
  readonly onPress: () => void;
};

function NavEntry({ label, count, inner = false, pressed = false, onPress }: EntryProps) {
  return (
    <li class={inner ? 'inner' : undefined}>
      <Button tone="quiet" pressed={pressed} onPress={onPress}>
        <span class="name">{label}</span>{' '}
        {count !== undefined && <span class="number">{numberWords(count)}</span>}
      </Button>
    </li>
  );
}
