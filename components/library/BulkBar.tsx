import { useState } from 'preact/hooks';
import { Button } from '@/components/shared/Button';
import { plural, words } from '@/components/shared/words';
import { nestsOf } from '@/lib/collections/nesting';
import { pathsOf } from '@/lib/collections/web-annotation';
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
  const { collections: inside = [] } = view.query;
  const move = (change: (names: readonly string[]) => readonly string[]): void =>
    wishes.onChange(selected, (item) => ({ ...item, collections: change(item.collections) }));
  const outOf = (names: readonly string[]): string[] =>
    names.filter((name) => !inside.includes(name));
  return (
    <div class="bulk-bar" role="toolbar" aria-label={words('libraryBulk')}>
      <b>{plural('librarySelected', selected.length)}</b>
      <Button tone="quiet" onPress={() => onSelect(view.ids)}>
        {words('librarySelectAll')}
      </Button>
      <Button tone="quiet" onPress={() => onSelect([])}>
        {words('librarySelectNone')}
      </Button>
      <Into
        label={words('libraryAddTo')}
        view={view}
        onInto={(id) => move((names) => added(names, id))}
      />
      {inside.length > 0 && (
        <>
          <Into
            label={words('libraryMoveTo')}
            view={view}
            onInto={(id) => move((names) => added(outOf(names), id))}
          />
          <Button onPress={() => move(outOf)}>{words('libraryTakeOut')}</Button>
        </>
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

type IntoProps = Pick<Props, 'view'> & {
  readonly label: string;
  readonly onInto: (id: string) => void;
};

/** A choice among the collections, each named with the one around it. */
function Into({ label, view, onInto }: IntoProps) {
  const names = pathsOf(view.collections);
  return (
    <select
      aria-label={label}
      value=""
      onChange={({ currentTarget }) => {
        const { value } = currentTarget;
        currentTarget.value = '';
        if (value !== '') onInto(value);
      }}
    >
      <option value="">{label}</option>
      {nestsOf(view.collections).flatMap(({ top, inner }) =>
        [top, ...inner].map(({ id, name }) => (
          <option key={id} value={id}>
            {names.get(id) ?? name}
          </option>
        )),
      )}
    </select>
  );
}

function added(names: readonly string[], name: string): string[] {
  return [...new Set([...names, name])].toSorted();
}
