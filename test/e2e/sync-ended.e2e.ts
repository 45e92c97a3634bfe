import { type Page, TargetType } from 'puppeteer-core';
import { setTimeout as pause } from 'node:timers/promises';
import type { browser as WxtBrowser } from 'wxt/browser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceList } from '@/lib/dataset/source-state';
import { findBrowser, KINDS, launch, type Kind, type Session } from '@/test/support/browsers';
import { dice } from '@/test/support/dice';
import { EditionsHost } from '@/test/support/editions-host';
import { fileAnswer } from '@/test/support/file-answer';
import { openSurface, press } from '@/test/support/surfaces';
import { serveWeb, type Web } from '@/test/support/web';

/** What a browser does to an update while it goes on: ends the background, has no room, starts it twice. */

const RECORDS = 'https://records.example/';
const MOMENTS: Readonly<Record<Kind, number>> = { chromium: 20, firefox: 6 };

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`an update in ${kind}`, { timeout: 240_000 }, () => {
    const at = opened(kind, 300);

    test('whose background is ended at a random moment leaves an edition whole; the next look goes on', async () => {
      const random = dice(20_261_128);
      let page = await openSurface(at.session, 'sources.html');
      await subscribe(page);
      const looks: string[] = [];
      for (let moment = 0; moment < MOMENTS[kind]; moment += 1) {
        await at.host.publish();
        void ask(page, 'checkSources', {}).catch(() => undefined);
        await pause(random(350));
        page = await endBackground(at.session, page);
        const between = await held(page);
        const damaged = await ask(page, 'repairSources', undefined);
        await ask(page, 'checkSources', {});
        const after = await held(page);
        if (![at.host.edition - 1, at.host.edition].includes(between.edition)) {
          looks.push(`${moment}: edition ${between.edition} of ${at.host.edition}`);
        }
        if (damaged !== 0) looks.push(`${moment}: ${String(damaged)} pieces damaged`);
        if (after.edition !== at.host.edition || after.statements !== 300 + at.host.edition - 1) {
          looks.push(`${moment}: stays behind with ${JSON.stringify(after)}`);
        }
      }
      await page.close();

      expect(looks).toEqual([]);
    });

    test('that two pages ask for at once fetches nothing twice', async () => {
      const pages = [
        await openSurface(at.session, 'sources.html'),
        await openSurface(at.session, 'sources.html'),
      ];
      for (let run = 0; run < 5; run += 1) {
        await at.host.publish();
        const before = at.web.requests.length;
        await Promise.all(pages.map(async (page) => await ask(page, 'checkSources', {})));
        const objects = at.web.requests
          .slice(before)
          .filter((each) => /\/[ot]\/\w{64}/u.test(each));

        expect(objects.length).toBe(new Set(objects).size);
        expect((await held(pages[0] as Page)).edition).toBe(at.host.edition);
      }
      for (const page of pages) await page.close();
    });
  });
}

// Each in a browser of its own: of a dataset that was removed, what was fetched stays for a while.
for (const megabytes of [0.25, 1, 2]) {
  describe.skipIf(!findBrowser('chromium'))(
    `where a browser has ${megabytes} MB of room`,
    { timeout: 240_000 },
    () => {
      const at = opened('chromium', 3000);

      test('nothing comes and nothing goes; with room it comes', async () => {
        const page = await openSurface(at.session, 'sources.html');
        const before = await ask(page, 'sources', undefined);
        await giveRoom(at.session, megabytes * 1_000_000);
        await subscribe(page);
        const full = await own(page);
        await giveRoom(at.session, 1e9);
        await ask(page, 'checkSources', {});
        const roomy = await own(page);
        await page.close();

        expect([full?.edition, full?.last?.word]).toEqual([0, 'full']);
        expect([roomy?.edition, roomy?.last?.word]).toEqual([at.host.edition, 'updated']);
        expect(builtIn(before)).not.toEqual([]);
      });
    },
  );
}

/** Lets the browser tell the background of so many bytes; an extension of ours has no quota to limit. */
async function giveRoom({ browser }: Session, quota: number): Promise<void> {
  const target = browser.targets().find((each) => each.type() === TargetType.SERVICE_WORKER);
  const worker = await target?.worker();
  await worker?.evaluate((bytes) => {
    Object.defineProperty(navigator.storage, 'estimate', {
      value: async () => await Promise.resolve({ usage: 0, quota: bytes }),
      configurable: true,
    });
  }, quota);
}

function builtIn({ sources }: SourceList): readonly string[] {
  return sources.filter(({ trust }) => trust === 'built-in').map(({ id }) => id);
}

async function own(page: Page): Promise<SourceList['sources'][number] | undefined> {
  const { sources } = await ask(page, 'sources', undefined);
  return sources.find(({ id }) => id === 'harbour');
}

async function held(
  page: Page,
): Promise<{ readonly edition: number; readonly statements: number }> {
  const source = await own(page);
  const statements = source?.packs[0]?.counts.statements ?? 0;
  return { edition: source?.packs[0]?.edition ?? 0, statements };
}

/** Says yes as the page of sources does. */
async function subscribe(page: Page): Promise<void> {
  await page.type('input[inputmode=url]', RECORDS);
  await press(page, 'Look at it');
  await page.waitForSelector('.confirm');
  await press(page, 'Add it');
  await page.waitForFunction(() => (document.querySelector('.said')?.textContent ?? '') !== '', {
    polling: 50,
  });
}

type Answers = {
  sources: SourceList;
  checkSources: string;
  repairSources: number;
  removeSource: undefined;
};

/** Asks the background, as a page of ours does. */
async function ask<Name extends keyof Answers>(
  page: Page,
  name: Name,
  question: unknown,
): Promise<Answers[Name]> {
  const reply: unknown = await page.evaluate(
    async (onRecord, asked) => {
      const { runtime } = Reflect.get(globalThis, 'chrome') as typeof WxtBrowser;
      const answer: unknown = await runtime.sendMessage({ onRecord, question: asked });
      return answer;
    },
    name,
    question,
  );
  return Reflect.get(Object(reply), 'answer') as Answers[Name];
}

/** Chromium's worker is stopped; Firefox, which lets nobody do that, loads the whole extension anew. */
async function endBackground(session: Session, page: Page): Promise<Page> {
  if (session.kind === 'chromium') {
    const target = session.browser
      .targets()
      .find((each) => each.type() === TargetType.SERVICE_WORKER);
    const worker = await target?.worker();
    await worker?.close();
    return page;
  }
  await page
    .evaluate(() => {
      const { runtime } = Reflect.get(globalThis, 'chrome') as typeof WxtBrowser;
      setTimeout(() => runtime.reload(), 50);
    })
    .catch(() => undefined);
  await pause(1000);
  return await openSurface(session, 'sources.html');
}

function opened(kind: Kind, statements: number) {
  const all: Partial<{ session: Session; web: Web; host: EditionsHost }> = {};
  beforeAll(async () => {
    const host = new EditionsHost(statements, 3);
    await host.publish();
    all.host = host;
    all.web = await serveWeb((url) => fileAnswer(url, RECORDS, host.tree));
    all.session = await launch(kind, { proxyPort: all.web.port });
  });
  afterAll(async () => {
    await all.session?.close();
    await all.web?.close();
    all.host?.close();
  });
  return all as Required<typeof all>;
}
