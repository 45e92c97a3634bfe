import { useState } from 'preact/hooks';
import type { Item } from '@/lib/collections/item';
import { Button } from '@/components/shared/Button';
import { words } from '@/components/shared/words';
import { isReadOnly, type LibraryView, type LibraryWishes } from './library-view';

type Props = {
  readonly item: Item;
  readonly view: LibraryView;
  readonly wishes: LibraryWishes;
};

/** An item's tags and the collections it is in. */
export function ItemLabels({ item, view, wishes }: Props) {
  const readOnly = isReadOnly(view);
  const change = (part: (each: Item) => Partial<Item>): void =>
    wishes.onChange([item.id], (each) => ({ ...each, ...part(each) }));
  return (
    <section class="item-labels">
      <h2>{words('libraryTags')}</h2>
      <ul class="tags">
        {item.tags.map((tag) => (
          <li key={tag}>
            #{tag}
            {!readOnly && (
              <Button
                tone="quiet"
                label={words('libraryRemoveTag', tag)}
                onPress={() => change((each) => ({ tags: each.tags.filter((one) => one !== tag) }))}
              >
                ✕
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <NewTag
          known={view.facets.tags.map(([tag]) => tag)}
          onTag={(tag) =>
            change((each) => ({ tags: [...new Set([...each.tags, tag])].toSorted() }))
          }
        />
      )}
      <fieldset disabled={readOnly}>
        <legend>{words('libraryCollections')}</legend>
        {view.collections.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={item.collections.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                change((each) => ({ collections: withOrWithout(each.collections, id, checked) }))
              }
            />
            {name}
          </label>
        ))}
      </fieldset>
    </section>
  );
}

type NewTagProps = { readonly known: readonly string[]; readonly onTag: (tag: string) => void };

function NewTag({ known, onTag }: NewTagProps) {
  const [tag, setTag] = useState('');
  const add = (): void => {
    if (tag.trim() !== '') onTag(tag.trim());
    setTag('');
  };
  return (
    <form
      class="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label class="field">
        <span>{words('libraryTag')}</span>
        <input
          value={tag}
          list="known-tags"
          maxLength={200}
          onInput={({ currentTarget }) => setTag(currentTarget.value)}
        />
      </label>
      <datalist id="known-tags">
        {known.slice(0, 200).map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </datalist>
      <Button onPress={add}>{words('libraryAddTag')}</Button>
    </form>
  );
}

function withOrWithout(names: readonly string[], name: string, isIn: boolean): string[] {
  const others = names.filter((each) => each !== name);
  return isIn ? [...others, name].toSorted() : others;
}
