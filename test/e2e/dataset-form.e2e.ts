import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveForm } from '@/lib/cli/dataset-form';
import { readDatasetFolder } from '@/lib/cli/dataset-folder';
import { openDatasetFolder } from '@/lib/cli/open-dataset';
import { findBrowser, type Kind, KINDS, launch, type Session } from '@/test/support/browsers';
import { serveWeb, type Web } from '@/test/support/web';

const HARBOUR = path.join(import.meta.dirname, '../datasets/harbour');
const SPEAKER = 'Dee Sand';
const WORDS = 'Forty boats lay in the outer harbour — nobody counted them.';

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`the form for people without an editor, in ${kind}`, () => {
    const at = openForm(kind);

    test('enters a person, a statement and a figure, and leaves valid YAML', async () => {
      const page = await at.session.open(at.address);
      await page.waitForSelector('nav button');

      await press(page, 'A person, body or subject');
      await fill(page, { label: 'Name *', text: SPEAKER, within: 'Name' });
      await fill(page, { label: 'Country', text: 'cambodia' });
      expect(await valueOf(page, 'Country')).toEqual(['KH', 'Cambodia']);
      expect(await valueOf(page, 'Key *')).toEqual(['person/kh/dee-sand', '']);
      await choose(page, 'Status', 'reviewed');
      await fill(page, { label: 'Reviewed by', text: '@ed-one' });
      await press(page, 'Check and write');
      await says(page, 'entities/person/kh/dee-sand.yaml is written');

      await press(page, 'An article, report or speech');
      await fill(page, { label: 'Address *', text: 'https://gazette.example/outer' });
      await fill(page, { label: 'Title, as printed *', text: 'The outer harbour, uncounted' });
      await fill(page, { label: 'Publisher *', text: 'harbour gazette' });
      expect(await valueOf(page, 'Publisher *')).toEqual([
        'publisher/xx/harbour-gazette',
        'Harbour Gazette',
      ]);
      await fill(page, { label: 'Published *', text: '2024-02-30' });
      await choose(page, 'Status', 'reviewed');
      await fill(page, { label: 'Reviewed by', text: '@ed-one' });
      await fill(page, { label: 'Speaker *', text: SPEAKER });
      expect(await valueOf(page, 'Speaker *')).toEqual(['person/kh/dee-sand', SPEAKER]);
      await fill(page, { label: 'Words, as printed *', text: WORDS });
      await fill(page, { label: 'About', text: 'Fishing' });
      expect(await chosen(page)).toEqual(['fishing ×']);
      await press(page, 'A figure');
      await fill(page, { label: 'What is counted *', text: 'measure/xx/boats' });
      expect((await valueOf(page, 'What is counted *'))[1]).toContain('Boats');
      await fill(page, { label: 'Number, digits alone *', text: '40' });
      await choose(page, 'How exact', 'about');
      await fill(page, { label: 'The time it is about *', text: '2024' });
      await press(page, 'Check and write');

      await says(page, 'Nothing is written yet');
      const faults = await faultsOn(page);
      expect(faults.map(({ fault }) => fault)).toEqual([
        expect.stringMatching(/^line \d+ date: "2024-02-30" is no day, month, year or interval$/u),
      ]);
      expect(faults[0]?.line).toBe('published: 2024-02-30');
      expect(await linesWith(page, 'speaker: person/kh/dee-sand')).toEqual([
        `speaker: person/kh/dee-sand   ← ${SPEAKER}`,
      ]);

      await fill(page, { label: 'Published *', text: '2024-02-28' });
      await press(page, 'Check and write');
      await says(page, 'sources/harbourgazette/2024-the-outer-harbour-uncounted.yaml is written');
      await page.close();

      const { faults: left, files } = await readDatasetFolder(at.folder);
      expect(left).toEqual([]);
      expect(files.some(({ name }) => name === 'entities/person/kh/dee-sand.yaml')).toBe(true);
      const { records } = await openDatasetFolder(at.folder);
      const person = records.find(
        (record) => record.type === 'entity' && record.names[0]?.text === SPEAKER,
      );
      expect(person).toMatchObject({ kind: 'person', country: 'KH' });
      expect(
        records.find((record) => record.type === 'statement' && record.text === WORDS),
      ).toMatchObject({
        speaker: person?.id,
        about: [expect.stringMatching(/^e/u)],
      });
      expect(records.some((record) => record.type === 'figure' && record.value === '40')).toBe(
        true,
      );
      // What was written down is asked for by nobody; browsers ask their makers for other things.
      expect(at.web.requests.filter((each) => each.includes('.example'))).toEqual([]);
    });

    test('shows what is written as text, and keeps one form while another is open', async () => {
      const page = await at.session.open(at.address);
      await page.waitForSelector('nav button');
      const evil = '<img src=x onerror=document.title=1>';

      await fill(page, { label: 'Title, as printed *', text: evil });
      await press(page, 'A measure: something that is counted');
      await fill(page, { label: 'Name, in English *', text: evil });
      await press(page, 'Check and write');
      await says(page, 'Nothing is written yet');
      await press(page, 'An article, report or speech');

      expect(await valueOf(page, 'Title, as printed *')).toEqual([evil, '']);
      await press(page, 'Check and write');
      await says(page, 'Nothing is written yet');
      expect(await page.title()).toBe('For the record');
      expect(await page.$$('img')).toEqual([]);
      expect(existsSync(path.join(at.folder, 'measures/intl'))).toBe(false);
      await page.close({ runBeforeUnload: false });
    });
  });
}

type At = { session: Session; web: Web; folder: string; address: string };

function openForm(kind: Kind): At {
  const at: Partial<At> & { server?: Server } = {};
  beforeAll(async () => {
    at.folder = mkdtempSync(path.join(tmpdir(), 'form-'));
    cpSync(HARBOUR, at.folder, { recursive: true });
    Object.assign(at, await serveForm(at.folder));
    at.web = await serveWeb(() => undefined);
    at.session = await launch(kind, { proxyPort: at.web.port, direct: '127.0.0.1', bare: true });
  });
  afterAll(async () => {
    await at.session?.close();
    await at.web?.close();
    at.server?.close();
    if (at.folder !== undefined) rmSync(at.folder, { recursive: true, force: true });
  });
  return at as At;
}

async function press(page: Page, words: string): Promise<void> {
  const button = await page.waitForSelector(`::-p-xpath(//button[normalize-space()="${words}"])`);
  await button?.click();
}

type Filled = { readonly label: string; readonly text: string; readonly within?: string };

/** The field with this label, in the last part with this title where one is named. */
async function fieldOf(
  page: Page,
  label: string,
  within = '',
): Promise<ElementHandle<HTMLInputElement>> {
  const handle = await page.waitForFunction(
    (wanted, title) => {
      const parts = [...document.querySelectorAll('fieldset')];
      const part = parts.findLast((each) => each.querySelector('legend')?.textContent === title);
      const labels = [...(part ?? document).querySelectorAll('label')];
      return labels.find(({ textContent }) => textContent === wanted)?.control ?? false;
    },
    {},
    label,
    within,
  );
  return handle as unknown as ElementHandle<HTMLInputElement>;
}

async function fill(page: Page, { label, text, within }: Filled): Promise<void> {
  const field = await fieldOf(page, label, within);
  await field.evaluate((input) => input.select());
  await field.type(text);
  await page.keyboard.press('Tab');
}

async function choose(page: Page, label: string, value: string): Promise<void> {
  const field = await fieldOf(page, label);
  await field.select(value);
}

/** What stands in a field, and the name behind it. */
async function valueOf(page: Page, label: string): Promise<[value: string, behind: string]> {
  const field = await fieldOf(page, label);
  return await field.evaluate((input): [string, string] => {
    const behind = document.getElementById(input.getAttribute('aria-describedby') ?? '');
    return [input.value, behind?.textContent ?? ''];
  });
}

async function chosen(page: Page): Promise<string[]> {
  return await page.$$eval('.behind button', (buttons) =>
    buttons.map((button) => button.textContent),
  );
}

async function says(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('#answer h2')?.textContent === wanted,
    { timeout: 10_000 },
    words,
  );
}

/** Each fault, with the line that its link leads to. */
async function faultsOn(page: Page): Promise<{ fault: string; line: string }[]> {
  return await page.$$eval('.faults li', (items) =>
    items.map((item) => ({
      fault: item.textContent,
      line: document.querySelector(item.querySelector('a')?.hash ?? 'none')?.textContent ?? '',
    })),
  );
}

async function linesWith(page: Page, words: string): Promise<string[]> {
  const lines = await page.$$eval('.yaml li', (items) =>
    items.map(({ textContent }) => textContent),
  );
  return lines.filter((line) => line.includes(words)).map((line) => line.trim());
}
