import { nameFaults } from '@/lib/dataset/check-names';
import type { Harvest } from './harvest';
import type { FoundEntity } from './merge-entity';

/** A name as an importer finds it. */
export type FoundName = {
  readonly text: string;
  readonly lang: string;
  readonly kind: 'main' | 'alias' | 'abbreviation' | 'former';
};

const MOST_NAMES = 60;

/**
 * Names of no one language first, then those in the languages of readers, so that they are not cut off
 * where a person has names in a hundred.
 */
const FIRST_LANGS = ['und', 'mul', 'en', 'km', 'fr'];

/**
 * Names without those that only an editor may pass, each text once a language, one main name a
 * language, at most 60. A name that is shared or short is marked only where its bearer is known to
 * be meant, so all but main names need more of the page.
 */
export function goodNames(
  of: string,
  names: readonly FoundName[],
  harvest: Harvest,
): FoundEntity['names'] {
  const good = new Map<string, FoundEntity['names'][number]>();
  const withMain = new Set<string>();
  for (const { text, lang, kind } of names) {
    const [fault] = nameFaults(text);
    if (fault) harvest.hold(of, `name held: ${fault.message}`);
    else if (text.length >= 2 && text.length <= 200 && !good.has(`${lang} ${text}`)) {
      const settled = kind === 'main' && withMain.has(lang) ? 'alias' : kind;
      if (settled === 'main') withMain.add(lang);
      const match = settled === 'main' ? 'alone' : 'with-context';
      good.set(`${lang} ${text}`, { text, lang, kind: settled, match });
    }
  }
  return withOneMain([...good.values()])
    .toSorted((a, b) => rank(a.lang) - rank(b.lang))
    .slice(0, MOST_NAMES);
}

/** Where the main name was held back, the first that is left takes its place. */
function withOneMain(names: FoundEntity['names']): FoundEntity['names'] {
  if (names.some(({ kind }) => kind === 'main')) return names;
  return names.map((name, at) => (at === 0 ? { ...name, kind: 'main', match: 'alone' } : name));
}

function rank(lang: string): number {
  const first = FIRST_LANGS.indexOf(lang);
  return first < 0 ? FIRST_LANGS.length : first;
}
