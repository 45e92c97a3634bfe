import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { browser as WxtBrowser } from 'wxt/browser';
import type { Article } from '@/lib/article/article';
import type { Finding } from '@/lib/reading/finding';
import type { PublishedRecord } from '@/lib/record/record';
import {
  BUILDS,
  findBrowser,
  type Kind,
  KINDS,
  launch,
  type Session,
} from '@/test/support/browsers';
import { inventedRecords } from '@/test/support/invented-statements';
import { bundledTree } from '@/test/support/published';
import { serveWeb } from '@/test/support/web';
import { articlesQuoting, questionsFrom, questionsOf } from './card-questions';
import type { BenchRow } from './row';

/**
 * What a reader waits for in a real browser when the extension carries a large dataset: how long the
 * first installing takes, from the question of a card to its complete data where nothing was read
 * before, the same in an article that was opened a moment ago, and for the first card of a browser that
 * was just started. Built extension, datasets of invented people, the
 * background's own messages. `CARD_DATA_BUILDS=name=folder,…` puts other builds beside this one; they
 * are asked by turns, so that what else goes on hits all alike.
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

/** One build in one browser, and what it took so far, in milliseconds. */
type Runner = {
  readonly name: string;
  readonly kind: Kind;
  readonly build: string;
  readonly profile: string;
  readonly installed: number[];
  readonly times: number[];
  readonly opened: number[];
  readonly first: number[];
};

const STARTS = 5;
const ARTICLES = 5;
/** So long after an article was opened its first quotation is clicked. */
const READING_MS = 2000;

async function measure(
  kind: Kind,
  size: number,
  records: readonly PublishedRecord[],
): Promise<BenchRow[]> {
  const runners = buildsFor(kind).map(([name, folder]): Runner => {
    const profile = mkdtempSync(path.join(tmpdir(), 'card-profile-'));
    const build = buildWith(folder, records);
    return { name, kind, build, profile, installed: [], times: [], opened: [], first: [] };
  });
  const plan = { questions: questionsOf(records), articles: articlesQuoting(records, ARTICLES) };
  const web = await serveWeb(() => undefined);
  try {
    await askByTurns(runners, plan, web.port);
    for (let start = 0; start < STARTS; start += 1) {
      for (const runner of runners) await askAtStart(runner, plan.questions.slice(start), web.port);
    }
  } finally {
    await web.close();
    for (const { build, profile } of runners) {
      rmSync(build, { recursive: true, force: true });
      rmSync(profile, { recursive: true, force: true });
    }
  }
  return runners.flatMap((runner) => rowsOf(runner, size));
}

function rowsOf({ name, kind, installed, times, opened, first }: Runner, size: number): BenchRow[] {
  const of = `${kind}, ${size} statements${name}`;
  const goal = size === 100_000 ? '≤ 30' : '';
  return [
    row(`${of}: installed after s`, (installed[0] ?? 0) / 1000, size === 10_000 ? '≤ 5' : ''),
    row(`${of}: first card of a start, p50 ms`, quantile(first, 0.5), ''),
    row(`${of}: card data p50 ms`, quantile(times, 0.5), ''),
    row(`${of}: card data p95 ms`, quantile(times, 0.95), goal),
    row(`${of}: card data in an opened article p50 ms`, quantile(opened, 0.5), ''),
    row(`${of}: card data in an opened article p95 ms`, quantile(opened, 0.95), goal),
  ];
}

/** Every build's folder, by what rows are to call it. */
function buildsFor(kind: Kind): (readonly [name: string, folder: string])[] {
  const others = (process.env['CARD_DATA_BUILDS'] ?? '').split(',').filter(Boolean);
  return [
    ['', BUILDS[kind]],
    ...others.map((other) => {
      const [name = '', folder = ''] = other.split('=');
      return [`, ${name}`, path.join(folder, path.basename(BUILDS[kind]))] as const;
    }),
  ];
}

async function askByTurns(
  runners: readonly Runner[],
  {
    questions,
    articles,
  }: { readonly questions: readonly unknown[]; readonly articles: readonly Article[] },
  proxyPort: number,
): Promise<void> {
  const sessions: Session[] = [];
  try {
    const pages: Page[] = [];
    for (const { kind, build, profile, installed } of runners) {
      const session = await launch(kind, { proxyPort, build, profile });
      sessions.push(session);
      const page = await session.openExtensionPage('options.html');
      pages.push(page);
      installed.push(...(await asked(page, 'heldDatasets', [undefined])));
    }
    for (const question of questions) {
      for (const [at, page] of pages.entries()) {
        runners[at]?.times.push(...(await asked(page, 'lookUp', [question])));
      }
    }
    for (const article of articles) {
      for (const [at, page] of pages.entries()) {
        runners[at]?.opened.push(...(await askedInArticle(page, article)));
      }
    }
  } finally {
    for (const session of sessions) await session.close();
  }
}

async function askAtStart(
  { kind, build, profile, first }: Runner,
  questions: readonly unknown[],
  proxyPort: number,
): Promise<void> {
  const session = await launch(kind, { proxyPort, build, profile });
  try {
    const page = await session.openExtensionPage('options.html');
    // What every reading asks first; the words of the pack are not read for it.
    await asked(page, 'heldDatasets', [undefined]);
    first.push(...(await asked(page, 'lookUp', questions.slice(0, 1))));
  } finally {
    await session.close();
  }
}

function row(measured: string, ours: number, goal: string): BenchRow {
  return { bench: 'card data', measure: measured, ours, goal, peers: '' };
}

/** A copy of the built extension that carries these records instead of its own datasets. */
function buildWith(of: string, records: readonly PublishedRecord[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'card-data-'));
  cpSync(of, folder, { recursive: true });
  rmSync(path.join(folder, 'datasets'), { recursive: true, force: true });
  const label = { id: 'harbour', title: 'Harbour', edition: 1 };
  for (const [name, bytes] of bundledTree([{ label, records }])) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folder;
}

/** The same for the cards of an article's quotations, some time after it was opened. */
async function askedInArticle(page: Page, article: Article): Promise<number[]> {
  const answer = await page.evaluate(
    async (read) => {
      const api = Reflect.get(globalThis, 'chrome') as typeof WxtBrowser;
      const reply: unknown = await api.runtime.sendMessage({
        onRecord: 'annotate',
        question: read,
      });
      return reply as { readonly answer: { readonly findings: readonly Finding[] } };
    },
    { article, factChecks: [] },
  );
  await setTimeout(READING_MS);
  return await asked(page, 'lookUp', questionsFrom(article, answer.answer.findings));
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
