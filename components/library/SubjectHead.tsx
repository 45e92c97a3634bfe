import { useState } from 'preact/hooks';
import { Button } from '@/components/shared/Button';
import { numberWords, words } from '@/components/shared/words';
import { type Nest, nestsOf } from '@/lib/collections/nesting';
import type { LibraryView, LibraryWishes } from './library-view';
import { NameForm } from './NameForm';

type Props = { readonly view: LibraryView; readonly wishes: LibraryWishes };

/** What the list is about: a person or subject with a timeline, or a collection that can be renamed. */
export function SubjectHead({ view, wishes }: Props) {
  const { speaker, tag, collections } = view.query;
  const subject = speaker ?? (tag === undefined ? undefined : `#${tag}`);
  if (subject !== undefined) {
    return (
      <header class="subject">
        <h2>{subject}</h2>
        <Years years={view.years} />
      </header>
    );
  }
  const collection = view.collections.find(({ id }) => id === collections?.[0]);
  if (!collection) return null;
  return (
    <CollectionHead
      key={collection.id}
      view={view}
      wishes={wishes}
      id={collection.id}
      name={collection.name}
    />
  );
}

type HeadProps = Props & { readonly id: string; readonly name: string };

function CollectionHead({ view, wishes, id, name }: HeadProps) {
  const [asking, setAsking] = useState<'name' | 'inner'>();
  const nests = nestsOf(view.collections);
  const own = nests.find(({ top }) => top.id === id);
  const answer = (given: string): void => {
    if (given !== '' && asking === 'name') wishes.onRenameCollection(id, given);
    if (given !== '' && asking === 'inner') wishes.onAddCollection(given, id);
    setAsking(undefined);
  };
  return (
    <header class="subject">
      <h2>{name}</h2>
      {asking === undefined ? (
        <p class="row">
          <Button tone="quiet" onPress={() => setAsking('name')}>
            {words('libraryRename')}
          </Button>
          {own && (
            <Button tone="quiet" onPress={() => setAsking('inner')}>
              {words('libraryAddInside')}
            </Button>
          )}
          {!own?.inner.length && (
            <Inside id={id} nests={nests} onInside={wishes.onNestCollection} />
          )}
          <Button tone="quiet" onPress={() => wishes.onExport('dataset', { ids: view.ids, name })}>
            {words('libraryAsDataset')}
          </Button>
          <Button tone="quiet" onPress={() => wishes.onRemoveCollection(id)}>
            {words('libraryRemoveCollection')}
          </Button>
        </p>
      ) : (
        <NameForm
          label={words(asking === 'name' ? 'libraryRename' : 'libraryNewCollection')}
          value={asking === 'name' ? name : ''}
          onName={answer}
        />
      )}
    </header>
  );
}

type InsideProps = {
  readonly id: string;
  readonly nests: readonly Nest[];
  readonly onInside: LibraryWishes['onNestCollection'];
};

/** Where a collection lies; one that holds others lies in none. */
function Inside({ id, nests, onInside }: InsideProps) {
  const around = nests.find(({ inner }) => inner.some((each) => each.id === id))?.top.id ?? '';
  const others = nests.filter(({ top }) => top.id !== id);
  if (others.length === 0) return null;
  return (
    <label class="field inline">
      <span>{words('libraryInside')}</span>
      <select
        value={around}
        onChange={({ currentTarget: { value } }) => onInside(id, value === '' ? undefined : value)}
      >
        <option value="">{words('libraryInsideNone')}</option>
        {others.map(({ top }) => (
          <option key={top.id} value={top.id}>
            {top.name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How many items stand in each year; a bar is as long as its number. */
function Years({ years }: Pick<LibraryView, 'years'>) {
  if (years.length < 2) return null;
  const most = Math.max(...years.map(([, count]) => count));
  return (
    <ol class="years" aria-label={words('libraryTimeline')}>
      {years.map(([year, count]) => (
        <li key={year}>
          <span>{year}</span>
          <span class="bar" style={{ inlineSize: `${(count / most) * 100}%` }}>
            {numberWords(count)}
          </span>
        </li>
      ))}
    </ol>
  );
}
