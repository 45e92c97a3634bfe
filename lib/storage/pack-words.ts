import type { AmongStatements, Candidate } from '@/lib/context/shelf';
import { documents } from '@/lib/dataset/build-pack';
import { questionsFor } from '@/lib/dataset/postings';
import { parseRef, type Ref } from '@/lib/record/ref';
import { buildRetrieval } from '@/lib/retrieval/build-index';
import { openRetrieval, type Retrieval } from '@/lib/retrieval/open-index';
import type { Among } from '@/lib/retrieval/search-opened';
import { type DatasetDatabase, markDamaged } from './dataset-database';
import type { PackReader } from './pack-reader';
import { indexName, readWords } from './pack-tables';
import { Recent } from '@/lib/recent';

/** Three a card, each of a few dozen statements: as many as the cards of a long article ask. */
const SEARCHES_KEPT = 128;

/** The words of one pack's statements: the published index, and a small one over what changed. */
export class PackWords {
  readonly #database: DatasetDatabase;
  readonly #reader: PackReader;
  readonly #searched = new Recent<readonly Candidate[]>(SEARCHES_KEPT);
  #opened: Promise<Opened> | undefined;

  constructor(database: DatasetDatabase, reader: PackReader) {
    this.#database = database;
    this.#reader = reader;
  }

  /** What is asked again, as by a card that was got ready, is not searched again. */
  async search(asked: Asked): Promise<readonly Candidate[]> {
    const { words, most, among } = asked;
    const key = JSON.stringify([words, most, among?.only, among?.first]);
    const found = this.#searched.get(key) ?? (await this.#search(asked));
    this.#searched.set(key, found);
    return found;
  }

  async #search({ words, most, among }: Asked): Promise<readonly Candidate[]> {
    const { base, changes } = await this.open();
    const { dataset } = this.#reader.row;
    const within = withinDataset(dataset, among);
    const found = [
      ...(base?.search(words, most, within) ?? []).filter(({ id }) => !this.#reader.isChanged(id)),
      ...(changes?.search(words, most, within) ?? []),
    ];
    return found.flatMap(({ id, ...nearness }) => {
      const statement = parseRef(`${dataset}:${id}`);
      return statement ? [{ statement, ...nearness }] : [];
    });
  }

  /** Read when the first question comes, and kept. */
  async open(): Promise<Opened> {
    this.#opened ??= this.#open();
    return await this.#opened;
  }

  /** Where the words are gone or damaged, the next repair makes them anew. */
  async #open(): Promise<Opened> {
    const { row } = this.#reader;
    const words = await readWords(this.#database, indexName(row.base));
    const base = words && retrievalOf(words);
    if (!base) await markDamaged(this.#database, row);
    const changed = documents(await this.#reader.changedRecords());
    return {
      base,
      changes: changed.length > 0 ? retrievalOf(buildRetrieval(changed)) : undefined,
    };
  }
}

type Opened = { readonly base: Retrieval | undefined; readonly changes: Retrieval | undefined };

function retrievalOf(bytes: Uint8Array): Retrieval | undefined {
  const opened = openRetrieval(bytes);
  return opened.ok ? opened.value : undefined;
}

/** What is asked of the words. */
export type Asked = {
  readonly words: string;
  readonly most: number;
  readonly among?: AmongStatements | undefined;
};

/** The same in the form in which a pack of this dataset knows speakers and subjects. */
function withinDataset(dataset: string, among: AmongStatements | undefined): Among {
  const keys = (of: AmongStatements['only']): string[] | undefined =>
    of && questionsFor(dataset, of);
  const [only, first] = [keys(among?.only), keys(among?.first)];
  return { ...(only && { only }), ...(first && { first }) };
}

type Search = Asked & {
  readonly isHidden: (ref: Ref) => boolean;
};

/** The nearest statements of all packs, best first. */
export async function nearest(
  packs: readonly PackWords[],
  { isHidden, ...asked }: Search,
): Promise<readonly Candidate[]> {
  const lists = await Promise.all(packs.map(async (pack) => await pack.search(asked)));
  return lists
    .flat()
    .filter(({ statement }) => !isHidden(statement))
    .toSorted((a, b) => b.score - a.score || (a.statement < b.statement ? -1 : 1))
    .slice(0, asked.most);
}
