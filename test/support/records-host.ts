import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageAnswer } from './web';

const AUTHORED = fileURLToPath(new URL('../datasets/harbour', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../lib/cli/onrecord.ts', import.meta.url));

/** Where the invented publisher's tree stands. */
export const RECORDS_URL = 'https://records.example/harbour/';
/** An article that quotes the invented minister. */
export const ARTICLE_URL = 'https://gazette.example/news/2026/harbour-minister-answers-boat-owners';
export const QUOTED = 'The harbour is open to every boat.';
export const FIRST_ANSWER = 'Small boats were turned away all winter.';
export const SECOND_ANSWER = 'Forty boats wait outside the harbour tonight.';

const ADDED = `  waiting:
    kind: quote
    speaker: person/xx/bo-reed
    text: ${SECOND_ANSWER}
    lang: en
    about: [topic/xx/fishing]
    links:
      - {rel: disputes, to: "#open", strength: direct, by: publisher}
figures:`;

/** An invented publisher who writes YAML, publishes by the real command, and serves the tree. */
export class RecordsHost {
  readonly #folder = mkdtempSync(join(tmpdir(), 'records-'));
  /** The words of the key, as the command tells them to the publisher. */
  key = '';
  /** Answers before the tree does; for hosts that fail. */
  hook: (path: string) => PageAnswer | undefined | Promise<PageAnswer | undefined> = () =>
    undefined;
  /** The connection breaks off in the middle of these files. */
  cuts: RegExp | undefined;

  constructor(keys = 'keys') {
    cpSync(AUTHORED, join(this.#folder, 'authored'), { recursive: true });
    this.#edit('dataset.yaml', (text) =>
      text.replace(
        'languages:',
        'publisher: Harbour Watch\nhomepage: https://watch.example/\nlanguages:',
      ),
    );
    this.publish(keys);
  }

  /** Publishes what is written; with another name for the keys, as somebody else would. */
  publish(keys = 'keys'): void {
    const { tree } = this;
    const args = ['dataset', 'publish', join(this.#folder, 'authored'), '--out', tree];
    const signed = execFileSync(
      process.execPath,
      [COMMAND, ...args, '--keys', join(this.#folder, keys)],
      {
        stdio: 'pipe',
        encoding: 'utf8',
      },
    );
    this.key = String(Reflect.get(Object(JSON.parse(signed)), 'key'));
  }

  /** The second edition has one statement more. */
  publishSecond(): void {
    this.#edit('dataset.yaml', (text) => text.replace('edition: 1', 'edition: 2'));
    this.#edit('sources/harbour-open.yaml', (text) => text.replace('figures:\n', `${ADDED}\n`));
    this.publish();
  }

  /** The tree with its signatures as one file. @returns its path */
  exportFile(): string {
    const file = join(this.#folder, 'harbour.zip');
    const args = ['dataset', 'export', this.tree, '--out', file];
    execFileSync(process.execPath, [COMMAND, ...args], { stdio: 'pipe' });
    return file;
  }

  get tree(): string {
    return join(this.#folder, 'tree');
  }

  async answer(url: URL): Promise<PageAnswer | undefined> {
    if (url.href === ARTICLE_URL) return { body: ARTICLE };
    if (!url.href.startsWith(RECORDS_URL)) return undefined;
    const path = url.href.slice(RECORDS_URL.length);
    const answered = await this.hook(path);
    if (answered) return answered;
    const file = join(this.tree, path);
    if (!existsSync(file)) return undefined;
    const body = readFileSync(file);
    const isCut = this.cuts?.test(path) === true;
    return {
      body,
      type: 'application/octet-stream',
      ...(isCut ? { breaksAfter: Math.floor(body.length / 2) } : {}),
    };
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #edit(name: string, change: (text: string) => string): void {
    const file = join(this.#folder, 'authored', name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }
}

const FILLER = `<p>${'Nobody on the quay had expected an answer before the spring, and the owners of the boats had stopped asking for one. '.repeat(4)}</p>`;

const ARTICLE = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Harbour minister answers boat owners</title>
<meta property="og:type" content="article">
<meta property="og:site_name" content="Harbour Gazette">
<meta property="article:published_time" content="2024-03-09"></head>
<body><article><h1>Harbour minister answers boat owners</h1>${FILLER}
<p>“${QUOTED}” said Ada Marsh, the harbour minister, on Tuesday.</p>${FILLER}
<p>Bo Reed, who speaks for the owners, asked her to come and see.</p>${FILLER}${FILLER}
</article></body></html>`;
