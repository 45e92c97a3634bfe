import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, KINDS, launch, type Session } from '@/test/support/browsers';
import {
  backedUp,
  buildWithDownloads,
  chooseFiles,
  databaseVersions,
  exportedBy,
  inventedItem,
  loseDatabases,
  press,
  seedLibrary,
  shownIn,
  storedUnder,
} from '@/test/support/library-pages';
import { openSurface, tabIdOf } from '@/test/support/surfaces';
import { serveWeb, type Web } from '@/test/support/web';

/** What may befall the library in a real browser, and what stays of it. */

const PAGE = 'https://board.example/notes';
const TITLE = 'Notes of the board';
const PATIENT = { timeout: 20_000 };
const ITEMS = [1, 2, 3].map((number) => inventedItem(number));

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`the library kept safe in ${kind}`, () => {
    let web: Web;
    beforeAll(async () => {
      web = await serveWeb(() => ({ body: `<title>${TITLE}</title><p>Nothing yet.</p>` }));
    });
    afterAll(async () => await web.close());

    test('the browser is asked to keep what is saved, once, at the first save', async () => {
      const session = await launch(kind, { proxyPort: web.port });
      expect(await storedUnder(session, 'libraryChoices')).toBeUndefined();

      expect(await savePage(session)).toContain('Saved to the library.');

      // Chromium decides by itself, and decides against extensions; Firefox promises.
      await expect
        .poll(async () => await storedUnder(session, 'libraryChoices'), PATIENT)
        .toMatchObject({ isPersisted: kind === 'firefox' });
      const library = await openSurface(session, 'library.html#keep-safe');
      await expect
        .poll(async () => await shownIn(library), PATIENT)
        .toContain(kind === 'firefox' ? 'keeps these data' : 'made no promise');
      await session.close();
    });

    test('a library of the first version is upgraded behind a copy, and is whole', async () => {
      const session = await launch(kind, { proxyPort: web.port });
      await seedLibrary(session, 1, ITEMS);

      const library = await openSurface(session, 'library.html');

      await expect.poll(async () => await shownIn(library), PATIENT).toContain('3 items');
      expect(await shownIn(library)).toContain('Words of story 2');
      expect(await databaseVersions(session)).toMatchObject({ library: 2 });
      await press(library, 'Keep safe');
      await expect.poll(async () => await shownIn(library), PATIENT).toContain('before an update');
      await session.close();
    });

    test('a library of a later version opens for reading and export, and is not written', async () => {
      const session = await launch(kind, { proxyPort: web.port });
      await seedLibrary(session, 99, ITEMS);

      const library = await openSurface(session, 'library.html');

      await expect.poll(async () => await shownIn(library), PATIENT).toContain('newer version');
      await expect.poll(async () => await shownIn(library), PATIENT).toContain('Words of story 2');
      await library.click('.item-row .main');
      await library.waitForSelector('.item-detail');
      expect(await library.$eval('.item-detail', (each) => each.textContent)).not.toContain(
        'Delete',
      );
      expect(await savePage(session)).toContain('newer version');
      await press(library, 'Export', '.health');
      const file = await exportedBy(library, 'On Record library (JSON)');
      expect(JSON.parse(file)).toMatchObject({ items: { length: 3 } });
      expect(await databaseVersions(session)).toMatchObject({ library: 99 });
      await session.close();
    });

    test.for([
      { name: 'its backups are left', lost: ['library'], says: 'A backup of it is here' },
      {
        name: 'its backups are lost too',
        lost: ['library', 'library-backups'],
        says: 'No backup is left',
      },
    ])('an emptied library is told of in popup and library; $name', async ({ lost, says }) => {
      const session = await launch(kind, { proxyPort: web.port });
      await savePage(session);
      await backUp(session);
      await loseDatabases(session, lost);

      const popup = await openSurface(session, 'popup.html');
      await expect.poll(async () => await shownIn(popup), PATIENT).toContain('held 1 item');
      expect(await shownIn(popup)).toContain(says);
      await popup.close();

      // What is saved meanwhile does not silence it.
      await savePage(session);
      const library = await libraryWith(session, 'held 1 item');
      expect(await shownIn(library)).toContain(says);
      await press(library, 'Leave it as it is');
      await expect.poll(async () => await shownIn(library), PATIENT).not.toContain('held 1 item');
      await session.close();
    });

    test('a backup brings an emptied library back, after a preview', async () => {
      const session = await launch(kind, { proxyPort: web.port });
      await savePage(session);
      await backUp(session);
      await loseDatabases(session, ['library']);
      const library = await libraryWith(session, 'held 1 item');

      await press(library, 'Restore', '.health');
      await press(library, 'Restore', '.backups');
      await expect.poll(async () => await shownIn(library), PATIENT).toContain('add 1 item');
      await press(library, 'Restore', '.preview');

      await expect.poll(async () => await shownIn(library), PATIENT).toContain('Brought back.');
      expect(await shownIn(library)).not.toContain('held 1 item');
      await press(library, 'Everything saved 1');
      await expect.poll(async () => await shownIn(library), PATIENT).toContain(TITLE);
      await session.close();
    });

    test('copies go to the downloads folder, five stay, and any brings the library back', async () => {
      const home = mkdtempSync(path.join(tmpdir(), 'home-'));
      const build = kind === 'chromium' ? { build: buildWithDownloads(kind) } : {};
      const session = await launch(kind, { proxyPort: web.port, home, ...build });
      await savePage(session);
      const library = await openSurface(session, 'library.html#keep-safe');
      await library.select('.schedule select', '7');
      await press(library, 'Set');
      await expect.poll(async () => await shownIn(library), PATIENT).toContain('Set.');
      expect(await storedUnder(session, 'libraryChoices')).toMatchObject({ backupDays: 7 });

      for (let copies = 1; copies <= 6; copies += 1) {
        await press(library, 'Make a copy now');
        await expect
          .poll(async () => await storedUnder(session, 'libraryChoices'), PATIENT)
          .toMatchObject({ copies: { length: Math.min(copies, 5) } });
        await expect.poll(() => copiesIn(home).length, PATIENT).toBe(Math.min(copies, 5));
      }

      const text = readFileSync(copiesIn(home)[0] ?? '', 'utf8');
      await loseDatabases(session, ['library', 'library-backups']);
      await library.close();
      const emptied = await libraryWith(session, 'No backup is left');
      await press(emptied, 'Restore', '.health');
      await chooseFiles(emptied, 'Restore from files you kept', [{ name: 'copy.json', text }]);
      await press(emptied, 'Restore', '.preview');
      await expect.poll(async () => await shownIn(emptied), PATIENT).toContain('Brought back.');
      await press(emptied, 'Everything saved 1');
      await expect.poll(async () => await shownIn(emptied), PATIENT).toContain(TITLE);
      await session.close();
      rmSync(home, { recursive: true, force: true });
    });
  });
}

/** Saves a page from the popup. @returns what the popup says then */
async function savePage(session: Session): Promise<string> {
  const page = await session.open(PAGE);
  const popup = await openSurface(session, `popup.html?tab=${await tabIdOf(session, page)}`);
  await press(popup, 'Save this page');
  await popup.waitForFunction(
    () => /^(?!Saving)./u.test(document.querySelector('.wide output')?.textContent ?? ''),
    { polling: 50 },
  );
  const says = await shownIn(popup);
  await popup.close();
  await page.close();
  return says;
}

/** Opens the library, which is backed up then where something was saved. */
async function backUp(session: Session): Promise<void> {
  const library = await libraryWith(session, '1 item');
  await backedUp(library);
  await library.close();
}

async function libraryWith(session: Session, words: string): Promise<Page> {
  const library = await openSurface(session, 'library.html');
  await expect.poll(async () => await shownIn(library), PATIENT).toContain(words);
  return library;
}

function copiesIn(home: string): string[] {
  const folder = path.join(home, 'Downloads', 'On Record');
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
}
