import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'puppeteer-core';
import { ADDRESSES, answerPage } from './e2e/seed-pages';
import { findBrowser, type Kind, KINDS, launch, type Session } from './support/browsers';
import { waitForMarks } from './support/reading';
import { RecordsHost } from './support/records-host';
import { STATES } from './support/surface-states';
import { choose, tabIdOf } from './support/surfaces';
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

/** As wide as its browser shows a surface at most. */
const WIDEST: Readonly<Record<string, number>> = { popup: 340, panel: 400 };

const wanted = new Set(process.argv.slice(2));
const chosen = <Name extends string>(names: readonly Name[]): readonly Name[] => {
  const named = names.filter((name) => wanted.has(name));
  return named.length > 0 ? named : names;
};
const pictured = ['page', ...Object.keys(STATES)];
/** `card` means all that begin so. */
const asked = pictured.filter((name) => [...wanted].some((each) => name.startsWith(each)));
const surfaces = asked.length > 0 ? asked : pictured;

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
      await picturesOf(session, look, `${PICTURES}${kind}-${name}-`);
    } finally {
      await session.close();
    }
  }
}

// oxlint-disable-next-line max-params -- a browser, how it looks, and where the pictures go
async function picturesOf(session: Session, look: Look, path: string): Promise<void> {
  const article = await session.open(ADDRESSES.example);
  if (look.rtl) await article.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await fit(article, look);
  await waitForMarks(article);
  if (surfaces.includes('page')) await shoot(article, `${path}page.png`);
  const stage = { session, article, tab: await tabIdOf(session, article) };
  for (const [name, show] of Object.entries(STATES)) {
    if (!surfaces.includes(name)) continue;
    try {
      const { surface, close } = await show(stage);
      await pictureOf(surface, { name, look, path, article });
      await close();
    } catch (error) {
      // The other pictures are worth having all the same.
      process.exitCode = 1;
      process.stdout.write(`No picture ${path}${name}: ${String(error)}\n`);
    }
  }
  await article.close();
}

type Pictured = {
  readonly name: string;
  readonly look: Look;
  readonly path: string;
  readonly article: Page;
};

/** A page of ours by itself; a card on its page. */
// oxlint-disable-next-line max-params -- what is pictured, and how
async function pictureOf(
  surface: Page | Frame,
  { name, look, path, article }: Pictured,
): Promise<void> {
  if (!('setViewport' in surface)) {
    await pause(400);
    await shoot(article, `${path}${name}.png`);
    return;
  }
  const widest = WIDEST[name.split('-')[0] ?? ''] ?? look.width;
  await fit(surface, { ...look, width: Math.min(look.width, widest) });
  await pause(1200);
  await shoot(surface, `${path}${name}.png`, true);
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
