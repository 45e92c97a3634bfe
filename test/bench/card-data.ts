import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { browser as WxtBrowser } from 'wxt/browser';
import type { PublishedRecord } from '@/lib/record/record';
import { BUILDS, findBrowser, type Kind, KINDS, launch } from '@/test/support/browsers';
import { inventedRecords } from '@/test/support/invented-statements';
import { bundledTree } from '@/test/support/published';
import { serveWeb } from '@/test/support/web';
import type { BenchRow } from './row';

/**
 * What a reader waits for in a real browser when the extension carries a large dataset: how long the
 * first installing takes, and from the question of a card to its complete data. Built extension,
 * datasets of invented people, the background's own messages.
 */
export async function benchCardData(): Promise<readonly BenchRow[]> {
  const sizes = (process.env['CARD_DATA_SIZES'] ?? '10000,100000').split(',').map(Number);
  const rows: BenchRow[] = [];
  for (const size of sizes) {
    const records = inventedRecords(size);
    for (const kind of KINDS) {
      if (findBrowser(kind)) rows.push(...(await measure(kind, size, records)));
    }
  }
  return rows;
}

async function measure(
  kind: Kind,
  size: number,
  records: readonly PublishedRecord[],
): Promise<BenchRow[]> {
  const build = buildWith(kind, records);
  const web = await serveWeb(() => undefined);
  const session = await launch(kind, { proxyPort: web.port, build });
  try {
    const page = await session.openExtensionPage('options.html');
    const began = performance.now();
    await asked(page, 'heldDatasets', [undefined]);
    const imported = performance.now() - began;
    const times = await asked(page, 'lookUp', questionsOf(records));
    const name = `${kind}, ${size} statements`;
    return [
      row(`${name}: installed after s`, imported / 1000, size === 10_000 ? '≤ 5' : ''),
      row(`${name}: card data p50 ms`, quantile(times, 0.5), ''),
      row(`${name}: card data p95 ms`, quantile(times, 0.95), size === 100_000 ? '≤ 30' : ''),
    ];
  } finally {
    await session.close();
    await web.close();
    rmSync(build, { recursive: true, force: true });
  }
}

function row(measured: string, ours: number, goal: string): BenchRow {
  return { bench: 'card data', measure: measured, ours, goal, peers: '' };
}

/** A copy of the built extension that carries these records instead of its own datasets. */
function buildWith(kind: Kind, records: readonly PublishedRecord[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'card-data-'));
  cpSync(BUILDS[kind], folder, { recursive: true });
  rmSync(path.join(folder, 'datasets'), { recursive: true, force: true });
  const label = { id: 'harbour', title: 'Harbour', edition: 1 };
  for (const [name, bytes] of bundledTree([{ label, records }])) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folder;
}

/** Claims of the dataset as a page would quote them, a word changed, each by its speaker. */
function questionsOf(records: readonly PublishedRecord[]): unknown[] {
  const statements = records.filter(({ type }) => type === 'statement');
  const step = Math.floor(statements.length / 60);
  return statements
    .filter((_, at) => at % step === 0)
    .map((record) => {
      const text = record.type === 'statement' ? record.text.replace(/ \S+ /u, ' and ') : '';
      const speaker = record.type === 'statement' ? `harbour:${record.speaker}` : '';
      const annotation = {
        kind: 'quote',
        type: 'direct',
        segments: [{ start: 0, end: text.length }],
        source: [],
        cue: [],
        speaker: { name: 'Somebody', of: 'person', entities: [speaker] },
      };
      return {
        finding: {
          id: 'b0',
          mark: 'claim',
          annotation,
          weight: 'some',
          label: text,
          inTitle: false,
        },
        article: { title: 'A page', lang: 'en', around: { start: 0, text } },
        target: { source: 'https://news.example/', title: 'A page' },
        position: { index: 0, count: 1 },
      };
    });
}

/** Milliseconds from each question to its answer, as a page of the extension sees them. */
async function asked(page: Page, name: string, questions: readonly unknown[]): Promise<number[]> {
  const answered = await page.evaluate(
    async (onRecord, all) => {
      const api = Reflect.get(globalThis, 'chrome') as typeof WxtBrowser;
      const times: number[] = [];
      for (const question of all) {
        const began = performance.now();
        const reply: unknown = await api.runtime.sendMessage({ onRecord, question });
        times.push(performance.now() - began);
        if (typeof reply !== 'object' || reply === null || Reflect.get(reply, 'ok') !== true) {
          throw new Error(JSON.stringify(reply));
        }
      }
      return times;
    },
    name,
    questions,
  );
  return answered;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
