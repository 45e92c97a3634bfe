import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, KINDS } from '@/test/support/browsers';
import { openBrowser } from '@/test/support/open-browser';
import { waitForMarks } from '@/test/support/reading';
import { RecordsHost } from '@/test/support/records-host';
import { type Stage, STATES } from '@/test/support/surface-states';
import { choose, loadAxe, tabIdOf, violationsIn } from '@/test/support/surfaces';
import { ADDRESSES, answerPage } from './seed-pages';

/**
 * Every surface in every state: axe finds nothing, in both themes, and a screen reader is told of the
 * same roles and names in both browsers (`__snapshots__/names`).
 */
const THEMES = ['light', 'dark'] as const;
const records = new RecordsHost();
afterAll(() => records.close());

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`every state of every surface in ${kind}`, () => {
    const at = openBrowser(kind, async (url) => (await records.answer(url)) ?? answerPage(url));
    const stage: Partial<{ now: Stage }> = {};
    beforeAll(async () => {
      const { session } = at;
      // Dates and lists are drawn in the reader's language, whatever the machine's.
      await choose(session, { language: 'en', welcomed: true });
      const article = await session.open(ADDRESSES.example);
      await waitForMarks(article);
      stage.now = { session, article, tab: await tabIdOf(session, article) };
    });

    test.for(Object.entries(STATES))('%s', async ([name, show]) => {
      if (!stage.now) throw new Error('No article is open.');
      const { surface, close } = await show(stage.now);

      const told = namesOfOurs(name, await namesIn(surface));
      const wrong: Record<string, readonly string[]> = {};
      for (const theme of THEMES) {
        await surface.evaluate(async (chosen) => {
          document.documentElement.dataset['theme'] = chosen;
          await new Promise((done) => setTimeout(done, 100));
        }, theme);
        wrong[theme] = await violationsIn(surface);
      }
      await close();

      expect(wrong).toEqual({ light: [], dark: [] });
      await expect(told.join('\n')).toMatchFileSnapshot(`__snapshots__/names/${name}.txt`);
    });
  });
}

/** Role and name of everything that can be worked, and of headings, in order; numbers as #. */
async function namesIn(surface: Page | Frame): Promise<string[]> {
  await loadAxe(surface);
  const told = await surface.evaluate(() => {
    type Axe = {
      setup(root: Node): unknown;
      teardown(): void;
      commons: {
        text: { accessibleText(element: Element): string };
        aria: { getRole(element: Element): string | null };
      };
    };
    const axe = Reflect.get(globalThis, 'axe') as Axe;
    axe.setup(document);
    const wanted =
      'a[href],button,input,select,textarea,summary,h1,h2,h3,[role],dialog,img,svg,table,nav,main,progress';
    const all = [...document.querySelectorAll(wanted)].filter(
      (each) => each.checkVisibility() && each.closest('[aria-hidden=true]') === null,
    );
    const lines = all.map((each) => {
      const state = ['aria-expanded', 'aria-pressed', 'aria-current', 'disabled'].filter((key) =>
        each.hasAttribute(key),
      );
      const role = axe.commons.aria.getRole(each) ?? each.localName;
      return [role, axe.commons.text.accessibleText(each), ...state].join(' | ');
    });
    axe.teardown();
    return lines;
  });
  return told.map((each) =>
    each
      .replaceAll(/\s+/gu, ' ')
      .replaceAll(MONTHS, '#')
      .replaceAll(/\d[\d,.]*/gu, '#')
      .trim(),
  );
}

const MONTHS =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)(?= \d)/gu;

/** What records and finders bring is theirs, and changes as they grow: only our own names stay. */
const OF_RECORDS =
  /^(?:link|cite) \||^button \| (?:Person|Organisation|Figure|Claim)\b(?! # \| aria-pressed)|# statements?|^button \| (?:Also printed|Show # more)/u;

function namesOfOurs(surface: string, told: readonly string[]): readonly string[] {
  if (surface === 'library-keep-safe') return withoutBackups(told);
  if (!/^(?:card|panel)/u.test(surface)) return told;
  return [...new Set(told.filter((each) => !OF_RECORDS.test(each)))];
}

/** How many backups there are by now, and of which days, is the library's own affair. */
function withoutBackups(told: readonly string[]): readonly string[] {
  const stable = told.map((each) => each.replace(/^(button \| Restore: ).*/u, '$1…'));
  return stable.filter((each, index) => each !== stable[index - 1] || !each.endsWith('…'));
}
