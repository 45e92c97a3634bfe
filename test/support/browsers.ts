import { existsSync, readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import puppeteer, {
  type Browser,
  type LaunchOptions,
  type Page,
  type Target,
} from 'puppeteer-core';
import { installBuild } from './install-build.ts';
import { foreignChanges, watchChanges } from './watch-changes.ts';

export type Kind = 'chromium' | 'firefox';
export const KINDS: readonly Kind[] = ['chromium', 'firefox'];

/** By this id Firefox knows the extension. */
export const GECKO_ID = 'extension@on-record.example';
/** Firefox makes up an internal UUID per profile, unless the profile already names one. */
const GECKO_UUID = '5b0c9a35-7d4e-4a53-9f0f-6f2f7c1d8e41';

/** Where the built extension is. */
export const BUILDS: Readonly<Record<Kind, string>> = {
  chromium: fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url)),
  firefox: fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url)),
};

const PLACES: Readonly<
  Record<
    Kind,
    { readonly env: string; readonly paths: readonly string[]; readonly install: string }
  >
> = {
  chromium: {
    env: 'CHROMIUM_BIN',
    paths: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:/Program Files/Google/Chrome/Application/chrome.exe',
    ],
    install: 'apt-get install chromium',
  },
  firefox: {
    env: 'FIREFOX_BIN',
    paths: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:/Program Files/Mozilla Firefox/firefox.exe',
    ],
    install: 'apt-get install firefox-esr',
  },
};

/** Where `test/get-browsers.ts` puts browsers of its own, by kind. */
export const DOWNLOADED = fileURLToPath(
  new URL('../../node_modules/.cache/browsers', import.meta.url),
);

/**
 * Where a browser is, or undefined.
 * @throws Error where there is none and REQUIRE_BROWSERS=1, saying what to install.
 */
export function findBrowser(kind: Kind): string | undefined {
  const { env, paths, install } = PLACES[kind];
  const named = process.env[env];
  const found = (named ? [named] : [...paths, `${DOWNLOADED}/${kind}`]).find((path) =>
    existsSync(path),
  );
  if (!found && process.env['REQUIRE_BROWSERS'] === '1') {
    throw new Error(`${kind} was not found. Install it (Debian: ${install}) or name it in ${env}.`);
  }
  return found;
}

/** A browser with the built extension in it. */
export type Session = {
  readonly kind: Kind;
  readonly browser: Browser;
  /** chrome-extension://… or moz-extension://…, without a trailing slash. */
  readonly origin: string;
  /** The folder from which the extension was installed. */
  readonly build: string;
  open(url: string): Promise<Page>;
  openExtensionPage(file: string): Promise<Page>;
  close(): Promise<void>;
};

export type LaunchChoices = {
  readonly proxyPort: number;
  /** A host that is reached past the proxy: a server of the test's own. */
  readonly direct?: string;
  readonly headless?: boolean;
  /** A profile that outlives the session; a fresh one where absent. */
  readonly profile?: string;
  /** A folder with another build than the project's own. */
  readonly build?: string;
  /** False: as it is for a reader who has not allowed any site yet. */
  readonly granted?: boolean;
  /** Whether pages are told that the reader prefers dark ones; the system's choice where absent. */
  readonly dark?: boolean;
  /** True: as where the system sets all colours, for readers who see little. */
  readonly forcedColors?: boolean;
  /** True: the browser alone, without the extension, to compare with. */
  readonly bare?: boolean;
  /** A home folder of its own, whose Downloads the browser uses. */
  readonly home?: string;
  /** So long one wait in a page may take, in milliseconds. */
  readonly patience?: number;
};

/** Starts a real browser with the extension installed; every web address is answered by the proxy. */
export async function launch(kind: Kind, choices: LaunchChoices): Promise<Session> {
  const executablePath = findBrowser(kind);
  if (!executablePath) throw new Error(`${kind} was not found`);
  if (!existsSync(`${BUILDS[kind]}/manifest.json`)) {
    throw new Error(`There is no build in ${BUILDS[kind]}: npm run build first.`);
  }
  const options = kind === 'chromium' ? chromiumOptions(choices) : firefoxOptions(choices);
  const isFirst = isEmpty(choices.profile);
  const browser = await puppeteer.launch({ ...options, executablePath });
  try {
    const { id, build } = await installed(browser, kind, choices);
    const origin =
      kind === 'chromium' ? `chrome-extension://${id}` : `moz-extension://${GECKO_UUID}`;
    if (isFirst && id !== '') await welcomed(kind, browser, origin);
    if (!isFirst) closeLateWelcome(browser, origin);
    return sessionOf({ kind, browser, origin, build });
  } catch (error) {
    await ended(browser);
    throw error;
  }
}

// oxlint-disable-next-line max-params -- a browser, which one, and how it is wanted
async function installed(
  browser: Browser,
  kind: Kind,
  { bare, build = BUILDS[kind], granted = true }: LaunchChoices,
): Promise<{ readonly id: string; readonly build: string }> {
  if (bare) return { id: '', build };
  return await installBuild(browser, build, granted);
}

function isEmpty(profile: string | undefined): boolean {
  return profile === undefined || readdirSync(profile).length === 0;
}

/** The welcome comes to the front by itself; a page that a test presses on must not lose to it. */
async function welcomed(kind: Kind, browser: Browser, origin: string): Promise<void> {
  // Firefox does not tell of such tabs, and gives a page that is not in front its presses all the same.
  if (kind === 'firefox') return;
  await browser
    .waitForTarget((target) => isWelcome(target, origin), { timeout: PATIENCE })
    .catch(() => undefined);
}

/**
 * A browser killed before it noted the extension installs it anew: then the welcome comes at some
 * moment of the second start, and a page behind it gets no press any more.
 */
function closeLateWelcome(browser: Browser, origin: string): void {
  const close = (target: Target): void => {
    if (!isWelcome(target, origin)) return;
    void target
      .page()
      .then(async (page) => await page?.close())
      .catch(() => undefined);
  };
  browser.on('targetcreated', close);
  browser.on('targetchanged', close);
  for (const target of browser.targets()) close(target);
}

function isWelcome(target: Target, origin: string): boolean {
  return target.url() === `${origin}/welcome.html`;
}

function commonOptions({
  headless,
  profile,
  home,
  patience = 90_000,
}: LaunchChoices): LaunchOptions {
  return {
    headless: headless ?? process.env['HEADED'] !== '1',
    acceptInsecureCerts: true,
    timeout: 90_000,
    protocolTimeout: patience,
    defaultViewport: { width: 1200, height: 900 },
    ...(profile ? { userDataDir: profile } : {}),
    ...(home === undefined ? {} : { env: { ...process.env, HOME: home } }),
  };
}

function chromiumOptions(choices: LaunchChoices): LaunchOptions {
  return {
    ...commonOptions(choices),
    browser: 'chrome',
    // The pipe is what allows installExtension.
    pipe: true,
    enableExtensions: true,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      // Else http: addresses of public names turn into https:.
      '--disable-features=HttpsUpgrades',
      '--disable-gpu',
      ...(choices.dark === undefined
        ? []
        : [`--blink-settings=preferredColorScheme=${choices.dark ? 0 : 1}`]),
      ...(choices.forcedColors ? ['--force-high-contrast', '--enable-features=ForcedColors'] : []),
      `--proxy-server=http://127.0.0.1:${choices.proxyPort}`,
      `--proxy-bypass-list=${['<-loopback>', choices.direct].filter(Boolean).join(';')}`,
    ],
  };
}

function firefoxOptions(choices: LaunchChoices): LaunchOptions {
  return {
    ...commonOptions(choices),
    browser: 'firefox',
    // BiDi refuses moz-extension: addresses without it.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': choices.proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': choices.proxyPort,
      'network.proxy.allow_hijacking_localhost': choices.direct === undefined,
      'network.proxy.no_proxies_on': choices.direct ?? '',
      // A temporary add-on keeps its databases over a restart, as an installed one does.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      ...(choices.dark === undefined
        ? {}
        : { 'layout.css.prefers-color-scheme.content-override': choices.dark ? 0 : 1 }),
      ...(choices.forcedColors ? { 'browser.display.document_color_use': 2 } : {}),
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'extensions.originControls.grantByDefault': choices.granted ?? true,
      // The reader whom the browser asks says yes.
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
    },
  };
}

const PATIENCE = 20_000;

/** A browser that does not end when it is told to, as Firefox at times, is ended by the system. */
async function ended(browser: Browser): Promise<void> {
  const patience = new AbortController();
  const closed = browser.close();
  const late = setTimeout(PATIENCE, 'late', { signal: patience.signal, ref: false });
  if ((await Promise.race([closed, late.catch(() => undefined)])) === 'late') {
    closed.catch(() => undefined);
    browser.process()?.kill('SIGKILL');
  }
  patience.abort();
}

function sessionOf(started: Pick<Session, 'kind' | 'browser' | 'origin' | 'build'>): Session {
  const { kind, browser, origin } = started;
  const watched = new Set<Page>();
  return {
    ...started,
    open: async (url) => {
      const page = await browser.newPage();
      await watchChanges(page);
      watched.add(page);
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return withProof(page, () => watched.delete(page));
    },
    openExtensionPage: async (file) => {
      const page = await browser.newPage();
      const url = `${origin}/${file}`;
      if (kind === 'chromium') await page.goto(url);
      else await arriveInFirefox(page, url);
      return page;
    },
    close: async () => {
      const foreign = await Promise.all([...watched].map(foreignChanges));
      await ended(browser);
      refuse(foreign.flat());
    },
  };
}

/** A page of a test proves when it is closed that nobody but itself changed it. */
function withProof(page: Page, onClose: () => void): Page {
  const close = page.close.bind(page);
  page.close = async (choices) => {
    onClose();
    const foreign = await foreignChanges(page);
    await close(choices);
    refuse(foreign);
  };
  return page;
}

function refuse(foreign: readonly string[]): void {
  if (foreign.length > 0)
    throw new Error(`The page was changed: ${foreign.slice(0, 5).join('; ')}`);
}

/**
 * Firefox reports no load event for extension pages: start the navigation, then ask the document
 * itself. While the tab changes process an evaluation may fail; such an answer counts as "not yet".
 */
async function arriveInFirefox(page: Page, url: string): Promise<void> {
  page.goto(url, { timeout: 0 }).catch(() => undefined);
  const arrived = async (): Promise<boolean> =>
    await page
      .evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url)
      .catch(() => false);
  for (let left = 100; left > 0; left -= 1) {
    if (await Promise.race([arrived(), pause(2000)])) return;
    await pause(100);
  }
  throw new Error(`${url} did not load`);
}

async function pause(ms: number): Promise<false> {
  return await setTimeout(ms, false);
}
