import { useState } from 'preact/hooks';
import { Button } from '@/components/shared/Button';
import { numberWords, words } from '@/components/shared/words';
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
  const isTop = view.collections.find((each) => each.id === id)?.parent === undefined;
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
          {isTop && (
            <Button tone="quiet" onPress={() => setAsking('inner')}>
              {words('libraryAddInside')}
            </Button>
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
