import { ask } from '@/lib/messages/ask';
import { wishOf } from '@/lib/messages/save-selection';
import { askForChanged, askForSites, choiceOf } from '@/lib/messages/site-access';
import type { Settings } from '@/lib/settings';
import { changeSettings } from '@/lib/storage/settings-store';

/** Keeps a change; one of sites is put to the browser too. */
export async function changed(settings: Settings, change: Partial<Settings>): Promise<void> {
  await askForChanged(settings, change);
  await changeSettings(change);
}

/** Asks the browser for the sites that are allowed, and keeps that choice. */
export async function allow(
  where: 'here' | 'news' | 'everywhere',
  settings: Settings,
  url: string,
): Promise<void> {
  const choice = choiceOf(where, url, settings);
  await askForSites(choice);
  await changeSettings(choice);
}

/** Saves what is selected in a tab, or its page. */
export async function savePage(tabId: number, url: string): Promise<void> {
  await ask('save', await wishOf({ id: tabId, url }));
}
