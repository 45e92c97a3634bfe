import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { type BodyQuestion, findBody } from '@/lib/article/find-body';
import { findBrowser } from '@/test/support/browsers';
import { bundle } from './bundle';
import type { BenchRow } from './row';

type Sample = { readonly html: string; readonly url: string; readonly article: boolean };
type Timing = { readonly ours: number; readonly peer: number };
type Run = {
  readonly gate: Timing;
  readonly read?: Timing;
  readonly spans: number;
  readonly wrong: readonly string[];
};

/**
 * What a page pays, in real Chromium on real pages: main-thread CPU time of the gate against
 * `isProbablyReaderable` and of reading against `Readability.parse` on a clone, each in a world of
 * its own on a fresh page, compilation included, in turn first and second; and whether every span of
 * the text stands where its map says. `BENCH_EVERY=6` takes every sixth page.
 */
export async function benchPageSpeed(shared: URL): Promise<BenchRow[]> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium is not installed.');
  const scripts = await bundles();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await puppeteer.launch({ executablePath, args: [...sandbox, '--disable-gpu'] });
  try {
    const measured: Measured[] = [];
    for (const [index, sample] of samplesIn(shared).entries()) {
      measured.push({ sample, run: await measure(browser, sample, { scripts, turn: index % 2 }) });
    }
    return [...rowsOf(measured), await gateSize()];
  } finally {
    await browser.close();
  }
}

type Measured = { readonly sample: Sample; readonly run: Run };

function rowsOf(measured: readonly Measured[]): BenchRow[] {
  const runs = measured.map((each) => each.run);
  const reads = runs.flatMap(({ read }) => (read ? [read] : []));
  const others = gatesOf(measured, false);
  const spans = runs.reduce((sum, each) => sum + each.spans, 0);
  const wrong = runs.flatMap((each) => each.wrong);
  const exact = 1 - wrong.length / Math.max(1, spans);
  const first = wrong[0] === undefined ? `${spans} spans` : `first wrong: ${wrong[0].slice(0, 80)}`;
  return [
    [
      'gate ms p50, no article',
      p50(others, 'ours'),
      '',
      `isProbablyReaderable ${p50(others, 'peer').toFixed(2)}`,
    ],
    ['gate / isProbablyReaderable, no article', ratio(others), '≤ 1.0', ''],
    ['gate / isProbablyReaderable, article', ratio(gatesOf(measured, true)), '', ''],
    ['read ms p50', p50(reads, 'ours'), '', `Readability.parse ${p50(reads, 'peer').toFixed(2)}`],
    ['read / Readability.parse', ratio(reads), '≤ 0.15', ''],
    ['mapping exactness', exact, '1', first],
  ].map(rowOf);
}

function rowOf([measureName, ours, goal, peers]: (string | number)[]): BenchRow {
  return {
    bench: 'page speed',
    measure: String(measureName),
    ours: Number(ours),
    goal: String(goal),
    peers: String(peers),
  };
}

function gatesOf(measured: readonly Measured[], article: boolean): Timing[] {
  return measured.filter(({ sample }) => sample.article === article).map((each) => each.run.gate);
}

/** The median page's ratio: the two were timed side by side on it. */
function ratio(timings: readonly Timing[]): number {
  return median(timings.map(({ ours, peer }) => ours / peer));
}

function p50(timings: readonly Timing[], which: keyof Timing): number {
  return median(timings.map((each) => each[which]));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

type Scripts = Readonly<Record<'gate' | 'readerable' | 'read' | 'readability', string>>;

async function bundles(): Promise<Scripts> {
  const [gate, readerable, read, readability] = await Promise.all(
    ['gate', 'readerable', 'read', 'readability'].map(
      async (name) => await bundle(`test/bench/in-page/${name}.ts`),
    ),
  );
  return {
    gate: gate ?? '',
    readerable: readerable ?? '',
    read: read ?? '',
    readability: readability ?? '',
  };
}

/** The script on every page as the bundler makes it, without the few lines that WXT puts around it. */
async function gateSize(): Promise<BenchRow> {
  const bytes = gzipSync(await bundle('entrypoints/gate.ts'), { level: 9 }).length;
  return {
    bench: 'page speed',
    measure: 'gate script, bytes gzip',
    ours: bytes,
    goal: '≤ 3072',
    peers: '',
  };
}

function samplesIn(shared: URL): Sample[] {
  const bodies = new URL('bench/aeb/dev/', shared);
  const gold = JSON.parse(readFileSync(new URL('gold.json', bodies), 'utf8')) as Record<
    string,
    { url: string }
  >;
  const detection = new URL('bench/article-detection/dev/', shared);
  const pages = readFileSync(new URL('gold.jsonl', detection), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; url: string; article: boolean });
  const every = Number(process.env['BENCH_EVERY'] ?? 1);
  return [
    ...Object.entries(gold).map(([id, { url }]) => sampleOf(bodies, { id, url, article: true })),
    ...pages.map((each) => sampleOf(detection, each)),
  ].filter((_, index) => index % every === 0);
}

function sampleOf(
  folder: URL,
  { id, url, article }: { id: string; url: string; article: boolean },
): Sample {
  const files = readdirSync(new URL('html/', folder));
  if (!files.includes(`${id}.html.gz`)) throw new Error(`${id} has no page.`);
  const html = gunzipSync(readFileSync(new URL(`html/${id}.html.gz`, folder))).toString('utf8');
  return { html, url, article };
}

type Choices = { readonly scripts: Scripts; readonly turn: number };

async function measure(browser: Browser, sample: Sample, { scripts, turn }: Choices): Promise<Run> {
  const page = await browser.newPage();
  try {
    await open(page, sample);
    const client = await page.createCDPSession();
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    // A content script runs when the page has been laid out.
    await evaluate(client, await newWorld(client, 'layout'), 'document.body.offsetHeight');
    const gate = await inTurn(turn, [
      async () => await timed(client, `${scripts.gate};gate()`),
      async () => await timed(client, `${scripts.readerable};readerable()`),
    ]);
    if (!sample.article) return { gate, spans: 0, wrong: [] };
    const read = await inTurn(turn, [
      async () => (await reading(client, scripts.read)).ms,
      async () => await timed(client, `${scripts.readability};readability()`),
    ]);
    const { world } = await reading(client, scripts.read);
    const { spans, wrong } = (await evaluate(client, world, 'exactness()')) as {
      spans: number;
      wrong: string[];
    };
    return { gate, read, spans, wrong };
  } finally {
    await page.close();
  }
}

/** Each page stands at its own address; nothing else is loaded, and none of its scripts run. */
async function open(page: Page, { html, url }: Sample): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    void (isPage
      ? request.respond({
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': "script-src 'none'; frame-src 'none'" },
          body: html,
        })
      : request.abort());
  });
  await page.goto(url, { waitUntil: 'load', timeout: 30_000 });
}

async function inTurn(
  turn: number,
  [ours, peer]: readonly [() => Promise<number>, () => Promise<number>],
): Promise<Timing> {
  if (turn === 0) return { ours: await ours(), peer: await peer() };
  const first = await peer();
  return { ours: await ours(), peer: first };
}

/** CPU milliseconds of the page's main thread while a script runs in a fresh world. */
async function timed(client: CDPSession, script: string): Promise<number> {
  return await timedIn(client, await newWorld(client, 'bench'), script);
}

async function timedIn(client: CDPSession, world: number, script: string): Promise<number> {
  return (await answered(client, world, script)).ms;
}

async function answered(
  client: CDPSession,
  world: number,
  script: string,
): Promise<{ ms: number; answer: unknown }> {
  const before = await threadTime(client);
  const answer = await evaluate(client, world, script);
  return { ms: (await threadTime(client)) - before, answer };
}

/** What the page pays: to gather, to write its question as it is sent, and to take in the answer. */
async function reading(client: CDPSession, script: string): Promise<{ ms: number; world: number }> {
  const world = await newWorld(client, 'reader');
  const { ms, answer } = await answered(client, world, `${script};gather()`);
  if (typeof answer !== 'string' || answer === '') return { ms, world };
  const body = JSON.stringify(JSON.stringify(findBody(JSON.parse(answer) as BodyQuestion)));
  return { ms: ms + (await timedIn(client, world, `read(JSON.parse(${body}))`)), world };
}

async function threadTime(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function newWorld(client: CDPSession, worldName: string): Promise<number> {
  const { frameTree } = await client.send('Page.getFrameTree');
  const { executionContextId } = await client.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName,
  });
  return executionContextId;
}

async function evaluate(
  client: CDPSession,
  contextId: number,
  expression: string,
): Promise<unknown> {
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
    expression,
    contextId,
    returnByValue: true,
  });
  if (exceptionDetails)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
