import type { ExportFormat } from '@/components/library/library-view';
import type { Held } from '@/lib/collections/library-file';
import { ownFiles, ownName } from '@/lib/storage/page-work';
import { outOf } from './export-forms';

/** Hands the reader a file of what is kept. */
export function exportHeld(format: ExportFormat, held: Held, name: string): void {
  const now = Date.now();
  const day = new Date(now).toISOString().slice(0, 10);
  if (format === 'own') {
    const files = ownFiles(held, now);
    for (const [index, file] of files.entries()) {
      download(ownName(day, { index, count: files.length }), file);
    }
    return;
  }
  const out = outOf(format, held, { now, day, name });
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
