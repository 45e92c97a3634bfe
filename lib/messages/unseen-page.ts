import { browser } from 'wxt/browser';
import type { HeldFile, PageWork } from '@/lib/collections/page-work';
import { serveOwn } from './serve';

const PAGE = '/unseen.html';

/** Answers for the page nobody sees, to the extension's own pages and scripts alone. */
export function serveUnseen(work: PageWork): void {
  serveOwn({
    persist: async () => await work.persist(),
    libraryFiles: async (day: string) => await work.libraryFiles(day),
    release: async (urls: readonly string[]) => await work.release(urls),
  });
}

/**
 * The work of a page for the background: where that is none, as Chrome's worker, it is done in a page
 * nobody sees, which is there only as long as the work takes.
 * @param here does the work where the background is a page itself.
 */
export function pageWork(here: PageWork): PageWork {
  if (Reflect.get(browser, 'offscreen') === undefined) return here;
  return {
    persist: async () => (await inPage('persist')) === true,
    libraryFiles: async (day) => filesIn(await inPage('libraryFiles', day, { stays: true })),
    release: async (urls) => void (await inPage('release', urls)),
  };
}

async function inPage(
  name: keyof PageWork,
  question?: unknown,
  { stays = false }: { readonly stays?: boolean } = {},
): Promise<unknown> {
  await openPage();
  const reply: unknown = await browser.runtime.sendMessage({ onRecord: name, question });
  // The files it made live as long as the page.
  if (!stays) await browser.offscreen.closeDocument();
  const answer: unknown = Reflect.get(Object(reply), 'answer');
  if (Reflect.get(Object(reply), 'ok') !== true) throw new Error(`${name} could not be done.`);
  return answer;
}

async function openPage(): Promise<void> {
  if (await browser.offscreen.hasDocument()) return;
  await browser.offscreen.createDocument({
    url: PAGE,
    reasons: ['BLOBS'],
    justification: 'Makes files of what the reader saved, and asks for them to be kept.',
  });
}

function filesIn(answer: unknown): readonly HeldFile[] {
  return Array.isArray(answer) ? answer.filter(isFile) : [];
}

function isFile(value: unknown): value is HeldFile {
  return typeof value === 'object' && value !== null && 'url' in value && 'name' in value;
}
