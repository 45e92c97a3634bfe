import { browser } from 'wxt/browser';
import type { HeldFile } from '@/lib/collections/page-work';

/** In the downloads folder, so that our files lie together. */
const FOLDER = 'On Record';
const LOOK_MS = 250;
const PATIENCE_MS = 300_000;

const DOWNLOADS = { permissions: ['downloads' as const] };

/** Whether the reader allowed us to put files into the downloads folder. */
export async function mayDownload(): Promise<boolean> {
  return await browser.permissions.contains(DOWNLOADS);
}

/** Asks the reader for that; to be called from a press of a button. */
export async function askForDownloads(): Promise<boolean> {
  return await browser.permissions.request(DOWNLOADS);
}

/**
 * Puts a file into the downloads folder, beside others of its name.
 * @returns the browser's number of it, once it is whole.
 * @throws Error where it could not be written.
 */
export async function putIntoDownloads({ name, url }: HeldFile): Promise<number> {
  const id = await browser.downloads.download({
    url,
    filename: `${FOLDER}/${name}`,
    conflictAction: 'uniquify',
    saveAs: false,
  });
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const [item] = await browser.downloads.search({ id });
    if (item?.state === 'complete') return id;
    if (item?.state === 'interrupted') throw new Error(`Not written: ${item.error ?? ''}`);
    await new Promise((done) => {
      setTimeout(done, LOOK_MS);
    });
  }
  throw new Error('The file was not written in time.');
}

/** Removes a file that we put there; where the reader moved it, that is the reader's. */
export async function removeFromDownloads(id: number): Promise<void> {
  await browser.downloads.removeFile(id).catch(() => undefined);
  await browser.downloads.erase({ id }).catch(() => undefined);
}
