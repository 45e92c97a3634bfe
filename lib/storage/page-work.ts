import { type FileSize, type Held, libraryFiles } from '@/lib/collections/library-file';
import type { PageWork } from '@/lib/collections/page-work';

/** A file of our own is no larger than what can be taken in again. */
const OUT: FileSize = { items: 40_000, bytes: 40_000_000 };

/** The work of a page, done in this one. */
export function pageWorkOver(
  held: () => Promise<Held>,
  /** Milliseconds since 1970. */
  now: () => number,
): PageWork {
  return {
    persist: async () => await navigator.storage.persist(),
    libraryFiles: async (day) => {
      const all = await held();
      if (all.items.length === 0) return [];
      const blobs = ownFiles(all, now());
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

/** A library as files of our own form. */
export function ownFiles(held: Held, at: number): Blob[] {
  return [...libraryFiles(held, at, OUT)].map(
    (text) => new Blob([text], { type: 'application/json' }),
  );
}

/** What a file of our own is called; one of several says which it is. */
export function ownName(
  day: string,
  { index, count }: { readonly index: number; readonly count: number },
): string {
  return `on-record-${day}${count > 1 ? `.${index + 1}-of-${count}` : ''}.json`;
}
