import type { SinceSavedView, Told } from '@/components/library/library-view';
import { words } from '@/components/shared/words';
import type { Item } from '@/lib/collections/item';
import { sinceSaved } from '@/lib/collections/since-saved';
import { ask } from '@/lib/messages/ask';
import { openDatasetDatabase } from '@/lib/storage/dataset-database';
import { openShelf } from '@/lib/storage/dataset-shelf';
import { library } from './library-desk';

/** What changed on record and, as far as its page was opened since, on that. */
export async function changedSince({ id, frozen }: Item): Promise<SinceSavedView> {
  const page = await library.foundOf(id);
  return {
    ...(page ? { page } : {}),
    ...(frozen
      ? { records: await sinceSaved(frozen, openShelf(await openDatasetDatabase())) }
      : {}),
  };
}

/** Opens an item's page at its place, and says what became of its words there. */
export async function reopenItem(
  item: Pick<Item, 'id' | 'target'>,
  tell: (told: Told) => void,
): Promise<void> {
  const reopened = await ask('openItem', item);
  if (reopened) tell({ text: words(`reopened_${reopened.outcome}`) });
}
