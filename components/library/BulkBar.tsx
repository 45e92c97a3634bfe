import { useState } from 'preact/hooks';
import { Button } from '@/components/shared/Button';
import { plural, words } from '@/components/shared/words';
import type { LibraryView, LibraryWishes } from './library-view';
import { NameForm } from './NameForm';

type Props = {
  readonly view: LibraryView;
  readonly wishes: LibraryWishes;
  readonly selected: readonly string[];
  readonly onSelect: (ids: readonly string[]) => void;
};

/** What can be done with all selected items at once; each is one step that can be taken back. */
export function BulkBar({ view, wishes, selected, onSelect }: Props) {
  const [isTagging, setTagging] = useState(false);
  const inside = view.query.collections?.[0];
  return (
    <div class="bulk-bar" role="toolbar" aria-label={words('libraryBulk')}>
      <b>{plural('librarySelected', selected.length)}</b>
      <Button tone="quiet" onPress={() => onSelect(view.ids)}>
        {words('librarySelectAll')}
      </Button>
      <Button tone="quiet" onPress={() => onSelect([])}>
        {words('librarySelectNone')}
      </Button>
      <AddTo view={view} wishes={wishes} selected={selected} />
      {inside !== undefined && (
        <Button
          onPress={() =>
            wishes.onChange(selected, (item) => ({
              ...item,
              collections: item.collections.filter((id) => id !== inside),
            }))
          }
        >
          {words('libraryTakeOut')}
        </Button>
      )}
      {isTagging ? (
        <NameForm
          label={words('libraryTag')}
          onName={(tag) => {
            setTagging(false);
            if (tag !== '')
              wishes.onChange(selected, (item) => ({ ...item, tags: added(item.tags, tag) }));
          }}
        />
      ) : (
        <Button onPress={() => setTagging(true)}>{words('libraryAddTag')}</Button>
      )}
      <Button onPress={() => wishes.onExport('own', { ids: selected })}>
        {words('libraryExport')}
      </Button>
      <Button onPress={() => wishes.onRemove(selected)}>{words('libraryRemove')}</Button>
    </div>
  );
}

function AddTo({ view, wishes, selected }: Omit<Props, 'onSelect'>) {
  return (
    <select
      aria-label={words('libraryAddTo')}
      value=""
      onChange={({ currentTarget }) => {
        const { value } = currentTarget;
        if (value !== '')
          wishes.onChange(selected, (item) => ({
            ...item,
            collections: added(item.collections, value),
          }));
        currentTarget.value = '';
      }}
    >
      <option value="">{words('libraryAddTo')}</option>
      {view.collections.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

function added(names: readonly string[], name: string): string[] {
  return [...new Set([...names, name])].toSorted();
}
