import { useEffect, useRef, useState } from 'preact/hooks';
import type { Item } from '@/lib/collections/item';
import { siteOf } from '@/lib/collections/place';
import { linesOf } from '@/lib/collections/since-saved';
import { byOccasion } from '@/lib/context/occasions';
import { Button } from '@/components/shared/Button';
import { httpLink } from '@/components/shared/http-link';
import { StatementEntry } from '@/components/shared/StatementEntry';
import { dayOf, when } from '@/components/shared/when';
import { words } from '@/components/shared/words';
import { ItemLabels } from './ItemLabels';
import { isReadOnly, type LibraryView, type LibraryWishes } from './library-view';
import { NoteField } from './NoteField';
import { SinceSavedNote } from './SinceSavedNote';

type Props = {
  readonly item: Item;
  readonly view: LibraryView;
  readonly wishes: LibraryWishes;
  readonly onClose: () => void;
};

/** One item with all that is kept of it. */
export function ItemDetail({ item, view, wishes, onClose }: Props) {
  const { target } = item;
  const readOnly = isReadOnly(view);
  const aside = useRef<HTMLElement>(null);
  useEffect(() => takeOver(aside.current), []);
  return (
    <aside class="item-detail" ref={aside} tabIndex={-1} aria-label={words('libraryItem')}>
      <div class="bar">
        <span class="kind">{words(`libraryKind_${item.kind}`)}</span>
        <Button tone="quiet" label={words('libraryClose')} onPress={onClose}>
          ✕
        </Button>
      </div>
      {item.speaker !== undefined && (
        <p class="speaker">
          <Button
            tone="quiet"
            onPress={() => wishes.onQuery({ speaker: item.speaker ?? '', sort: 'oldest' })}
          >
            {item.speaker}
          </Button>
        </p>
      )}
      {target.quote && (
        <blockquote lang={target.lang} cite={target.source}>
          <span class="around">{target.quote.prefix}</span>
          {target.quote.exact}
          <span class="around">{target.quote.suffix}</span>
        </blockquote>
      )}
      <Source item={item} />
      <p class="row">
        {/^(?:https?|file):/u.test(target.source) && (
          <>
            <Button tone="primary" onPress={() => wishes.onOpen(item)}>
              {words('libraryOpenAtPlace')}
            </Button>
            <Button onPress={() => wishes.onCopyLink(item)}>{words('libraryCopyLink')}</Button>
          </>
        )}
        {!readOnly && (
          <Button tone="quiet" onPress={() => wishes.onRemove([item.id])}>
            {words('libraryRemove')}
          </Button>
        )}
      </p>
      <NoteField
        note={item.note}
        isReadOnly={readOnly}
        onNote={(note) => wishes.onChange([item.id], (each) => ({ ...each, note }))}
      />
      <ItemLabels item={item} view={view} wishes={wishes} />
      {(item.frozen ?? target.quote) && (
        <SinceSavedNote item={item} done={view.told} onSinceSaved={wishes.onSinceSaved} />
      )}
      <Frozen item={item} />
    </aside>
  );
}

/** In a narrow window the list gives way to the item, and the focus goes along. */
function takeOver(aside: HTMLElement | null): void {
  const list = aside?.previousElementSibling;
  if (list && getComputedStyle(list).display === 'none') aside.focus();
}

function Source({ item }: { readonly item: Item }) {
  const { target } = item;
  const link = httpLink(target.canonical ?? target.source);
  return (
    <p class="source">
      {link ? (
        <a href={link.href} target="_blank" rel="noopener noreferrer" title={link.host}>
          {target.title || link.href}
        </a>
      ) : (
        <cite>{target.title}</cite>
      )}
      <span class="muted">
        {' '}
        {target.publisher ?? siteOf(target.source)}
        {target.published !== undefined && `, ${when(target.published)}`}.{' '}
        {words('librarySavedOn', dayOf(item.savedAt))}
      </span>
    </p>
  );
}

/** The records shown when the item was saved, as they were. */
function Frozen({ item }: { readonly item: Item }) {
  const [isOpen, setOpen] = useState(false);
  const occasions = item.frozen ? byOccasion(linesOf(item.frozen)) : [];
  if (occasions.length === 0) return null;
  return (
    <section class="frozen">
      <h2>{words('libraryFrozen')}</h2>
      {occasions.slice(0, isOpen ? occasions.length : 3).map((occasion) => (
        <StatementEntry key={occasion[0].ref} lines={occasion} />
      ))}
      {occasions.length > 3 && (
        <Button tone="quiet" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {words(isOpen ? 'libraryFewer' : 'libraryMore')}
        </Button>
      )}
    </section>
  );
}
