import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { browser as WxtBrowser } from 'wxt/browser';
import type { Item } from '@/lib/collections/item';
import { writeItem } from '@/lib/collections/write-record';
import { BUILDS, type Kind, type Session } from './browsers';
import { openSurface } from './surfaces';

/** What a reader does with the library, and what may befall it. */

/** An invented item. */
export function inventedItem(number: number, facts: Partial<Item> = {}): Item {
  return {
    id: `item-${number}`,
    kind: 'selection',
    target: {
      source: `https://news.example/story/${number}`,
      title: `Story ${number}`,
      quote: { exact: `Words of story ${number}`, prefix: '', suffix: '' },
    },
    note: '',
    tags: [],
    collections: [],
    savedAt: 1_700_000_000_000 + number,
    changedAt: 1_700_000_000_000 + number,
    ...facts,
  };
}

/** Presses the button of this name, once it is there and works. */
export async function press(page: Page, name: string, within = 'body'): Promise<void> {
  await page.bringToFront();
  await page.waitForFunction(
    (label, inside) =>
      [...document.querySelectorAll(`${inside} button`)].some(
        (each) => each.textContent.trim() === label && !each.matches(':disabled'),
      ),
    { polling: 100 },
    name,
    within,
  );
  for (const button of await page.$$(`${within} button`)) {
    if ((await button.evaluate((each) => each.textContent.trim())) !== name) continue;
    await button.click();
    return;
  }
}

/** All that a page shows. */
export async function shownIn(page: Page): Promise<string> {
  return await page.evaluate(() => document.body.innerText.replaceAll(/\s+/gu, ' '));
}

/** Gives files to the page's field for them. */
export async function chooseFiles(
  page: Page,
  label: string,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<void> {
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll('label')].some((each) => each.innerText === wanted),
    { polling: 100 },
    label,
  );
  await page.evaluate(
    (wanted, given) => {
      const field = [...document.querySelectorAll('label')]
        .find((each) => each.innerText === wanted)
        ?.querySelector('input');
      if (!field) throw new Error(`There is no field ${wanted}.`);
      const transfer = new DataTransfer();
      for (const { name, text } of given) transfer.items.add(new File([text], name));
      field.files = transfer.files;
      Reflect.set(window, 'chosenAt', performance.now());
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    label,
    files,
  );
}

/** Presses a button that makes a file, and gives the file's text instead of a download. */
export async function exportedBy(page: Page, button: string): Promise<string> {
  await page.evaluate(() => {
    // oxlint-disable-next-line typescript/unbound-method -- put back as it was
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function caught(this: HTMLAnchorElement) {
      HTMLAnchorElement.prototype.click = click;
      Reflect.set(
        window,
        'caught',
        fetch(this.href).then(async (file) => await file.text()),
      );
    };
  });
  await press(page, button);
  await page.waitForFunction(() => Reflect.has(window, 'caught'), { polling: 50 });
  return await page.evaluate(async () => {
    const text: unknown = await Reflect.get(window, 'caught');
    Reflect.deleteProperty(window, 'caught');
    return String(text);
  });
}

/**
 * Puts a library of another version of the product into the profile, as the browser stores it; to be
 * called before anything of ours has opened one.
 */
export async function seedLibrary(
  session: Session,
  version: number,
  items: readonly Item[],
): Promise<void> {
  const page = await openSurface(session, 'options.html');
  const at = '000000001-0000-seeded';
  const rows = items.map((item) => ({
    id: item.id,
    state: writeItem(undefined, item, at),
    here: 1,
    savedAt: item.savedAt,
    collections: item.collections,
    place: item.target.source,
  }));
  await page.evaluate(
    async (number, all) =>
      await new Promise<void>((done, fail) => {
        const opening = indexedDB.open('library', number * 10);
        opening.addEventListener('upgradeneeded', () => {
          const { result: database } = opening;
          const table = database.createObjectStore('items', { keyPath: 'id' });
          table.createIndex('[here+savedAt]', ['here', 'savedAt']);
          table.createIndex('collections', 'collections', { multiEntry: true });
          table.createIndex('place', 'place');
          database.createObjectStore('collections', { keyPath: 'id' });
          const log = database.createObjectStore('log', { keyPath: 'seq', autoIncrement: true });
          database.createObjectStore('meta', { keyPath: 'key' }).put({
            key: 'device',
            value: 'seeded',
          });
          if (number === 2) database.createObjectStore('finds', { keyPath: 'id' });
          for (const row of all) table.put(row);
          log.put({ of: 'item', ids: all.map(({ id }) => id) });
        });
        opening.addEventListener('success', () => {
          opening.result.close();
          done();
        });
        opening.addEventListener('error', () => fail(new Error('The library was not seeded.')));
      }),
    version,
    rows,
  );
  await page.close();
}

/** Takes databases away, as a browser that runs out of space does. */
export async function loseDatabases(session: Session, names: readonly string[]): Promise<void> {
  const page = await openSurface(session, 'options.html');
  await page.evaluate(async (all) => {
    for (const name of all) {
      await new Promise((done, fail) => {
        const losing = indexedDB.deleteDatabase(name);
        losing.addEventListener('success', done);
        losing.addEventListener('error', fail);
      });
    }
  }, names);
  await page.close();
}

/** Waits until the profile holds a backup. */
export async function backedUp(page: Page): Promise<void> {
  await page.waitForFunction(
    async () =>
      await new Promise<boolean>((done) => {
        const opening = indexedDB.open('library-backups');
        opening.addEventListener('success', () => {
          const { result: database } = opening;
          if (!database.objectStoreNames.contains('backups')) done(false);
          else {
            const counting = database.transaction('backups').objectStore('backups').count();
            counting.addEventListener('success', () => done(counting.result > 0));
          }
          database.close();
        });
      }),
    { polling: 100 },
  );
}

/** The versions of our databases in the profile, in the product's own count. */
export async function databaseVersions(session: Session): Promise<Record<string, number>> {
  const page = await openSurface(session, 'options.html');
  const found = await page.evaluate(async () =>
    Object.fromEntries(
      (await indexedDB.databases()).map(({ name, version }) => [name ?? '', (version ?? 0) / 10]),
    ),
  );
  await page.close();
  return found;
}

/** What the extension keeps under a name beside its databases. */
export async function storedUnder(session: Session, key: string): Promise<unknown> {
  const page = await openSurface(session, 'options.html');
  const found = await page.evaluate(async (name) => {
    const { storage } = Reflect.get(globalThis, 'chrome') as typeof WxtBrowser;
    const all: Record<string, unknown> = await storage.local.get(name);
    return all[name];
  }, key);
  await page.close();
  return found;
}

/** A build to which the reader has granted downloads: Chromium asks in a window that no test can press. */
export function buildWithDownloads(kind: Kind): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'granted-'));
  cpSync(BUILDS[kind], folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] };
  writeFileSync(
    file,
    JSON.stringify({ ...manifest, permissions: [...manifest.permissions, 'downloads'] }),
  );
  return folder;
}
