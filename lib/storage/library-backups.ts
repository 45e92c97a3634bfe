import { Dexie, type Table } from 'dexie';
import { type Backup, keptBackups } from '@/lib/collections/kept-backups';
import { type Held, together, toLibraryFile } from '@/lib/collections/library-file';
import {
  type Incoming,
  LARGEST_FILE,
  readImport,
  type Refusal,
} from '@/lib/collections/read-import';
import { good, type Result } from '@/lib/result';
import { gunzip, gzip } from './gzip';

/** The backups' own database: what happens to the library does not happen to them. */
const BACKUPS = 'library-backups';

/** One part of a backup; apart from its facts, which a list shows without reading it. */
type PartRow = {
  readonly backup: number;
  readonly part: number;
  readonly file: Uint8Array<ArrayBuffer>;
};

class BackupDatabase extends Dexie {
  declare readonly backups: Table<Backup, number>;
  declare readonly parts: Table<PartRow, [backup: number, part: number]>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ backups: '++number, at' });
    this.version(2)
      .stores({ parts: '[backup+part], backup' })
      .upgrade(async (transaction) => {
        const old = transaction.table<Backup & { file: unknown }>('backups');
        for (const { file, ...backup } of await old.toArray()) {
          await transaction.table('parts').add({ backup: backup.number, part: 0, file });
          await transaction.table('backups').put(backup);
        }
      });
  }
}

/** Copies of the whole library inside the profile, rolling. */
export type Backups = {
  /**
   * Writes one and drops those too many. It is handed over in parts, each of which is a file of its
   * own, so that a library of any size fits into memory. @returns its number
   */
  make(parts: AsyncIterable<Held>, reason: Backup['reason']): Promise<number>;
  /** Newest first. */
  list(): Promise<readonly Backup[]>;
  read(number: number): Promise<Result<Incoming, Refusal> | undefined>;
  /** Reads a backup again, part by part, and counts what is in it. */
  count(number: number): Promise<{ readonly items: number; readonly collections: number }>;
};

/** Opens the backups. */
export function openBackups(now: () => number, name: string = BACKUPS): Backups {
  const database = new BackupDatabase(name);
  const { backups, parts } = database;
  return {
    make: async (held, reason) => await make(database, held, { at: now(), reason }),
    list: async () => {
      const rows = await backups.toArray();
      return rows.toSorted((a, b) => b.at - a.at || b.number - a.number);
    },
    read: async (number) => {
      if (!(await backups.get(number))) return undefined;
      return await read(await parts.where({ backup: number }).sortBy('part'), now());
    },
    count: async (number) => {
      const counts = { items: 0, collections: 0 };
      for (const key of await parts.where({ backup: number }).primaryKeys()) {
        const row = await parts.get(key);
        const part = row && readImport(await gunzip(row.file), now());
        if (part?.ok !== true) continue;
        counts.items += part.value.items.length;
        counts.collections += part.value.collections.length;
      }
      return counts;
    },
  };
}

async function make(
  database: BackupDatabase,
  held: AsyncIterable<Held>,
  { at, reason }: Pick<Backup, 'at' | 'reason'>,
): Promise<number> {
  const { backups, parts } = database;
  const files: Uint8Array<ArrayBuffer>[] = [];
  const counts = { items: 0, collections: 0 };
  for await (const part of held) {
    for (const text of filesOf(part, at)) files.push(await gzip(text));
    counts.items += part.items.length;
    counts.collections += part.collections.length;
  }
  const size = files.reduce((sum, { length }) => sum + length, 0);
  return await database.transaction('rw', [backups, parts], async () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the database numbers the row
    const backup = await backups.add({ at, reason, size, ...counts } as Backup);
    await parts.bulkAdd(files.map((file, part) => ({ backup, part, file })));
    const all = await backups.toArray();
    const kept = new Set(keptBackups(all, at).map(({ number }) => number));
    const dropped = all.flatMap(({ number }) => (kept.has(number) ? [] : number));
    await backups.bulkDelete(dropped);
    await parts.where('backup').anyOf(dropped).delete();
    return backup;
  });
}

/** A part as files that can be read again; few items of very long words are as many files. */
function filesOf(part: Held, at: number): string[] {
  const text = toLibraryFile(part, at);
  const { items, collections } = part;
  if (text.length <= LARGEST_FILE.bytes || items.length < 2) return [text];
  const half = Math.ceil(items.length / 2);
  return [
    ...filesOf({ items: items.slice(0, half), collections }, at),
    ...filesOf({ items: items.slice(half), collections: [] }, at),
  ];
}

async function read(rows: readonly PartRow[], now: number): Promise<Result<Incoming, Refusal>> {
  const parts: Held[] = [];
  for (const { file } of rows) {
    const part = readImport(await gunzip(file), now);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return good({ ...together(parts), format: 'own' });
}
