import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings';

const KEY = 'settings';

const mute = v.object({
  what: v.picklist(['claim', 'person', 'dataset', 'site', 'all']),
  id: v.string(),
  label: v.string(),
  until: v.optional(v.number()),
});

const kinds = v.object({
  person: v.boolean(),
  organisation: v.boolean(),
  figure: v.boolean(),
  claim: v.boolean(),
});

/** What is stored may be of any earlier version: each field that cannot be read is as at first. */
const stored = v.object({
  density: v.fallback(v.picklist(['quiet', 'normal', 'all']), DEFAULT_SETTINGS.density),
  kinds: v.fallback(kinds, DEFAULT_SETTINGS.kinds),
  theme: v.fallback(v.picklist(['auto', 'light', 'dark']), DEFAULT_SETTINGS.theme),
  language: v.fallback(v.picklist(['auto', 'en', 'km']), DEFAULT_SETTINGS.language),
  badge: v.fallback(v.boolean(), DEFAULT_SETTINGS.badge),
  paused: v.fallback(v.boolean(), DEFAULT_SETTINGS.paused),
  sites: v.fallback(v.picklist(['everywhere', 'news', 'chosen']), DEFAULT_SETTINGS.sites),
  chosenSites: v.fallback(v.array(v.string()), []),
  pausedSites: v.fallback(v.array(v.string()), []),
  privateWindows: v.fallback(v.boolean(), DEFAULT_SETTINGS.privateWindows),
  ownRecord: v.fallback(
    v.object({ on: v.boolean(), retention: v.picklist(['30-days', '1-year', 'keep']) }),
    DEFAULT_SETTINGS.ownRecord,
  ),
  mutes: v.fallback(v.array(mute), []),
  updatesPaused: v.fallback(v.boolean(), DEFAULT_SETTINGS.updatesPaused),
  welcomed: v.fallback(v.boolean(), DEFAULT_SETTINGS.welcomed),
});

/** What the reader chose; what cannot be read is as at first. */
export async function readSettings(): Promise<Settings> {
  const found = await browser.storage.local.get(KEY);
  const parsed = v.safeParse(stored, { ...DEFAULT_SETTINGS, ...objectIn(found[KEY]) });
  return parsed.success ? settingsIn(parsed.output) : DEFAULT_SETTINGS;
}

/** Changes some of the settings. @returns all of them, as they now are. */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const next = { ...(await readSettings()), ...change };
  await browser.storage.local.set({ [KEY]: next });
  return next;
}

/** Calls back whenever settings change, wherever they were changed. @returns its end. */
export function onSettings(listener: (settings: Settings) => void): () => void {
  const onChange = (changes: object, area: string): void => {
    if (area !== 'local' || !(KEY in changes)) return;
    void (async () => listener(await readSettings()))();
  };
  browser.storage.onChanged.addListener(onChange);
  return () => browser.storage.onChanged.removeListener(onChange);
}

/** A mute whose `until` is absent has no such field, rather than one that is undefined. */
function settingsIn(parsed: v.InferOutput<typeof stored>): Settings {
  const mutes = parsed.mutes.map(({ until, ...rest }) =>
    until === undefined ? rest : { ...rest, until },
  );
  return { ...parsed, mutes };
}

function objectIn(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
