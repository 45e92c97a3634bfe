import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { ADDRESSES, answerPage } from './e2e/seed-pages';
import { findBrowser, type Kind, KINDS, launch, type Session } from './support/browsers';
import { fillLibrary } from './support/filled';
import { openCard, waitForMarks } from './support/reading';
import { RECORDS_URL, RecordsHost } from './support/records-host';
import { cardIsShown, choose, openSurface, press, tabIdOf } from './support/surfaces';
import { serveWeb } from './support/web';

/**
 * Pictures of every surface in both browsers, to be looked at before a release:
 * `npm run screenshots [-- chromium|firefox|LOOK|SURFACE …]` writes them to
 * `test-results/screenshots/BROWSER-LOOK-SURFACE.png`; the looks and surfaces stand below.
 */
const PICTURES = fileURLToPath(new URL('../test-results/screenshots/', import.meta.url));

type Look = {
  readonly theme: 'light' | 'dark';
  readonly language: 'en' | 'km';
  readonly width: number;
  readonly height: number;
  /** Device pixels for one of CSS: a zoom of 200 % halves the window and doubles this. */
  readonly scale: number;
  readonly forcedColors?: boolean;
  /** The article runs from right to left. */
  readonly rtl?: boolean;
};

const PLAIN: Look = { theme: 'light', language: 'en', width: 1200, height: 900, scale: 1 };
const LOOKS: Readonly<Record<string, Look>> = {
  light: PLAIN,
  dark: { ...PLAIN, theme: 'dark' },
  khmer: { ...PLAIN, language: 'km' },
  'khmer-narrow': { ...PLAIN, language: 'km', width: 320, height: 640 },
  narrow: { ...PLAIN, width: 320, height: 640 },
  zoom: { ...PLAIN, width: 600, height: 450, scale: 2 },
  rtl: { ...PLAIN, rtl: true },
  forced: { ...PLAIN, forcedColors: true },
  'light-400': { ...PLAIN, width: 400, height: 800 },
  'light-800': { ...PLAIN, width: 800 },
  'dark-400': { ...PLAIN, theme: 'dark', width: 400, height: 800 },
  'dark-800': { ...PLAIN, theme: 'dark', width: 800 },
  'dark-1280': { ...PLAIN, theme: 'dark', width: 1280 },
};

/** Words of the example article on which a card of each kind opens. */
const CARDS = {
  person: 'Soeng Sen Karuna',
  organisation: 'Cambodian Independent Teachers Association',
  figure: '5,363',
  claim: 'had not found any cases of threats or repression',
} as const;

/** A page of ours, as wide as its browser shows it at most. */
type Surface = {
  readonly file: string;
  readonly width?: number;
  /** What a reader does there before the picture of it is taken, and what that is called. */
  readonly acts?: Readonly<Record<string, (page: Page) => Promise<void>>>;
};

const SURFACES: readonly Surface[] = [
  { file: 'popup', width: 340 },
  { file: 'sidepanel', width: 400 },
  { file: 'options' },
  { file: 'welcome' },
  {
    file: 'library',
    acts: {
      'library-item': async (page) => await press(page, /No fishing licence/u),
      'library-in-and-out': async (page) => await press(page, /^In and out$|^នាំចូល/u),
    },
  },
  { file: 'own-record' },
  { file: 'example' },
  {
    file: 'sources',
    acts: {
      'sources-preview': async (page) => {
        await page.type('input[inputmode=url]', RECORDS_URL);
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => document.querySelector('input[inputmode=url]') === null);
      },
    },
  },
];

const wanted = new Set(process.argv.slice(2));
const chosen = <Name extends string>(names: readonly Name[]): readonly Name[] => {
  const named = names.filter((name) => wanted.has(name));
  return named.length > 0 ? named : names;
};
const surfaces = chosen(['page', 'card', ...SURFACES.map(({ file }) => file)]);

mkdirSync(PICTURES, { recursive: true });
const records = new RecordsHost();
const web = await serveWeb(async (url) => (await records.answer(url)) ?? answerPage(url));
for (const kind of chosen(KINDS)) {
  if (findBrowser(kind)) await picture(kind);
  else process.stdout.write(`${kind} is not installed.\n`);
}
await web.close();
records.close();
process.stdout.write(`The pictures are in ${PICTURES}\n`);

async function picture(kind: Kind): Promise<void> {
  for (const name of chosen(Object.keys(LOOKS))) {
    const look = LOOKS[name];
    if (!look) continue;
    const { theme, language, forcedColors = false } = look;
    const choices = { proxyPort: web.port, dark: theme === 'dark', forcedColors };
    const session = await launch(kind, choices);
    try {
      await choose(session, { theme, language, welcomed: true });
      await pictureOf(session, look, `${PICTURES}${kind}-${name}-`);
    } finally {
      await session.close();
    }
  }
}

// oxlint-disable-next-line max-params -- a browser, how it looks, and where the pictures go
async function pictureOf(session: Session, look: Look, path: string): Promise<void> {
  const article = await session.open(ADDRESSES.example);
  if (look.rtl) await article.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await fit(article, look);
  await waitForMarks(article);
  if (surfaces.includes('page')) await shoot(article, `${path}page.png`);
  const tab = await tabIdOf(session, article);
  for (const surface of SURFACES) {
    if (surfaces.includes(surface.file)) await pictureOwn(session, surface, { look, tab, path });
  }
  if (surfaces.includes('card')) await pictureCards(session, article, path);
  await article.close();
}

type Where = { readonly look: Look; readonly tab: number; readonly path: string };

// oxlint-disable-next-line max-params -- a browser, a page of ours, and how and where
async function pictureOwn(
  session: Session,
  { file, width, acts = {} }: Surface,
  { look, tab, path }: Where,
): Promise<void> {
  const page = await openSurface(session, `${file}.html?tab=${tab}`);
  if (file === 'library') {
    await fillLibrary(page);
    await page.evaluate(() => location.reload());
  }
  await fit(page, { ...look, width: Math.min(look.width, width ?? look.width) });
  await pause(1500);
  await shoot(page, `${path}${file}.png`, true);
  for (const [name, act] of Object.entries(acts)) {
    await act(page);
    await pause(500);
    await shoot(page, `${path}${name}.png`, true);
  }
  await page.close();
}

// oxlint-disable-next-line max-params -- a browser, its page, and where the pictures go
async function pictureCards(session: Session, article: Page, path: string): Promise<void> {
  for (const [name, words] of Object.entries(CARDS)) {
    const card = await openCard(session, article, words);
    // The frame may show the card before for a moment; buttons work once a card has stood still.
    await pause(700);
    await card.waitForSelector('.card-actions .primary:not(:disabled)');
    await pause(300);
    await shoot(article, `${path}card-${name}.png`);
    if (name === 'claim') {
      await (await card.$('.card-actions .primary'))?.click();
      await card.waitForSelector('.save-form');
      await pause(400);
      await shoot(article, `${path}card-save.png`);
    }
    for (let left = 20; left > 0 && (await cardIsShown(article)); left -= 1) {
      await article.keyboard.press('Escape');
      await pause(100);
    }
  }
  await pause(300);
  await shoot(article, `${path}card-closed.png`);
}

async function fit(page: Page, { width, height, scale }: Look): Promise<void> {
  await page.setViewport({ width, height, deviceScaleFactor: scale });
}

async function shoot(page: Page, path: `${string}.png`, fullPage = false): Promise<void> {
  await page.bringToFront();
  await page.screenshot({ path, fullPage });
}

async function pause(ms: number): Promise<void> {
  await new Promise((done) => {
    setTimeout(done, ms);
  });
}
