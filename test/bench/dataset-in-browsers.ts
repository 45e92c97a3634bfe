import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { entityId } from '@/test/support/records';
import { findBrowser, type Kind, KINDS, launch, type Session } from '@/test/support/browsers';
import { EditionsHost } from '@/test/support/editions-host';
import { fileAnswer } from '@/test/support/file-answer';
import { openSurface } from '@/test/support/surfaces';
import { type PageAnswer, serveWeb, type Web } from '@/test/support/web';
import { bundle } from './bundle';
import { type BenchRow, rowsOf } from './row';
import { buildIn, type Packs, writePacks } from './scale-tree';

const RECORDS = 'https://records.example/';
const BENCH = 'https://bench.example/';
const PAGE = '<!doctype html><script src="/script"></script>';
/** Firefox gives a page that is not isolated from others whole milliseconds. */
const FINE_CLOCK = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
const PATIENT = { timeout: 600_000, polling: 20 } as const;

/**
 * Datasets in real browsers. The built extension subscribes to 10^4 statements on its page of sources
 * and takes a daily edition; then the store alone, in a page of its own over the browser's IndexedDB,
 * takes in larger datasets and is asked. `BROWSER_SIZES=1000000:100` puts 10^6 statements in 100 packs
 * there; `SCALE_TREES=folder` keeps the trees for the next time.
 */
export async function benchDatasetInBrowsers(): Promise<readonly BenchRow[]> {
  const sizes = (process.env['BROWSER_SIZES'] ?? '10000:1,100000:1').split(',').filter(Boolean);
  const kept = process.env['SCALE_TREES'];
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'scale-'));
  const host = new EditionsHost(10_000, 50);
  try {
    const trees: Tree[] = [];
    for (const each of sizes) trees.push(await treeOf(folder, each));
    const script = await bundle('test/bench/in-page/store.ts');
    await host.publish();
    const rows: BenchRow[] = [];
    for (const kind of KINDS) {
      if (findBrowser(kind)) rows.push(...(await benchIn(kind, { script, host, trees })));
    }
    return rows;
  } finally {
    host.close();
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

type Tree = Packs & { readonly folder: string };

/** @param wanted statements and packs, as in `10000:1` */
async function treeOf(folder: string, wanted: string): Promise<Tree> {
  const [size = 0, packs = 1] = wanted.split(':').map(Number);
  const tree: Tree = { size, packs, edition: 1, folder: join(folder, `${size}-${packs}`) };
  if (existsSync(join(tree.folder, 'tree/catalog.json'))) return tree;
  writePacks(tree.folder, tree);
  await buildIn(tree.folder);
  return tree;
}

async function benchIn(kind: Kind, serving: Serving): Promise<BenchRow[]> {
  const web = await serveWeb((url) => answered(url, serving));
  const session = await launch(kind, { proxyPort: web.port, patience: PATIENT.timeout });
  try {
    const rows = [...(await subscribing(session, serving.host, web))];
    for (const tree of serving.trees) rows.push(...(await storing(session, tree)));
    return rowsOf(`dataset, ${kind}`, rows);
  } finally {
    await session.close();
    await web.close();
  }
}

type Serving = {
  readonly script: string;
  readonly host: EditionsHost;
  readonly trees: readonly Tree[];
};

function answered(url: URL, { script, host, trees }: Serving): PageAnswer | undefined {
  if (url.href.startsWith(RECORDS)) return fileAnswer(url, RECORDS, host.tree);
  if (!url.href.startsWith(BENCH)) return undefined;
  const [name = ''] = url.href.slice(BENCH.length).split('/');
  if (name === 'page') return { body: PAGE, headers: FINE_CLOCK };
  if (name === 'script') return { body: script, type: 'text/javascript' };
  const tree = trees.find(({ size, packs }) => name === `${size}-${packs}`);
  return tree && fileAnswer(url, `${BENCH}${name}/`, join(tree.folder, 'tree'));
}

type Row = Omit<BenchRow, 'bench'>;

function row(measure: string, ours: number, goal = ''): Row {
  return { measure, ours, goal, peers: '' };
}

/** What a reader waits for on the page of sources. */
async function subscribing(session: Session, host: EditionsHost, web: Web): Promise<Row[]> {
  const page = await openSurface(session, 'sources.html');
  await page.waitForSelector('input[inputmode=url]');
  await page.type('input[inputmode=url]', RECORDS);
  const preview = await pressed(page, 'Look at it', 'Add this dataset?');
  const held = (): string => `Edition ${host.edition}, on this device since`;
  const first = await pressed(page, 'Add it', held());
  await host.publish(1);
  const asked = web.requests.length;
  const update = await pressed(page, 'Check now', held());
  const requests = web.requests.slice(asked).filter((each) => each.includes(RECORDS));
  const beyond = requests.filter((each) => /\/(?:o\/|t\/.*main\.json$)/u.test(each));
  await page.close();
  const bytes = beyond.map((each) => readFileSync(join(host.tree, each.split(RECORDS)[1] ?? '')));
  return [
    row('10,000 statements: looked at after, s', preview),
    row('10,000 statements: imported after the yes, s', first, '≤ 5'),
    row('edition of 50 changes: taken after, s', update),
    row('edition of 50 changes: requests beyond metadata', beyond.length, '≤ 1'),
    row('edition of 50 changes: bytes of that before packing', sizeOf(bytes), ''),
  ];
}

function sizeOf(all: readonly Uint8Array[]): number {
  return all.reduce((sum, { length }) => sum + length, 0);
}

/** Found in the page. */
function working(label: string): HTMLButtonElement | undefined {
  return [...document.querySelectorAll('button')].find(
    (each) => each.textContent.trim() === label && !each.disabled,
  );
}

/** Presses a button that works. @returns seconds until the page shows the words */
async function pressed(page: Page, name: string, wanted: string): Promise<number> {
  await page.bringToFront();
  await page.waitForFunction(working, PATIENT, name);
  await page.evaluate((label) => {
    document.addEventListener('click', () => Reflect.set(window, 'pressedAt', performance.now()), {
      capture: true,
      once: true,
    });
    Reflect.set(window, 'wanted', label);
    new MutationObserver((_changes, watching) => {
      // What came with the extension has an edition too, and is not the reader's own source.
      const own = document.querySelector<HTMLElement>('[aria-labelledby=own-sources]');
      const where = label.startsWith('Edition') ? own : document.body;
      if (!where?.innerText.includes(label)) return;
      Reflect.set(window, 'shownAt', performance.now());
      watching.disconnect();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, wanted);
  const button = await page.waitForFunction(working, PATIENT, name);
  await (button.asElement() as Awaited<ReturnType<Page['$']>>)?.click();
  await page.waitForFunction(() => Reflect.has(window, 'shownAt'), PATIENT);
  return await page.evaluate(() => {
    const took = Number(Reflect.get(window, 'shownAt')) - Number(Reflect.get(window, 'pressedAt'));
    Reflect.deleteProperty(window, 'shownAt');
    return took / 1000;
  });
}

/** The functions of `in-page/store.ts`, as a page names them. */
type Bench = {
  install(addresses: readonly string[]): Promise<number>;
  fetchOnly(addresses: readonly string[]): Promise<number>;
  lookUps(people: readonly string[]): Promise<Readonly<Record<string, number[]>>>;
  stored(): Promise<number>;
  clear(): Promise<void>;
};

/** The store over one dataset. */
async function storing(session: Session, tree: Tree): Promise<Row[]> {
  const page = await session.open(`${BENCH}page`);
  page.setDefaultTimeout(600_000);
  const manifests = readdirSync(join(tree.folder, 'tree/t'))
    .filter((name) => name.includes('.pack-'))
    .map((name) => `${BENCH}${tree.size}-${tree.packs}/t/${name}`);
  const fetching = await inPage(page, 'fetchOnly', manifests);
  const installing = await inPage(page, 'install', manifests);
  const bytes = await inPage(page, 'stored', undefined);
  const times = await inPage(page, 'lookUps', peopleOf(tree));
  await inPage(page, 'clear', undefined);
  await page.close();
  const name = `${tree.size} statements in ${tree.packs} packs`;
  return [
    row(`${name}: only fetched, s`, fetching),
    row(`${name}: imported, s`, installing, tree.size === 10_000 ? '≤ 5' : ''),
    row(`${name}: stored, MB`, bytes / 1e6, tree.size === 100_000 ? '≤ 25' : ''),
    ...Object.entries(times).flatMap(([what, took]) => [
      row(`${name}: look-up of ${what}, p50 ms`, quantile(took, 0.5)),
      row(`${name}: look-up of ${what}, p95 ms`, quantile(took, 0.95), '≤ 5'),
    ]),
  ];
}

async function inPage<Name extends keyof Bench>(
  page: Page,
  name: Name,
  question: Parameters<Bench[Name]>[0],
): Promise<Awaited<ReturnType<Bench[Name]>>> {
  const answer = await page.evaluate(
    async (which, asked) => {
      const bench = Reflect.get(globalThis, 'bench') as Record<string, (of: unknown) => unknown>;
      return await bench[which]?.(asked);
    },
    name,
    question,
  );
  return answer as Awaited<ReturnType<Bench[Name]>>;
}

const ASKED = 300;

/** People of every pack, far from one another, so that most are not in memory. */
function peopleOf({ size, packs }: Tree): string[] {
  const speakers = Math.floor(size / packs / 20);
  return Array.from({ length: ASKED }, (_each, at) => {
    const prefix = packs > 1 ? `p${at % packs}-` : '';
    const speaker = (at * 7919) % Math.floor(speakers ** 0.8);
    return `scale:${entityId(`${prefix}Speaker ${speaker}`)}`;
  });
}

function quantile(values: readonly number[], at: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * at)] ?? Number.NaN;
}
