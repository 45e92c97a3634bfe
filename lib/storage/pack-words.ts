import type { Candidate } from '@/lib/context/shelf';
import { documents } from '@/lib/dataset/build-pack';
import { readTable } from '@/lib/dataset/edition';
import { parseRef, type Ref } from '@/lib/record/ref';
import { buildRetrieval } from '@/lib/retrieval/build-index';
import { openRetrieval, type Retrieval } from '@/lib/retrieval/open-index';
import type { DatasetDatabase } from './dataset-database';
import type { PackReader } from './pack-reader';
import { objectsOf } from './store-objects';

/** The words of one pack's statements: the published index, and a small one over what changed. */
export class PackWords {
  readonly #database: DatasetDatabase;
  readonly #reader: PackReader;
  #opened: Promise<Opened> | undefined;

  constructor(database: DatasetDatabase, reader: PackReader) {
    this.#database = database;
    this.#reader = reader;
  }

  /** Read when the first question comes, and kept. */
  async search(words: string, most: number): Promise<readonly Candidate[]> {
    this.#opened ??= this.#open();
    const { base, changes } = await this.#opened;
    const { dataset } = this.#reader.row;
    const found = [
      ...(base?.search(words, most) ?? []).filter(({ id }) => !this.#reader.isChanged(id)),
      ...(changes?.search(words, most) ?? []),
    ];
    return found.flatMap(({ id, score }) => {
      const statement = parseRef(`${dataset}:${id}`);
      return statement ? [{ statement, score }] : [];
    });
  }

  async #open(): Promise<Opened> {
    const table = await readTable(this.#reader.row.base.retrieval, objectsOf(this.#database));
    const changed = documents(await this.#reader.changedRecords());
    return {
      base: table.ok ? retrievalOf(table.value) : undefined,
      changes: changed.length > 0 ? retrievalOf(buildRetrieval(changed)) : undefined,
    };
  }
}

type Opened = { readonly base: Retrieval | undefined; readonly changes: Retrieval | undefined };

function retrievalOf(bytes: Uint8Array): Retrieval | undefined {
  const opened = openRetrieval(bytes);
  return opened.ok ? opened.value : undefined;
}

type Search = {
  readonly words: string;
  readonly most: number;
  readonly isHidden: (ref: Ref) => boolean;
};

/** The nearest statements of all packs, best first. */
export async function nearest(
  packs: readonly PackWords[],
  { words, most, isHidden }: Search,
): Promise<readonly Candidate[]> {
  const lists = await Promise.all(packs.map(async (pack) => await pack.search(words, most)));
  return lists
    .flat()
    .filter(({ statement }) => !isHidden(statement))
    .toSorted((a, b) => b.score - a.score || (a.statement < b.statement ? -1 : 1))
    .slice(0, most);
}
