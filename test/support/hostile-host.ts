import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildDataset } from '@/lib/dataset/build-dataset';
import { CUE, hostileDataset, QUOTED, SPEAKERS } from './hostile-dataset';
import { EVIL_HOST } from './hostile-texts';
import { datasetFile, sha256 } from './published';
import type { PageAnswer } from './web';

const COMMAND = fileURLToPath(new URL('../../lib/cli/onrecord.ts', import.meta.url));
export const HOSTILE_URL = 'https://records.example/hostile/';
export const HOSTILE_ARTICLE = 'https://gazette.example/news/2026/everybody-at-the-harbour';

/** A publisher whose dataset is signed as it should be, and means harm. */
export class HostileHost {
  readonly texts: readonly string[];
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'hostile-'));

  constructor() {
    const { records, texts, facts } = hostileDataset();
    this.texts = texts;
    const file = datasetFile({
      id: 'hostile',
      title: { en: facts.title },
      description: { en: facts.description },
      publisher: facts.publisher,
      homepage: `https://${EVIL_HOST}/"onmouseover="alert(1)`,
      packs: [{ pack: 'main', title: { en: facts.pack } }],
    });
    const keyed = records.map((record) => ({ key: String(record.id), record }));
    for (const [name, bytes] of buildDataset(file, keyed, { sha256 })) {
      const target = path.join(this.#tree, name);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, bytes);
    }
    const keys = ['--keys', path.join(this.#folder, 'keys')];
    execFileSync(process.execPath, [COMMAND, 'dataset', 'sign', this.#tree, ...keys], {
      stdio: 'pipe',
    });
  }

  answer(url: URL): PageAnswer | undefined {
    if (url.href === HOSTILE_ARTICLE) return { body: ARTICLE };
    if (!url.href.startsWith(HOSTILE_URL)) return undefined;
    try {
      const body = readFileSync(path.join(this.#tree, url.href.slice(HOSTILE_URL.length)));
      return { body, type: 'application/octet-stream' };
    } catch {
      // Not there: the web answers 404.
      return undefined;
    }
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #tree(): string {
    return path.join(this.#folder, 'tree');
  }
}

const FILLER =
  'Nobody on the quay had expected an answer before the spring, and the owners had stopped asking for one.';
const PEOPLE = SPEAKERS.map(
  (name) => `<p>${name} came to the harbour on Tuesday and listened to the owners. ${FILLER}</p>`,
).join('\n');

const ARTICLE = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Everybody at the harbour</title>
<meta property="og:type" content="article">
<meta property="og:site_name" content="Harbour Gazette">
<meta property="article:published_time" content="2024-03-09"></head>
<body><article><h1>Everybody at the harbour</h1><p>${FILLER} ${FILLER}</p>
<p>“${QUOTED}” said Ada Marsh, the harbour minister, on Tuesday.</p>
<p>In all 412 ${CUE} by the end of the year. ${FILLER}</p>
${PEOPLE}
</article></body></html>`;
