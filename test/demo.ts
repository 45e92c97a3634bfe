import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ADDRESSES, answerPage } from './e2e/seed-pages';
import { findBrowser, launch } from './support/browsers';
import { getBrowsers } from './support/get-browsers';
import { openCard, waitForMarks } from './support/reading';
import { serveWeb } from './support/web';

/**
 * The main job, once: a browser with the extension on the bundled example article. Without a
 * display it writes pictures of the marked page and the open card; without a browser it prints the
 * article's findings and cards as text.
 */
const PICTURES = fileURLToPath(new URL('../test-results/', import.meta.url));
const CLAIM = 'had not found any cases of threats or repression';

const missing = await getBrowsers(say);
const found = (['chromium', 'firefox'] as const).find((each) => !missing.includes(each));
if (found && findBrowser(found)) await show(found);
else await print();

async function show(kind: 'chromium' | 'firefox'): Promise<void> {
  const web = await serveWeb(answerPage);
  const hasDisplay =
    process.platform !== 'linux' ||
    Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  const session = await launch(kind, { proxyPort: web.port, headless: !hasDisplay });
  const page = await session.open(ADDRESSES.example);
  await page.bringToFront();
  await waitForMarks(page);
  if (hasDisplay) {
    say(
      'The article is open: click on an underlined name, figure or quote. Close the window to end.',
    );
    await new Promise((done) => {
      session.browser.once('disconnected', done);
    });
  } else {
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: `${PICTURES}marked-page.png` });
    await openCard(session, page, CLAIM);
    // Its buttons work once it has stood in plain sight for a moment.
    await new Promise((done) => {
      setTimeout(done, 800);
    });
    await page.screenshot({ path: `${PICTURES}card.png` });
    say(`There is no display here. See ${PICTURES}marked-page.png and ${PICTURES}card.png.`);
    await session.close();
  }
  await web.close();
}

async function print(): Promise<void> {
  say(
    'No browser could be had, so here are the findings and cards of the example article as text.',
  );
  const { printExample } = await import('./support/print-example');
  await printExample(say);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
