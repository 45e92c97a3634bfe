import type { ExportFormat } from '@/components/library/library-view';
import { troubleWords } from '@/components/shared/trouble-words';
import { words } from '@/components/shared/words';
import type { Held } from '@/lib/collections/library-file';
import { ownFiles, ownName } from '@/lib/storage/page-work';
import { outOf } from './export-forms';
import { heldIn, partsOf, watched } from './held-of';
import type { Tools } from './imports';
import { library } from './library-desk';

/** Which items are wanted, all where none is named, and what they are called together. */
export type Wanted = { readonly ids?: readonly string[]; readonly name?: string };

/**
 * Hands the reader a file of what is kept; of a very large library, several. Says how far it is, can
 * be stopped, and tells what came of it.
 */
export async function exportFiles(
  format: ExportFormat,
  wanted: Wanted,
  { setCourse, tell }: Tools,
): Promise<void> {
  const stop = new AbortController();
  const all = wanted.ids?.length ?? (await library.count());
  const onStop = (): void => stop.abort();
  const label = words('libraryTakingOut');
  const parts = watched(partsOf(wanted.ids), stop.signal, (done) =>
    setCourse({ label, done, all, onStop }),
  );
  try {
    for (const [name, blob] of await filesOf(format, parts, wanted.name)) download(name, blob);
    tell({ text: words('libraryTakenOut') });
  } catch (error) {
    const failed = (): string => words('libraryFailed', troubleWords(error));
    tell({ text: stop.signal.aborted ? words('libraryStopped') : failed() });
  }
  setCourse(undefined);
}

async function filesOf(
  format: ExportFormat,
  parts: AsyncIterable<Held>,
  name = words('libraryTitle'),
): Promise<readonly (readonly [name: string, blob: Blob])[]> {
  const now = Date.now();
  const day = new Date(now).toISOString().slice(0, 10);
  if (format === 'own') {
    const { files } = await ownFiles(parts, now);
    const count = files.length;
    return files.map((file, index) => [ownName(day, { index, count }), file] as const);
  }
  const out = outOf(format, await heldIn(parts), { day, name });
  return [[`on-record-${day}.${out.name}`, new Blob([out.of], { type: out.type })]];
}

function download(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
