import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { findBrowser, KINDS } from '@/test/support/browsers';
import { openBrowser } from '@/test/support/open-browser';
import { cardText, markedWords, openCard, waitForMarks } from '@/test/support/reading';
import type { PageAnswer } from '@/test/support/web';

/** Words with ligatures, blanks that are none, marks without width and letters beyond 16 bits. */

const EXAMPLE = readFileSync(new URL('../../public/example/article.html', import.meta.url), 'utf8');
const STORY = 'https://stories.example/news/2026/minister-and-ngos-at-odds-over-pressure/';
const NAMES = 'Two names are at home here: Recep Tayyip Erdoğan, Luiz Inácio Lula da Silva.';

/** What stands on the one page, and on the other. */
const ODD: readonly (readonly [plain: string, odd: string])[] = [
  [NAMES, NAMES.normalize('NFD')],
  ['Sar Kheng said at the same', 'Sar\u2009Kh\u00ADeng said at the same'],
  ['regard civil society as an', 're\u00ADgard civil so\u200Bciety as\u2060 an'],
  ['5,363 registered', '5\u202F363 registered'],
  ['471', '\u200E471'],
  ['Soeng Sen Karuna (', '\u2067Soeng Sen Karuna\u2069 ('],
  ['Moeun Tola', '𝕿𝖍𝖊 😀 👩‍👧 Moeun Tola'],
  ['Conflict Transformation', 'Conﬂict Trans\u00ADformation'],
  ['would find no', 'would ﬁnd no'],
  ['Hun Sen let', '\uFEFFHun\u00A0Sen let'],
];

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`odd characters in ${kind}`, () => {
    const at = openBrowser(kind, answer);

    test('the same words are marked as without them, each from its first letter to its last', async () => {
      const plain = await at.session.open(`${STORY}plain`);
      await waitForMarks(plain);
      const expected = await wordsOf(plain);
      await plain.close();
      const page = await at.session.open(`${STORY}odd`);
      await waitForMarks(page);

      const words = await wordsOf(page);

      expect(words.map(plainly)).toEqual(expected.map(plainly));
      expect(words).toEqual(expect.arrayContaining(RAW));
      const card = await openCard(at.session, page, 'so\u200Bciety as');
      expect(await cardText(card)).toContain('We don’t regard civil society as an opposition');
      await page.close();
    });
  });
}

/** Some of what is under the marks, letter by letter. */
const RAW = [
  'Sar\u2009Kh\u00ADeng',
  '5\u202F363 registered NGOs',
  'Hun\u00A0Sen',
  'Recep Tayyip Erdoğan'.normalize('NFD'),
];

/** The words under marks in the order of the page, lines and indents folded. */
async function wordsOf(page: Page): Promise<string[]> {
  const {
    'or-1': people,
    'or-2': bodies,
    'or-3': figures,
    'or-4': claims,
  } = await markedWords(page);
  return [people, bodies, figures, claims].flatMap((each) => each ?? []).map(unbroken);
}

function unbroken(words: string): string {
  return words.replaceAll(/\n\s*/gu, ' ');
}

/** What is left of words where nothing odd is in them. */
function plainly(words: string): string {
  const bare = words.replaceAll(/[\u00AD\u200B\u200E\u200F\u2060\u2066-\u2069\uFEFF]/gu, '');
  return bare.normalize('NFKC').replaceAll(/\s+/gu, ' ').replace('5 363', '5,363');
}

function answer({ href }: URL): PageAnswer | undefined {
  if (!href.startsWith(STORY)) return undefined;
  let body = EXAMPLE.replace('</article>', `<p>${NAMES}</p></article>`);
  if (href.endsWith('odd')) for (const [plain, odd] of ODD) body = body.replace(plain, odd);
  return { body };
}
