import { words } from '@/components/shared/words';
import type { Held } from '@/lib/collections/library-file';
import { keeper, library } from './library-desk';

/** What is to be exported: the items named, or everything. */
export async function heldOf(ids?: readonly string[]): Promise<Held> {
  if (!ids) return await keeper.held();
  return { items: await library.items({ ids }), collections: await library.collections() };
}

/** What an export of a collection is called. */
export function nameOf({ items, collections }: Held): string {
  const [first] = items[0]?.collections ?? [];
  return collections.find(({ id }) => id === first)?.name ?? words('libraryTitle');
}
