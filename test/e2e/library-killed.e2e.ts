import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toLibraryFile } from '@/lib/collections/library-file';
import { findBrowser, type Kind, KINDS, launch, type Session } from '@/test/support/browsers';
import {
  chooseFiles,
  exportedBy,
  inventedItem,
  press,
  seedLibrary,
  shownIn,
} from '@/test/support/library-pages';
import { openSurface } from '@/test/support/surfaces';
import { serveWeb, type Web } from '@/test/support/web';

/** The browser is killed in the middle of each kind of write; after a new start all is there or nothing. */

const PATIENT = { timeout: 30_000 };
const FEW = Array.from({ length: 40 }, (_each, index) => inventedItem(index));
const MANY = Array.from({ length: 8000 }, (_each, index) => inventedItem(1000 + index));

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`a kill of ${kind}`, () => {
    let web: Web;
    beforeAll(async () => {
      web = await serveWeb(() => undefined);
    });
    afterAll(async () => await web.close());

    test.for([0, 60, 250, 700])(
      'during an import, %i ms after the press, leaves all or nothing of it',
      async (wait) => {
        const profile = newProfile();
        const session = await launch(kind, { proxyPort: web.port, profile });
        await seedLibrary(session, 2, FEW);
        const library = await openSurface(session, 'library.html#in-and-out');
        const text = toLibraryFile({ items: MANY, collections: [] }, 1);
        await chooseFiles(library, 'Choose a file', [{ name: 'many.json', text }]);
        await press(library, 'Take it in');
        await setTimeout(wait);
        await kill(session);

        const kept = await keptIn(kind, { proxyPort: web.port, profile });

        expect([FEW.length, FEW.length + MANY.length]).toContain(kept.length);
      },
    );

    test.for([0, 50, 150, 400])(
      'during an upgrade, %i ms after it began, leaves every item',
      async (wait) => {
        const profile = newProfile();
        const session = await launch(kind, { proxyPort: web.port, profile });
        await seedLibrary(session, 1, MANY);
        const page = await session.browser.newPage();
        page.goto(`${session.origin}/library.html`).catch(() => undefined);
        await setTimeout(wait);
        await kill(session);

        const kept = await keptIn(kind, { proxyPort: web.port, profile });

        expect(kept.toSorted()).toEqual(MANY.map(({ id }) => id).toSorted());
      },
    );

    test.for([0, 250])(
      'during a backup, %i ms after it was due, leaves the library and no half backup',
      async (wait) => {
        const profile = newProfile();
        const session = await launch(kind, { proxyPort: web.port, profile });
        await seedLibrary(session, 2, MANY);
        const library = await openSurface(session, 'library.html');
        // The page backs up what is new as soon as it has read all.
        await expect.poll(async () => await shownIn(library), PATIENT).toContain('8,000 items');
        await setTimeout(wait);
        await kill(session);

        const { kept, backups } = await backupsIn(kind, { proxyPort: web.port, profile });

        expect(kept).toHaveLength(MANY.length);
        for (const said of backups) expect(said).toContain('leave 8,000 items as they are');
      },
    );

    test.for([0, 20, 80])(
      'during a save of many changes, %i ms after it began, leaves each whole',
      async (wait) => {
        const profile = newProfile();
        const session = await launch(kind, { proxyPort: web.port, profile });
        await seedLibrary(session, 2, FEW);
        const library = await openSurface(session, 'library.html');
        await tagAll(library, 'marked');
        await setTimeout(wait);
        await kill(session);

        const tags = await tagsIn(kind, { proxyPort: web.port, profile });

        expect([0, FEW.length]).toContain(tags.filter((each) => each.includes('marked')).length);
        expect(tags).toHaveLength(FEW.length);
      },
    );
  });
}

function newProfile(): string {
  return mkdtempSync(path.join(tmpdir(), 'killed-'));
}

async function kill(session: Session): Promise<void> {
  const process = session.browser.process();
  const gone = new Promise((done) => {
    process?.once('exit', done);
  });
  process?.kill('SIGKILL');
  await gone;
  await session.browser.disconnect().catch(() => undefined);
}

type Start = { readonly proxyPort: number; readonly profile: string };

/** The ids of the items that are there after a new start. */
async function keptIn(kind: Kind, start: Start): Promise<string[]> {
  return (await fileIn(kind, start)).items.map(({ id }) => id);
}

/** What is kept after a new start, and what each backup in the profile would do to it. */
async function backupsIn(
  kind: Kind,
  start: Start,
): Promise<{ readonly kept: File['items']; readonly backups: readonly string[] }> {
  const backups: string[] = [];
  const { items: kept } = await fileIn(kind, start, async (library) => {
    await press(library, 'Keep safe');
    await library.waitForSelector('.backups, .room > p + p', PATIENT);
    for (const row of await library.$$('.backups li')) {
      await (await row.$('button'))?.click();
      await library.waitForSelector('.preview', PATIENT);
      backups.push(await shownIn(library));
      await press(library, 'Cancel', '.preview');
    }
  });
  return { kept, backups };
}

async function tagsIn(kind: Kind, start: Start): Promise<(readonly string[])[]> {
  return (await fileIn(kind, start)).items.map(({ tags }) => tags);
}

type File = {
  readonly items: readonly { readonly id: string; readonly tags: readonly string[] }[];
};

// oxlint-disable-next-line max-params -- which browser, how it starts, and what is looked at first
async function fileIn(
  kind: Kind,
  start: Start,
  look?: (library: Page) => Promise<void>,
): Promise<File> {
  const session = await launch(kind, start);
  try {
    const library = await openSurface(session, 'library.html');
    await expect.poll(async () => await shownIn(library), PATIENT).not.toContain('Reading the');
    await look?.(library);
    await press(library, 'In and out');
    return JSON.parse(await exportedBy(library, 'On Record library (JSON)')) as File;
  } finally {
    await session.close();
    rmSync(start.profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function tagAll(library: Page, tag: string): Promise<void> {
  await library.waitForSelector('.item-row input');
  await library.click('.item-row input');
  await press(library, 'Select all');
  await press(library, 'Add tag', '.bulk-bar');
  await library.waitForSelector('.bulk-bar input');
  await library.type('.bulk-bar input', tag);
  await library.keyboard.press('Enter');
}
