import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BaseFetcher, Updater } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';

/** What a host answers: a body, or the status it refuses with. */
export type TufJsAnswer = Uint8Array | ReadableStream<Uint8Array> | number;

/** The client that is asked for a second opinion, with a store of its own. */
export type TufJs = {
  /** Updates, then fetches the target. @throws what tuf-js throws */
  target(name: string): Promise<Buffer>;
  close(): void;
};

const BASE = 'http://host.example';

/** `tuf-js` over a host in memory, trusting one root to begin with. */
export function tufJs(
  root: Uint8Array,
  answer: (path: string) => Promise<TufJsAnswer> | TufJsAnswer,
): TufJs {
  const folder = mkdtempSync(join(tmpdir(), 'tuf-js-'));
  const metadataDir = join(folder, 'metadata');
  const targetDir = join(folder, 'targets');
  mkdirSync(metadataDir);
  mkdirSync(targetDir);
  writeFileSync(join(metadataDir, 'root.json'), root);
  return {
    target: async (name) => {
      const updater = new Updater({
        metadataDir,
        metadataBaseUrl: BASE,
        targetDir,
        targetBaseUrl: `${BASE}/t`,
        fetcher: new MemoryFetcher(answer),
        config: { rootMaxLength: 64 * 1024, maxRootRotations: 64 },
      });
      await updater.refresh();
      const info = await updater.getTargetInfo(name);
      if (!info) throw new Error(`no target ${name}`);
      return readFileSync(await updater.downloadTarget(info));
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

class MemoryFetcher extends BaseFetcher {
  readonly #answer: (path: string) => Promise<TufJsAnswer> | TufJsAnswer;

  constructor(answer: (path: string) => Promise<TufJsAnswer> | TufJsAnswer) {
    super();
    this.#answer = answer;
  }

  override async fetch(url: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const answer = await this.#answer(url.slice(BASE.length + 1));
    if (typeof answer === 'number') throw new DownloadHTTPError(`HTTP ${answer}`, answer);
    const whole = answer instanceof ReadableStream ? answer : Uint8Array.from(answer);
    const { body } = new Response(whole);
    if (!body) throw new Error('an empty body');
    return body;
  }
}
