import type { LanguageTag } from './language';
import { FRENCH } from './fr/titles';

/** What gives names away in a language that parts its words by blanks, all folded. */
export type Titles = {
  /** Stand before a name, part of nothing else. */
  readonly titles: ReadonlySet<string>;
  /** What people are by their work. */
  readonly roles: ReadonlySet<string>;
  /** Begin the name of a body. */
  readonly heads: ReadonlySet<string>;
  /** Small words inside names of bodies. */
  readonly connectors: ReadonlySet<string>;
};

/** Languages read by their titles alone; English has rules and a tagger of its own. */
export const TITLES_OF: Readonly<Partial<Record<LanguageTag, Titles>>> = { fr: FRENCH };
