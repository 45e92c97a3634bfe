import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { Browser, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers';
import { DOWNLOADED, findBrowser, type Kind, KINDS } from './browsers';

const PACKAGES: Readonly<Record<Kind, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };

/**
 * Sees that there is a browser of each kind, getting one where there is none and saying so: by
 * apt-get as root on Debian and its kin, else Chrome for Testing and Firefox as their makers
 * publish them. @returns the kinds that could not be had.
 */
export async function getBrowsers(say: (line: string) => void): Promise<Kind[]> {
  if (missingKinds().length === 0) return [];
  if (canInstallPackages()) installPackages(missingKinds(), say);
  for (const kind of missingKinds()) await download(kind, say);
  for (const kind of missingKinds()) {
    say(
      `${kind} could not be had. Install it by hand (Debian: apt-get install ${PACKAGES[kind]}).`,
    );
  }
  return missingKinds();
}

function missingKinds(): Kind[] {
  return KINDS.filter((kind) => locate(kind) === undefined);
}

/** Like findBrowser, but a missing one is no error yet. */
function locate(kind: Kind): string | undefined {
  try {
    return findBrowser(kind);
  } catch {
    return undefined;
  }
}

function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function installPackages(kinds: readonly Kind[], say: (line: string) => void): void {
  const names = kinds.map((kind) => PACKAGES[kind]);
  say(`No ${kinds.join(' and no ')} found: installing ${names.join(' and ')} by apt-get …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const lock = ['-o', 'DPkg::Lock::Timeout=300'];
  spawnSync('apt-get', [...lock, 'update', '-qq'], { env: environment, stdio: 'ignore' });
  const options = ['install', '-y', '-qq', '--no-install-recommends'];
  const done = spawnSync(
    'apt-get',
    [...lock, ...options, ...names, 'openssl', 'fonts-dejavu-core'],
    {
      env: environment,
      encoding: 'utf8',
    },
  );
  if (done.status !== 0) say(`apt-get could not: ${done.stderr.trim().split('\n').at(-1) ?? ''}`);
}

async function download(kind: Kind, say: (line: string) => void): Promise<void> {
  const browser = kind === 'chromium' ? Browser.CHROME : Browser.FIREFOX;
  const platform = detectBrowserPlatform();
  if (!platform) return;
  say(`No ${kind} found: downloading one for this project alone …`);
  try {
    const buildId = await resolveBuildId(browser, platform, 'stable');
    const installed = await install({ browser, buildId, cacheDir: `${DOWNLOADED}/all` });
    mkdirSync(DOWNLOADED, { recursive: true });
    rmSync(`${DOWNLOADED}/${kind}`, { force: true });
    symlinkSync(installed.executablePath, `${DOWNLOADED}/${kind}`);
  } catch (error) {
    say(`The download failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
