import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { ADDRESSES, answerPage } from './e2e/seed-pages';
import { findBrowser, type Kind, KINDS, launch, type Session } from './support/browsers';
import { openCard, waitForMarks } from './support/reading';
import { choose, openSurface, tabIdOf } from './support/surfaces';
import { serveWeb } from './support/web';

/**
 * Pictures of every surface in both browsers, to be looked at before a release:
 * `npm run screenshots [-- chromium|firefox|light|dark|khmer|narrow|zoom …]` writes them to
 * `test-results/screenshots/BROWSER-LOOK-SURFACE.png`.
 */
const PICTURES = fileURLToPath(new URL('../test-results/screenshots/', import.meta.url));

type Look = {
  readonly theme: 'light' | 'dark';
  readonly language: 'en' | 'km';
  readonly width: number;
  readonly height: number;
  /** Device pixels for one of CSS: a zoom of 200 % halves the window and doubles this. */
  readonly scale: number;
};

const PLAIN: Look = { theme: 'light', language: 'en', width: 1200, height: 900, scale: 1 };
const LOOKS: Readonly<Record<string, Look>> = {
  light: PLAIN,
  dark: { ...PLAIN, theme: 'dark' },
  khmer: { ...PLAIN, language: 'km' },
  narrow: { ...PLAIN, width: 320, height: 640 },
  zoom: { ...PLAIN, width: 600, height: 450, scale: 2 },
};

/** Words of the example article on which a card of each kind opens. */
const CARDS = {
  person: 'Soeng Sen Karuna',
  organisation: 'Cambodian Independent Teachers Association',
  figure: '5,363',
  claim: 'had not found any cases of threats or repression',
} as const;

/** Our own pages, each as wide as its browser shows it at most. */
const SURFACES: readonly { readonly file: string; readonly width?: number }[] = [
  { file: 'popup', width: 340 },
  { file: 'sidepanel', width: 400 },
  { file: 'options' },
  { file: 'welcome' },
  { file: 'library' },
  { file: 'own-record' },
  { file: 'example' },
];

const wanted = new Set(process.argv.slice(2));
const chosen = <Name extends string>(names: readonly Name[]): readonly Name[] => {
  const named = names.filter((name) => wanted.has(name));
  return named.length > 0 ? named : names;
};

mkdirSync(PICTURES, { recursive: true });
const web = await serveWeb(answerPage);
for (const kind of chosen(KINDS)) {
  if (findBrowser(kind)) await picture(kind);
  else process.stdout.write(`${kind} is not installed.\n`);
}
await web.close();
process.stdout.write(`The pictures are in ${PICTURES}\n`);

async function picture(kind: Kind): Promise<void> {
  for (const name of chosen(Object.keys(LOOKS))) {
    const look = LOOKS[name];
    if (!look) continue;
    const session = await launch(kind, { proxyPort: web.port, dark: look.theme === 'dark' });
    try {
      const { theme, language } = look;
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
  await fit(article, look);
  await waitForMarks(article);
  await shoot(article, `${path}page.png`);
  const tab = await tabIdOf(session, article);
  for (const { file, width } of SURFACES) {
    const surface = await openSurface(session, `${file}.html?tab=${tab}`);
    await fit(surface, { ...look, width: Math.min(look.width, width ?? look.width) });
    await pause(file === 'sidepanel' ? 1500 : 700);
    await shoot(surface, `${path}${file}.png`, true);
    await surface.close();
  }
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
    await article.keyboard.press('Escape');
    await pause(200);
  }
  await article.close();
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
