import { describe, expect, test, beforeAll, afterAll } from 'vitest';
import type { Page } from 'puppeteer-core';
import { findBrowser, type Kind, KINDS, launch, type Session } from '@/test/support/browsers';
import { inventedItem, press, seedLibrary, shownIn } from '@/test/support/library-pages';
import { openSurface } from '@/test/support/surfaces';
import { serveWeb, type Web } from '@/test/support/web';
import {
  isInstalled,
  startWebdav,
  WEBDAV_KINDS,
  type WebdavServer,
} from '@/test/support/webdav-servers';

/** Two devices exchange through a real WebDAV server, as their readers set it up on the library page. */

const [APACHE] = WEBDAV_KINDS;
const isThere = APACHE !== undefined && isInstalled(APACHE);
const PATIENT = { timeout: 30_000 };

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind) || !isThere)(`two devices with ${kind}`, () => {
    const opened: Partial<{ web: Web; server: WebdavServer; one: Session; two: Session }> = {};
    beforeAll(async () => {
      opened.web = await serveWeb(() => undefined);
      if (APACHE) opened.server = await startWebdav(APACHE);
      opened.one = await device(kind, opened.web.port);
      opened.two = await device(kind, opened.web.port);
    });
    afterAll(async () => {
      await opened.one?.close();
      await opened.two?.close();
      await opened.server?.stop();
      await opened.web?.close();
    });

    test('bring what each saved to the other, sealed, once the browser lets them', async () => {
      const { one, two, server } = opened as Required<typeof opened>;
      await seedLibrary(one, 2, [inventedItem(1), inventedItem(2)]);
      await seedLibrary(two, 2, [inventedItem(3)]);

      const first = await exchanged(one, server.url, 'horse battery');
      const wrong = await exchanged(two, server.url, 'staple');
      const second = await exchanged(two, server.url, 'horse battery');
      const third = await exchanged(one, server.url, 'horse battery');

      expect(first).toContain('Done. Files read: 0;');
      expect(wrong).toContain('sealed with another passphrase');
      expect(second).toContain('Done. Files read: 1;');
      // What was sealed with the wrong one was written anew.
      expect(third).toContain('Done. Files read: 1; to be tried again: 0.');
      for (const session of [one, two]) {
        const page = await openSurface(session, 'library.html');
        await expect.poll(async () => await shownIn(page), PATIENT).toContain('3 items');
        await page.close();
      }
    }, 120_000);

    test('say what is wrong with an address, and forget the passwords with it', async () => {
      const { one, server } = opened as Required<typeof opened>;

      const gone = await exchanged(one, `${server.url}none/`, '');
      const nonsense = await exchanged(one, 'webdav', '');
      const none = await exchanged(one, '', '');

      expect(gone).toContain('did not answer as it should');
      expect(nonsense).toContain('An address begins with');
      expect(none).toContain('no password is kept');
    });
  });
}

/** Chromium asks for a site in a window that no test can press, so it has allowed all before. */
async function device(kind: Kind, proxyPort: number): Promise<Session> {
  return await launch(kind, { proxyPort, direct: '127.0.0.1', granted: kind === 'chromium' });
}

/** Sets the folder up and exchanges; @returns what the page then says. */
async function exchanged(session: Session, url: string, passphrase: string): Promise<string> {
  const page = await openSurface(session, 'library.html#keep-safe');
  await page.waitForSelector('.devices input');
  await filled(page, 'Address of the folder', url);
  await filled(page, 'Passphrase for sealing (optional)', passphrase);
  await press(page, 'Exchange now');
  const said = async (): Promise<string> =>
    await page.$eval('.devices output', (each) => each.textContent);
  await expect.poll(said, PATIENT).toMatch(/\.\)?$/u);
  const text = await said();
  await page.close();
  return text;
}

async function filled(page: Page, label: string, text: string): Promise<void> {
  await page.evaluate(
    (wanted, value) => {
      const field = [...document.querySelectorAll('label')]
        .find((each) => each.innerText.trim() === wanted)
        ?.querySelector('input');
      if (!field) throw new Error(`There is no field ${wanted}.`);
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    label,
    text,
  );
}
