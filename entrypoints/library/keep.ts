import { changeLibraryChoices, readLibraryChoices } from '@/lib/storage/library-choices';
import { exportHeld } from './export-files';
import { keeper } from './library-desk';

const DAY_MS = 86_400_000;

/** Asks the browser to keep our data for good; it is asked only once something is kept. */
export async function askToPersist(): Promise<void> {
  if (await navigator.storage.persisted()) return;
  const held = await keeper.backups();
  if (held.length > 0) await navigator.storage.persist();
}

/** Puts a backup into the downloads folder where the reader's schedule says it is time. */
export async function scheduledBackup(): Promise<void> {
  const { backupDays, backedUpAt } = await readLibraryChoices();
  if (backupDays === 0 || Date.now() - backedUpAt < backupDays * DAY_MS) return;
  const held = await keeper.held();
  if (held.items.length === 0) return;
  exportHeld('own', held, '');
  await changeLibraryChoices({ backedUpAt: Date.now() });
}
