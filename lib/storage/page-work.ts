import { type FileSize, type Held, LibraryWriter } from '@/lib/collections/library-file';
import type { PageWork } from '@/lib/collections/page-work';

/** A file of our own is no larger than what can be taken in again. */
const OUT: FileSize = { items: 40_000, bytes: 40_000_000 };

/** The work of a page, done in this one. */
export function pageWorkOver(
  parts: () => AsyncIterable<Held>,
  /** Milliseconds since 1970. */
  now: () => number,
): PageWork {
  return {
    persist: async () => await navigator.storage.persist(),
    libraryFiles: async (day) => {
      const { count, files: blobs } = await ownFiles(parts(), now());
      if (count === 0) return [];
      return blobs.map((blob, index) => ({
        name: ownName(day, { index, count: blobs.length }),
        url: URL.createObjectURL(blob),
      }));
    },
    release: async (urls) => {
      for (const url of urls) URL.revokeObjectURL(url);
      await Promise.resolve();
    },
  };
}

/** A library as files of our own form, and how many items they hold. */
export async function ownFiles(
  parts: AsyncIterable<Held>,
  at: number,
): Promise<{ readonly count: number; readonly files: readonly Blob[] }> {
  const files: Blob[] = [];
  let writer: LibraryWriter | undefined;
  let count = 0;
  for await (const { items, collections } of parts) {
    // The collections are in the first part, and in every file.
    writer ??= new LibraryWriter(collections, at, OUT);
    for (const file of writer.put(items)) files.push(blobOf(file));
    count += items.length;
  }
  return { count, files: writer ? [...files, blobOf(writer.end())] : [] };
}

function blobOf(pieces: readonly string[]): Blob {
  return new Blob([...pieces], { type: 'application/json' });
}

/** What a file of our own is called; one of several says which it is. */
export function ownName(
  day: string,
  { index, count }: { readonly index: number; readonly count: number },
): string {
  return `on-record-${day}${count > 1 ? `.${index + 1}-of-${count}` : ''}.json`;
}
