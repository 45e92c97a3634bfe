import type { Backup } from '@/lib/collections/kept-backups';
import type { Year } from '@/lib/collections/finder';
import type { FinderQuery } from '@/lib/collections/finder-entries';
import type { Facets } from '@/lib/collections/finder-tally';
import type { Collection, Item } from '@/lib/collections/item';
import type { LibraryHealth } from '@/lib/collections/library-health';
import type { ImportCounts, Taking } from '@/lib/collections/plan-import';
import type { Refusal } from '@/lib/collections/read-import';
import type { Reopened } from '@/lib/collections/reopened';
import type { SinceSaved } from '@/lib/collections/since-saved';

/** Everything the library page shows. */
export type LibraryView = {
  readonly collections: readonly Collection[];
  readonly query: FinderQuery;
  /** Items that the query finds, in order. */
  readonly ids: readonly string[];
  /** Those read so far, by id. */
  readonly items: ReadonlyMap<string, Item>;
  readonly facets: Facets;
  /** How many of those found stand in each year; for a person or subject alone. */
  readonly years: readonly Year[];
  readonly count: number;
  /** Whether all items are in the index yet. */
  readonly isReady: boolean;
  /** How many groups of the same words there are. */
  readonly twins: number;
  readonly health: LibraryHealth;
  /** What was done last, with the way back. */
  readonly told?: Told;
};
export type Told = {
  readonly text: string;
  readonly onUndo?: () => void;
};

export const EXPORTS = ['own', 'jsonld', 'markdown', 'csv', 'csl', 'ris', 'dataset'] as const;
export type ExportFormat = (typeof EXPORTS)[number];

/** A file that was read and what it would do. */
export type ImportPreview =
  | {
      readonly ok: true;
      readonly taking: Taking;
      readonly counts: ImportCounts;
      readonly onTake: () => void;
    }
  | {
      readonly ok: false;
      readonly refusal: Refusal;
      /** Which of several files is refused. */
      readonly file?: string;
    };
/** Long work on the library as it goes. */
export type WorkCourse = {
  /** What is being done. */
  readonly label: string;
  readonly done: number;
  readonly all: number;
  readonly onStop: () => void;
};

/** What changed since an item was saved. */
export type SinceSavedView = {
  /** On record; absent where no records were shown with it. */
  readonly records?: SinceSaved;
  /** On its page; absent where that was not opened since. */
  readonly page?: Reopened;
};

/** How the copies in the downloads folder stand. */
export type CopiesView = {
  /** Every so many days; 0: never. */
  readonly days: number;
  /** When the last was made, milliseconds since 1970. */
  readonly last?: number;
  /** Whether the browser promised to keep our data; undefined where it was not asked yet. */
  readonly isPersisted?: boolean;
  readonly told?: string;
};

/** Where the exchange with other devices stands. */
export type DevicesView = {
  readonly url: string;
  readonly user: string;
  readonly sealed: boolean;
  /** When devices last exchanged, milliseconds since 1970. */
  readonly last?: number;
  readonly told?: string;
};
export type DevicesChoice = Readonly<Record<'url' | 'user' | 'password' | 'passphrase', string>>;

/** What the reader may do on the library page; the entry point carries it out. */
export type LibraryWishes = {
  readonly onQuery: (query: FinderQuery) => void;
  /** The rows in sight need these items. */
  readonly onNeed: (ids: readonly string[]) => void;
  readonly onOpen: (item: Item) => void;
  readonly onCopyLink: (item: Item) => void;
  readonly onChange: (ids: readonly string[], change: (item: Item) => Item) => void;
  readonly onRemove: (ids: readonly string[]) => void;
  readonly onMergeTwins: () => void;
  readonly onAddCollection: (name: string, parent?: string) => void;
  readonly onRenameCollection: (id: string, name: string) => void;
  /** Puts a collection inside another, or outside all. */
  readonly onNestCollection: (id: string, parent: string | undefined) => void;
  readonly onRemoveCollection: (id: string) => void;
  /** Makes a file of some items, or of all; `name` is what they are called together. */
  readonly onExport: (
    format: ExportFormat,
    wanted?: { readonly ids?: readonly string[]; readonly name?: string },
  ) => void;
  readonly onSinceSaved: (item: Item) => Promise<SinceSavedView>;
  /** Reads files that together are one library. */
  readonly onReadFiles: (files: readonly File[], taking: Taking) => Promise<ImportPreview>;
  readonly onBackups: () => Promise<readonly Backup[]>;
  readonly onReadBackup: (number: number) => Promise<ImportPreview>;
  /** Goes on with an emptied library as it is. */
  readonly onLetBe: () => void;
  /** Sets how often a copy goes to the downloads folder, where it is given. */
  readonly onSchedule: (days?: number) => Promise<CopiesView>;
  readonly onCopyNow: () => Promise<CopiesView>;
  readonly onDevices: (choice?: DevicesChoice, signal?: AbortSignal) => Promise<DevicesView>;
};

/** Whether nothing may be written: what a later version wrote, or what could not be upgraded. */
export function isReadOnly({ health }: Pick<LibraryView, 'health'>): boolean {
  return health.state === 'newer' || health.state === 'stuck';
}
