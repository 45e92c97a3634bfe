import { installEmbedded } from '@/lib/storage/install-embedded';
import type { DatasetDatabase } from '@/lib/storage/dataset-database';
import { removeDataset } from '@/lib/storage/keep-datasets';
import { openShelf } from '@/lib/storage/dataset-shelf';
import { openSourcesStore } from '@/lib/storage/sources-store';
import { qualifiedRef } from '@/lib/record/qualify';
import type { Guards } from '@/lib/sync/guards';
import { SyncDesk } from '@/lib/sync/sources-desk';
import { nameOf, syncAll } from '@/lib/sync/sync';
import type { SyncOffice } from '@/lib/sync/sync-office';
import { bundledTree, MANY_PACKS, readFrom } from './published';
import { entityId, person, publisher, source, statement } from './records';
import {
  addressOf,
  type Answer,
  fetchFrom,
  HARBOUR_URL,
  officeOf,
  seen,
  subscribed,
  SyncHarbour,
} from './sync-harbour';
import { type TufJs, tufJs, type TufJsAnswer } from './tuf-js';
import { NOW } from './tuf-world';

const MIRROR_URL = 'https://mirror.example/';
const ENOUGH = 16 * 1024 * 1024;

/** A publisher, a reader who is subscribed, and tuf-js beside the reader at every check. */
export class DatasetWorld {
  harbour: SyncHarbour;
  readonly desk: SyncDesk;
  /** Answers before the publisher's own host does. */
  hook: Answer = () => undefined;
  /** Bytes of endless bodies that somebody read. */
  sent = 0;
  /** What tuf-js made of the catalog at the last check. */
  opinion: 'takes' | 'refuses' | undefined;
  readonly #database: DatasetDatabase;
  readonly #office: SyncOffice;
  readonly #tufJs: TufJs;
  readonly #mirrors = new Map<string, ReadonlyMap<string, Uint8Array>>();

  private constructor(harbour: SyncHarbour, database: DatasetDatabase, guards: Guards) {
    this.harbour = harbour;
    this.#database = database;
    this.#office = officeOf(database, async (input, init) => await this.#fetch(input, init), {
      guards,
      random: mirrorFirst(),
    });
    this.#tufJs = tufJs(harbour.firstRoot, async (path) => await this.#answerTufJs(path));
    this.desk = new SyncDesk({
      office: async () => await Promise.resolve(this.#office),
      store: async () =>
        await Promise.resolve(
          openSourcesStore(database, { reinstall: nothingToMend, now: () => NOW }),
        ),
      locks: onlyTab,
      tell: () => {},
      changed: async () => await Promise.resolve(),
      mayFetch: async () => await Promise.resolve(true),
    });
  }

  /** @param isLarge whether it has so many packs, of which the reader wants one, that there is a listing */
  static async open(guards: Guards, isLarge = false): Promise<DatasetWorld> {
    const harbour = isLarge ? new SyncHarbour(4, MANY_PACKS) : new SyncHarbour();
    const database = await subscribed(harbour, isLarge ? ['main'] : undefined);
    return new DatasetWorld(harbour, database, guards);
  }

  /** Looks for something newer. @returns the edition that is seen, and one word */
  async check(): Promise<string> {
    this.opinion = await this.#tufJs.target('catalog.json').then(
      () => 'takes' as const,
      () => 'refuses' as const,
    );
    const report = await syncAll(this.#office, onlyTab, { isAsked: true });
    const outcome = report === 'busy' ? undefined : report.get('harbour');
    const word = outcome?.kind === 'failed' ? nameOf(outcome.problem) : outcome?.kind;
    return `edition ${await this.#edition()}, ${word}`;
  }

  /** A second mirror, which is asked before the first. */
  async addMirror(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
    this.#mirrors.set(MIRROR_URL, files);
    await this.#database.datasets.update('harbour', { urls: [MIRROR_URL, HARBOUR_URL] });
  }

  /** A dataset of somebody else in which a record has the id of one of ours. */
  async seenInOther(): Promise<number> {
    const records = [
      person('Ada Marsh'),
      publisher('Harbour Gazette'),
      source('report'),
      statement('open', { by: 'Ada Marsh', text: 'The harbour is open.' }),
    ];
    const other = { label: { id: 'watch', title: 'Watch', edition: 1 }, records };
    const read = readFrom(bundledTree([other]));
    await installEmbedded(this.#database, { read, folder: 'datasets', now: NOW });
    const ada = qualifiedRef(entityId('Ada Marsh'), 'watch');
    return (await openShelf(this.#database).statementsBy(ada)).length;
  }

  async forget(): Promise<void> {
    await removeDataset(this.#database, 'harbour');
  }

  async addBuiltIn(): Promise<void> {
    const row = { title: {}, edition: 1, trust: 'built-in', urls: [], changedAt: NOW } as const;
    await this.#database.datasets.put({ id: 'harbour', ...row });
  }

  /** Far more than anything may have, only as fast as it is read. */
  endless(): Response {
    const pull = (stream: ReadableStreamDefaultController<Uint8Array>): void => {
      stream.enqueue(new Uint8Array(64 * 1024));
      this.sent += 64 * 1024;
      if (this.sent >= ENOUGH) stream.close();
    };
    return new Response(new ReadableStream({ pull }, { highWaterMark: 0 }));
  }

  close(): void {
    this.#tufJs.close();
    this.#database.close();
  }

  async #edition(): Promise<string> {
    const words = (await seen(this.#database)).map(
      (text) => /^The harbour is open, (\d+)\.$/u.exec(text)?.[1],
    );
    return words.findLast((edition) => edition !== undefined) ?? 'none';
  }

  async #fetch(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    const mirrored = this.#mirrors.get(MIRROR_URL);
    const address = addressOf(input);
    if (!mirrored || !address.startsWith(MIRROR_URL)) {
      return await fetchFrom(this.harbour.files, this.hook)(input, init);
    }
    const bytes = mirrored.get(address.slice(MIRROR_URL.length));
    return bytes ? new Response(Uint8Array.from(bytes)) : new Response('', { status: 404 });
  }

  async #answerTufJs(path: string): Promise<TufJsAnswer> {
    const answer = await this.#fetch(`${HARBOUR_URL}${path}`);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : answer.status;
  }
}

async function nothingToMend(): Promise<boolean> {
  return await Promise.resolve(false);
}

/** Every dice roll is higher than the one before: mirrors keep their order. */
function mirrorFirst(): () => number {
  let roll = 0;
  return () => (roll += 1) / 1e6;
}

const onlyTab = {
  request: async (_name: string, _options: unknown, run: (lock: object) => Promise<unknown>) =>
    await run({}),
} as unknown as Pick<LockManager, 'request'>;
