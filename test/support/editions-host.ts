import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run as publish } from '@/lib/cli/dataset-publish';
import type { Verb } from '@/lib/cli/io';
import type { PublishedRecord } from '@/lib/record/record';
import { inventedRecords } from './invented-statements';
import { statement } from './records';

/** Where the host stands for those who fetch from it without a server. */
export const EDITIONS_URL = 'https://editions.example/';

/** Today, so that signatures count for readers with a real clock. */
const TODAY = Date.now();

async function* none(): AsyncGenerator<string> {}

/** Runs a verb of the command line. @throws what it says on standard error */
async function tell(verb: Verb, args: readonly string[]): Promise<string> {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    lines: none(),
    out: (s: string) => void out.push(s),
    err: (s: string) => void err.push(s),
  };
  if ((await verb(args, io)) !== 0) throw new Error(err.join('\n'));
  return out.join('\n');
}

/**
 * An invented publisher of imported records, published by the real commands into a folder: each edition
 * changes a few statements and brings one that is new.
 */
export class EditionsHost {
  readonly folder = mkdtempSync(join(tmpdir(), 'editions-'));
  edition = 0;
  readonly #records: PublishedRecord[];
  readonly #changes: number;

  /** @param statements at first @param changes in each edition */
  constructor(statements: number, changes: number) {
    this.#records = inventedRecords(statements);
    this.#changes = changes;
    // A server reads the tree under a name of its own.
    chmodSync(this.folder, 0o755);
    mkdirSync(join(this.folder, 'records'));
    mkdirSync(join(this.folder, 'authored'));
  }

  get tree(): string {
    return join(this.folder, 'tree');
  }

  /** Publishes the next edition. @param days after the first */
  async publish(days = 0): Promise<void> {
    this.edition += 1;
    if (this.edition > 1) this.#change();
    const lines = this.#records.map((record) => `${JSON.stringify(record)}\n`);
    writeFileSync(join(this.folder, 'records/main.ndjson'), lines.join(''));
    writeFileSync(join(this.folder, 'authored/dataset.yaml'), datasetYaml(this.edition));
    await this.sign(days);
  }

  /** The daily job: signs what is published, or publishes what is written. */
  async sign(days: number): Promise<void> {
    const date = new Date(TODAY + days * 86_400_000).toISOString();
    const { folder } = this;
    const [authored, keys] = [join(folder, 'authored'), join(folder, 'keys')];
    const records = join(folder, 'records');
    const args = [authored, '--out', this.tree, '--keys', keys, '--records', records];
    await tell(publish, [...args, '--date', date]);
  }

  /** Serves the folder to `fetch`. @param asked each path that is asked for */
  fetch(asked: string[] = []): typeof fetch {
    return async (input) => {
      const url = input instanceof Request ? input.url : new URL(input).href;
      const path = url.slice(EDITIONS_URL.length);
      asked.push(path);
      const file = join(this.tree, path);
      const body = existsSync(file) ? Uint8Array.from(readFileSync(file)) : '';
      return await Promise.resolve(new Response(body, { status: body === '' ? 404 : 200 }));
    };
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #change(): void {
    const { edition } = this;
    const at = (edition * this.#changes) % this.#records.length;
    let left = this.#changes;
    for (let step = 0; left > 0; step += 1) {
      const index = (at + step) % this.#records.length;
      const record = this.#records[index];
      if (record?.type !== 'statement') continue;
      const text = `${record.text.replace(/ \d+\.$/u, '')} ${edition}.`;
      this.#records[index] = { ...record, text };
      left -= 1;
    }
    const words = `Edition ${edition} is out.`;
    this.#records.push(
      statement(`new ${edition}`, { by: 'Speaker 0', text: words, from: 'document-0' }),
    );
  }
}

function datasetYaml(edition: number): string {
  return `id: harbour
title: {en: Harbour}
languages: [en]
licence: CC0-1.0
edition: ${edition}
built: "2026-01-01"
packs:
  - {pack: main, title: {en: Main}}
`;
}
