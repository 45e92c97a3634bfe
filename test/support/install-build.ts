import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Browser } from 'puppeteer-core';

/**
 * Installs a copy of a build, as it is or as one whose reader has allowed every site: the question
 * that Chromium asks no test could answer. Installed anew as it is, it keeps what was allowed.
 * @returns its id, and the folder from which the browser took it
 */
export async function installBuild(
  browser: Browser,
  build: string,
  granted: boolean,
): Promise<{ readonly id: string; readonly build: string }> {
  // In one place for each build, since that decides the id in Chromium.
  const copy = `${tmpdir()}/on-record${build.replaceAll(/[^\w-]/gu, '-')}`;
  cpSync(build, copy, { recursive: true });
  if (granted) allowSites(`${copy}/manifest.json`);
  return { id: await browser.installExtension(copy), build: copy };
}

function allowSites(manifest: string): void {
  const text = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, text.replace('"optional_host_permissions"', '"host_permissions"'));
}
