import { useEffect, useState } from 'preact/hooks';
import type { Item } from '@/lib/collections/item';
import type { SinceSaved } from '@/lib/collections/since-saved';
import { words } from '@/components/shared/words';

type Props = {
  readonly item: Item;
  readonly onSinceSaved: (item: Item) => Promise<SinceSaved>;
};

/** What changed on record since the item was saved: additions, withdrawals, other words. */
export function SinceSavedNote({ item, onSinceSaved }: Props) {
  const [since, setSince] = useState<SinceSaved>();
  useEffect(() => {
    let isCurrent = true;
    void (async () => {
      const found = await onSinceSaved(item).catch(() => undefined);
      if (isCurrent) setSince(found);
    })();
    return () => {
      isCurrent = false;
    };
  }, [item, onSinceSaved]);
  if (!since) return null;
  const isSame = [since.added, since.reworded, since.withdrawn].every((list) => list.length === 0);
  return (
    <section class="since-saved">
      <h2>{words('librarySince')}</h2>
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
    </section>
  );
}
