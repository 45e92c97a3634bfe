import { useEffect, useState } from 'preact/hooks';
import type { Item } from '@/lib/collections/item';
import type { Reopened } from '@/lib/collections/reopened';
import type { SinceSaved } from '@/lib/collections/since-saved';
import { ReopenedNote } from '@/components/shared/ReopenedNote';
import { dayOf } from '@/components/shared/when';
import { words } from '@/components/shared/words';
import type { LibraryWishes, SinceSavedView } from './library-view';

type Props = {
  readonly item: Item;
  /** Changes when something was done that may have changed the answer. */
  readonly done: unknown;
  readonly onSinceSaved: LibraryWishes['onSinceSaved'];
};

/** What changed since the item was saved: on record, and on its page as it was last opened. */
export function SinceSavedNote({ item, done, onSinceSaved }: Props) {
  const [since, setSince] = useState<SinceSavedView>();
  useEffect(() => {
    let isCurrent = true;
    void (async () => {
      const found = await onSinceSaved(item).catch(() => undefined);
      if (isCurrent) setSince(found);
    })();
    return () => {
      isCurrent = false;
    };
  }, [item, done, onSinceSaved]);
  if (!since) return null;
  return (
    <section class="since-saved">
      <h2>{words('librarySince')}</h2>
      {since.records && <OnRecord since={since.records} />}
      {item.target.quote && <OnItsPage reopened={since.page} />}
    </section>
  );
}

/** Additions, withdrawals and other words in the datasets that the reader holds. */
function OnRecord({ since }: { readonly since: SinceSaved }) {
  const isSame = [since.added, since.reworded, since.withdrawn].every((list) => list.length === 0);
  return (
    <>
      {isSame && <p class="muted">{words('librarySinceNothing')}</p>}
      <ul>
        {since.added.map((text) => (
          <li key={text}>{words('librarySinceAdded', text)}</li>
        ))}
        {since.reworded.map(({ line, now }) => (
          <li key={line.ref}>{words('librarySinceReworded', line.text, now)}</li>
        ))}
        {since.withdrawn.map((line) => (
          <li key={line.ref}>{words('librarySinceWithdrawn', line.text)}</li>
        ))}
      </ul>
    </>
  );
}

/** A page is never asked for unless the reader opens it, so it is known only from then. */
function OnItsPage({ reopened }: { readonly reopened: Reopened | undefined }) {
  if (!reopened) return <p class="muted">{words('librarySinceUnopened')}</p>;
  return (
    <>
      <p class="muted">{words('librarySincePage', dayOf(reopened.at))}</p>
      <ReopenedNote reopened={reopened} />
    </>
  );
}
