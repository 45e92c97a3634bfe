/** What the reader chose; kept with the extension, never with a dataset. */
export type Settings = {
  /** Which findings raise a mark: those with context, once a section; all with context; all. */
  readonly density: 'quiet' | 'normal' | 'all';
  readonly kinds: Readonly<Record<MarkKind, boolean>>;
  readonly theme: 'auto' | 'light' | 'dark';
  /** `auto` follows the browser. */
  readonly language: 'auto' | 'en' | 'km';
  readonly badge: boolean;
  readonly paused: boolean;
  /** Where pages are read at all: everywhere, on known news sites and those chosen, on those alone. */
  readonly sites: 'everywhere' | 'news' | 'chosen';
  /** Hosts that the reader chose, without `www.`. */
  readonly chosenSites: readonly string[];
  /** Hosts on which the reader switched us off, without `www.`. */
  readonly pausedSites: readonly string[];
  readonly privateWindows: boolean;
  readonly ownRecord: { readonly on: boolean; readonly retention: '30-days' | '1-year' | 'keep' };
  readonly mutes: readonly Mute[];
  /** No dataset is updated for now. */
  readonly updatesPaused: boolean;
  readonly welcomed: boolean;
};

export type MarkKind = 'person' | 'organisation' | 'figure' | 'claim';
export const MARK_KINDS: readonly MarkKind[] = ['person', 'organisation', 'figure', 'claim'];

/** Something the reader does not want to see again; `until` in milliseconds since 1970. */
export type Mute = {
  readonly what: 'claim' | 'person' | 'dataset' | 'site' | 'all';
  readonly id: string;
  readonly label: string;
  readonly until?: number;
};

export const DEFAULT_SETTINGS: Settings = {
  density: 'normal',
  kinds: { person: true, organisation: true, figure: true, claim: true },
  theme: 'auto',
  language: 'auto',
  badge: false,
  paused: false,
  sites: 'everywhere',
  chosenSites: [],
  pausedSites: [],
  privateWindows: false,
  ownRecord: { on: false, retention: '1-year' },
  mutes: [],
  updatesPaused: false,
  welcomed: false,
};
