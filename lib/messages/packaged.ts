import { browser } from 'wxt/browser';

/** Reads a file of the extension's own package. @throws Error where there is no such file */
export async function readPackaged(path: string): Promise<Uint8Array> {
  const answer = await fetch(new URL(path, browser.runtime.getURL('/')));
  if (!answer.ok) throw new Error(`The package has no ${path}.`);
  return new Uint8Array(await answer.arrayBuffer());
}
