import { previousOf } from '@/lib/cli/previous-edition';
import { metadataBytes } from '@/lib/cli/sign-repository';
import { type SigningKey } from '@/lib/cli/signing-keys';
import { buildDataset, type BuildTools } from '@/lib/dataset/build-dataset';
import { jsonBytes } from '@/lib/dataset/build-pack';
import {
  manifestPath,
  objectPath,
  type PackRef,
  parseCatalog,
  parseManifest,
} from '@/lib/dataset/manifest';
import type { PreviousEdition } from '@/lib/dataset/next-edition';
import { type DatasetDatabase, openDatasetDatabase } from '@/lib/storage/dataset-database';
import { openSyncedStore } from '@/lib/storage/synced-store';
import { openShelf } from '@/lib/storage/dataset-shelf';
import { ALL_GUARDS } from '@/lib/sync/guards';
import type { SyncOffice } from '@/lib/sync/sync-office';
import type { DatasetFile } from '@/lib/dataset/schema/dataset-file';
import type { PublishedRecord } from '@/lib/record/record';
import { qualifiedRef } from '@/lib/record/qualify';
import { entityId, person, publisher, source, statement, topic } from './records';
import { datasetFile, sha256 as digest } from './published';
import { newKey, NOW, sha256 } from './tuf-world';

/** An invented publisher whose tree stands in memory, signed, one edition after another. */
export class SyncHarbour {
  readonly files = new Map<string, Uint8Array>();
  readonly #key = newKey();
  readonly #duty = newKey();
  #version = 0;
  #stamps = 0;
  readonly #boats: number;
  readonly #packs: DatasetFile['packs'];

  /**
   * @param boats how many statements more each edition has
   * @param packs into which it is cut; keys of statements about odd boats begin with `odd/`
   */
  constructor(boats = 40, packs: DatasetFile['packs'] = [{ pack: 'main', title: { en: 'Main' } }]) {
    this.#boats = boats;
    this.#packs = packs;
    this.#root('');
    this.#root('recalls/');
    this.publish(1);
  }

  get firstRoot(): Uint8Array {
    return this.files.get('1.root.json') ?? new Uint8Array();
  }

  /** The same, led on to from the edition before by a delta. */
  async publishNext(edition: number, recalled: readonly string[] = []): Promise<void> {
    const catalog = parseCatalog(this.files.get('catalog.json') ?? new Uint8Array());
    if (!catalog.ok) throw new Error('there is no edition before');
    const previous = new Map<string, PreviousEdition>();
    for (const entry of catalog.value.packs) previous.set(entry.pack, await this.#previous(entry));
    this.#build(edition, previous);
    this.publishCatalog(this.files.get('catalog.json') ?? new Uint8Array(), recalled);
  }

  async #previous({ pack, manifest }: PackRef): Promise<PreviousEdition> {
    const bytes = this.files.get(manifestPath(manifest.sha256, pack)) ?? new Uint8Array();
    const before = parseManifest(bytes);
    if (!before.ok) throw new Error(`there is no ${pack} before`);
    return await previousOf(
      before.value,
      async ({ sha256: hash }) => await Promise.resolve(this.files.get(objectPath(hash))),
    );
  }

  /** Edition `edition`: a statement an edition, and one whose words change with it. */
  publish(edition: number, recalled: readonly string[] = []): void {
    this.#build(edition);
    this.publishCatalog(this.files.get('catalog.json') ?? new Uint8Array(), recalled);
  }

  #build(edition: number, previous?: BuildTools['previous']): void {
    const records = [
      person('Ada Marsh'),
      publisher('Harbour Gazette'),
      topic('harbour'),
      source('report'),
      statement('open', { by: 'Ada Marsh', text: `The harbour is open, ${edition}.` }),
      ...Array.from({ length: this.#boats * edition }, (_, at) =>
        statement(`boats ${at}`, {
          by: 'Ada Marsh',
          text: `Boat ${at} left in edition ${edition}.`,
        }),
      ),
    ];
    const keyed = records.map((record) => ({ key: keyOf(record), record }));
    const facts = { edition, packs: this.#packs, homepage: 'https://watch.example/' };
    const file = datasetFile({ id: 'harbour', ...facts });
    const tools = { sha256: digest, ...(previous && { previous }) };
    for (const [path, bytes] of buildDataset(file, keyed, tools)) this.files.set(path, bytes);
  }

  /** Signs a catalog as it is, for publishers who make mistakes. */
  publishCatalog(catalog: Uint8Array, recalled: readonly string[] = []): void {
    this.#version += 1;
    const recalls = recalled.map((id) => ({ id, reason: 'privacy', at: '2026', purge: false }));
    this.publishRecalls({ format: 1, dataset: 'harbour', recalls });
    this.#sign('', {
      'catalog.json': catalog,
      'recalls-root.json': this.files.get('recalls/1.root.json') ?? new Uint8Array(),
    });
  }

  /** The same with the key that may only recall records. */
  publishByDutyKey(catalog: Uint8Array): void {
    this.#version += 1;
    this.#sign('', { 'catalog.json': catalog }, this.#duty);
  }

  /** Signs a list of recalls as it is. */
  publishRecalls(says: unknown): void {
    this.#sign('recalls/', { 'recalls.json': jsonBytes(says) });
  }

  /** Puts a file into the tree under its hash. @returns how a catalog or manifest names it */
  add(folder: 't' | 'o', bytes: Uint8Array, ending = ''): { sha256: string; bytes: number } {
    const hash = sha256(bytes);
    this.files.set(`${folder}/${hash}${ending}`, bytes);
    return { sha256: hash, bytes: bytes.length };
  }

  /** Signs the newest timestamp anew, which is what a daily job does. */
  publishTimestamp(): void {
    this.#stamps += 1;
    const bytes = this.files.get('timestamp.json') ?? new Uint8Array();
    const { signed } = JSON.parse(Buffer.from(bytes).toString()) as { signed: { meta: unknown } };
    const says = { _type: 'timestamp', meta: signed.meta };
    this.#put('timestamp.json', { version: this.#version + this.#stamps, ...says }, this.#key);
  }

  #root(folder: string): void {
    const { id, listed } = this.#keyOf(folder);
    const role = { keyids: [id], threshold: 1 };
    const roles = { root: role, timestamp: role, snapshot: role, targets: role };
    const keys = { [id]: listed };
    const says = { _type: 'root', version: 1, consistent_snapshot: true, keys, roles };
    this.#put(`${folder}1.root.json`, says, this.#keyOf(folder));
  }

  #keyOf(folder: string): SigningKey {
    return folder === '' ? this.#key : this.#duty;
  }

  #sign(
    folder: string,
    targets: Readonly<Record<string, Uint8Array>>,
    key = this.#keyOf(folder),
  ): void {
    const version = this.#version;
    const put = (name: string, says: Readonly<Record<string, unknown>>, as = version): Uint8Array =>
      this.#put(`${folder}${name}`, { version: as, ...says }, key);
    const listed = Object.fromEntries(
      Object.entries(targets).map(([name, bytes]) => {
        this.files.set(`${folder}t/${sha256(bytes)}.${name}`, bytes);
        return [name, { length: bytes.length, hashes: { sha256: sha256(bytes) } }];
      }),
    );
    const about = (bytes: Uint8Array): Record<string, unknown> => ({
      version,
      length: bytes.length,
      hashes: { sha256: sha256(bytes) },
    });
    const t = put(`${version}.targets.json`, { _type: 'targets', targets: listed });
    const meta = { 'targets.json': about(t) };
    const s = put(`${version}.snapshot.json`, { _type: 'snapshot', meta });
    const stamp = { 'snapshot.json': about(s) };
    put('timestamp.json', { _type: 'timestamp', meta: stamp }, version + this.#stamps);
  }

  #put(
    path: string,
    says: Readonly<Record<string, unknown>> & { readonly version: number },
    key: SigningKey,
  ): Uint8Array {
    const expires = new Date(NOW + 30 * 86_400_000).toISOString().replace(/\.\d+Z/u, 'Z');
    const bytes = metadataBytes({ spec_version: '1.0.31', expires, ...says }, [key]);
    this.files.set(path, bytes);
    return bytes;
  }
}

function keyOf(record: PublishedRecord): string {
  const isOdd = record.type === 'statement' && /^Boat \d*[13579] /u.test(record.text);
  return `${isOdd ? 'odd/' : ''}${record.id}`;
}

export const HARBOUR_URL = 'https://harbour.example/';
export type Answer = (path: string) => Response | Promise<Response> | undefined;

export function addressOf(input: RequestInfo | URL): string {
  return input instanceof Request ? input.url : new URL(input).href;
}

/** Serves a publisher's tree to `fetch`; `before` may answer instead of it. */
export function fetchFrom(
  files: ReadonlyMap<string, Uint8Array>,
  before: Answer = () => undefined,
  asked: string[] = [],
): typeof fetch {
  return async (input) => {
    const path = addressOf(input).slice(HARBOUR_URL.length);
    asked.push(path);
    const answer = await before(path);
    if (answer) return answer;
    const bytes = files.get(path);
    return bytes ? new Response(Uint8Array.from(bytes)) : new Response('', { status: 404 });
  };
}

let databases = 0;

/**
 * A database of its own that is subscribed to the publisher, with nothing fetched yet.
 * @param wanted packs that the reader chose; all where absent
 */
export async function subscribed(
  { firstRoot }: SyncHarbour,
  wanted?: readonly string[],
): Promise<DatasetDatabase> {
  const database = await openDatasetDatabase(`sync-${(databases += 1)}`);
  await database.datasets.put({
    id: 'harbour',
    title: { en: 'Harbour' },
    edition: 0,
    trust: 'subscribed',
    urls: [HARBOUR_URL],
    ...(wanted && { wanted }),
    changedAt: 0,
  });
  await database.tuf.put({ dataset: 'harbour', role: 'root', bytes: firstRoot });
  return database;
}

export function officeOf(
  database: DatasetDatabase,
  fetchFile: typeof fetch,
  more: Partial<SyncOffice> = {},
): SyncOffice {
  return {
    store: openSyncedStore(database),
    fetch: fetchFile,
    now: () => NOW,
    random: () => 0.5,
    room: async () => await Promise.resolve({}),
    guards: ALL_GUARDS,
    ...more,
  };
}

/** What a reader sees: every statement of the speaker, by the shelf, in order. */
export async function seen(database: DatasetDatabase): Promise<readonly string[]> {
  const ada = qualifiedRef(entityId('Ada Marsh'), 'harbour');
  return (await openShelf(database).statementsBy(ada)).map(({ text }) => text).toSorted();
}
