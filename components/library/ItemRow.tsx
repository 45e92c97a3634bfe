import type { ComponentChildren } from 'preact';
import type { Collection, Item } from '@/lib/collections/item';
import { siteOf } from '@/lib/collections/place';
import { dayOf } from '@/components/shared/when';
import { words } from '@/components/shared/words';

type Props = {
  /** Undefined while it is being read. */
  readonly item: Item | undefined;
  readonly collections: readonly Collection[];
  readonly place: { readonly index: number; readonly count: number };
  readonly isChosen: boolean;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
};

/** One saved item in the list: the words, who said them, where, and the reader's labels. */
export function ItemRow({ item, place, collections, ...row }: Props) {
  if (!item) return <li class="item-row" aria-busy="true" />;
  const { target } = item;
  return (
    <li
      class={row.isChosen ? 'item-row chosen' : 'item-row'}
      data-index={place.index}
      aria-setsize={place.count}
      aria-posinset={place.index + 1}
    >
      <input
        type="checkbox"
        checked={row.isSelected}
        tabIndex={row.isCurrent ? 0 : -1}
        aria-label={words('librarySelectItem', target.quote?.exact ?? target.title)}
        onChange={row.onToggle}
      />
      <button
        type="button"
        class="main"
        tabIndex={row.isCurrent ? 0 : -1}
        aria-pressed={row.isChosen}
        onFocus={row.onFocus}
        onClick={row.onChoose}
      >
        <RowWords item={item} collections={collections} />
      </button>
    </li>
  );
}

type WordsProps = { readonly item: Item; readonly collections: readonly Collection[] };

function RowWords({ item, collections }: WordsProps) {
  const { target } = item;
  return (
    <>
      <span class="head">
        <span class="kind">{words(`libraryKind_${item.kind}`)}</span>{' '}
        {item.speaker !== undefined && <b>{item.speaker}</b>}{' '}
        <span class="day">{dayOf(item.savedAt)}</span>
      </span>{' '}
      <span class="words" lang={target.lang}>
        {target.quote?.exact ?? target.title}
      </span>{' '}
      <span class="foot">
        <span class="source">
          {target.publisher ?? siteOf(target.source)}
          {target.quote && `: ${target.title}`}
        </span>{' '}
        {item.note !== '' && <span class="noted">✎ {item.note}</span>}
        <Labels item={item} collections={collections} />
      </span>
    </>
  );
}

function Labels({ item, collections }: WordsProps) {
  return (
    <>
      {collections
        .filter(({ id }) => item.collections.includes(id))
        .map(({ id, name }) => (
          <Label key={id}>{name}</Label>
        ))}
      {item.tags.slice(0, 4).map((tag) => (
        <Label key={`#${tag}`}>#{tag}</Label>
      ))}
    </>
  );
}

/** Read aloud, words that stand in boxes beside each other need a space between them. */
function Label({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      {' '}
      <span class="label">{children}</span>
    </>
  );
}
