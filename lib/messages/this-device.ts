import { browser } from 'wxt/browser';

/** Bytes that the extension keeps on this device; undefined where the browser does not say. */
export async function usedBytes(): Promise<number | undefined> {
  return (await navigator.storage.estimate()).usage;
}

/** The keys that the browser holds for us, each with what it does in the browser's words. */
export async function browserKeys(): Promise<{ what: string; keys: string }[]> {
  const commands = await browser.commands.getAll();
  return commands
    .filter(({ description }) => (description ?? '') !== '')
    .map(({ description = '', shortcut = '' }) => ({ what: description, keys: shortcut }));
}

/** Opens the browser's own page on which keys are changed. */
export async function openBrowserKeys(): Promise<void> {
  const open: unknown = Reflect.get(browser.commands, 'openShortcutSettings');
  if (typeof open === 'function') await Reflect.apply(open, browser.commands, []);
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** Versions, for a report of a fault: ours and the browser's. */
export function versions(): string {
  return `On Record ${browser.runtime.getManifest().version}\n${navigator.userAgent}`;
}
