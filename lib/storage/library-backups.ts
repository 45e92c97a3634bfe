import { Dexie, type Table } from 'dexie';
import { type Backup, keptBackups } from '@/lib/collections/kept-backups';
import { type Held, toLibraryFile } from '@/lib/collections/library-file';
import { type Incoming, readImport, type Refusal } from '@/lib/collections/read-import';
import type { Result } from '@/lib/result';
import { gunzip, gzip } from './gzip';

/** The backups' own database: what happens to the library does not happen to them. */
const BACKUPS = 'library-backups';

type BackupRow = Backup & { readonly file: Uint8Array<ArrayBuffer> };

class BackupDatabase extends Dexie {
  declare readonly backups: Table<BackupRow, number>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ backups: '++number, at' });
  }
}

/** Copies of the whole library inside the profile, rolling. */
export type Backups = {
  /** Writes one and drops those too many. An empty library is never backed up over a full one. */
  make(held: Held, reason: Backup['reason']): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly Backup[]>;
  read(number: number): Promise<Result<Incoming, Refusal> | undefined>;
};

/** Opens the backups. */
export function openBackups(now: () => number, name: string = BACKUPS): Backups {
  const { backups } = new BackupDatabase(name);
  return {
    make: async ({ items, collections }, reason) => {
      const at = now();
      const file = await gzip(toLibraryFile({ items, collections }, at));
      const counts = { items: items.length, collections: collections.length };
      await backups.db.transaction('rw', backups, async () => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the database numbers the row
        await backups.add({ at, reason, size: file.length, ...counts, file } as BackupRow);
        const all = await backups.toArray();
        const kept = new Set(keptBackups(all, at).map(({ number }) => number));
        await backups.bulkDelete(all.flatMap((row) => (kept.has(row.number) ? [] : row.number)));
      });
    },
    list: async () => {
      const rows = await backups.toArray();
      return rows
        .map(({ file: _file, ...backup }) => backup)
        .toSorted((a, b) => b.at - a.at || b.number - a.number);
    },
    read: async (number) => {
      const row = await backups.get(number);
      return row && readImport(await gunzip(row.file), now());
    },
  };
}
