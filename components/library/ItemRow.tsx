import type { Collection, Item } from '@/lib/collections/item';
import { siteOf } from '@/lib/collections/place';
import { Button } from '@/components/shared/Button';
import { httpLink } from '@/components/shared/http-link';
import { dayOf, when } from '@/components/shared/when';
import { words } from '@/components/shared/words';

type Props = {
  readonly item: Item;
  readonly collections: readonly Collection[];
  readonly onOpen: (item: Item) => void;
};

/** One saved item: the words, who said them, where they stand, and what the reader wrote to it. */
export function ItemRow({ item, collections, onOpen }: Props) {
  const { target } = item;
  return (
    <article class="item-row">
      <p class="head muted">
        <span class="kind">{words(`libraryKind_${item.kind}`)}</span>
        {item.speaker !== undefined && <b>{item.speaker}</b>}
        <span>{words('librarySavedOn', dayOf(item.savedAt))}</span>
      </p>
      <blockquote lang={target.lang} cite={target.source}>
        {target.quote?.exact ?? target.title}
      </blockquote>
      <SourceOf item={item} />
      {item.note !== '' && <p class="note">{item.note}</p>}
      <p class="labels">
        {collections
          .filter(({ id }) => item.collections.includes(id))
          .map(({ id, name }) => (
            <span class="in-collection" key={id}>
              {name}
            </span>
          ))}
        {item.tags.map((tag) => (
          <span class="tag" key={tag}>
            #{tag}
          </span>
        ))}
      </p>
      <Button onPress={() => onOpen(item)}>{words('libraryOpenAtPlace')}</Button>
    </article>
  );
}

function SourceOf({ item: { target } }: { readonly item: Item }) {
  const link = httpLink(target.canonical ?? target.source);
  const publisher = target.publisher ?? siteOf(target.source);
  const title = target.quote ? `${publisher}: ${target.title}` : publisher;
  return (
    <p class="source">
      {link ? (
        <a href={link.href} target="_blank" rel="noopener noreferrer" title={link.host}>
          {title}
        </a>
      ) : (
        <cite>{title}</cite>
      )}
      {target.published !== undefined && <span class="muted"> {when(target.published)}</span>}
    </p>
  );
}
