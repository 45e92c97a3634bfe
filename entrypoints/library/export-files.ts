import type { ExportFormat } from '@/components/library/library-view';
import { words } from '@/components/shared/words';
import { ownFiles, ownName } from '@/lib/storage/page-work';
import { outOf } from './export-forms';
import { heldOf, partsOf } from './held-of';

/** Which items are wanted, all where none is named, and what they are called together. */
export type Wanted = { readonly ids?: readonly string[]; readonly name?: string };

/** Hands the reader a file of what is kept; of a very large library, several. */
export async function exportFiles(format: ExportFormat, { ids, name }: Wanted): Promise<void> {
  const now = Date.now();
  const day = new Date(now).toISOString().slice(0, 10);
  if (format === 'own') {
    const { files } = await ownFiles(partsOf(ids), now);
    for (const [index, file] of files.entries()) {
      download(ownName(day, { index, count: files.length }), file);
    }
    return;
  }
  const title = name ?? words('libraryTitle');
  const out = outOf(format, await heldOf(ids), { day, name: title });
  download(`on-record-${day}.${out.name}`, new Blob([out.of], { type: out.type }));
}

function download(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
