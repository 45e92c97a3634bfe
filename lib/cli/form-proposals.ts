import type { FormKind } from './form-fields';

/** Runs in the form's page: keys and short names made from what was filled in, for those who leave them. */

type Fields = Readonly<Record<string, string>>;

/** How keys of entities begin, where that is not the word for what they are. */
const PREFIXES: Readonly<Record<string, string>> = { organisation: 'org' };
const MOST_OF_A_TITLE = 40;
const MOST_OF_A_LOCAL = 32;

/** A key for a record; empty where too little is filled in, or in letters that keys do not have. */
export function proposedKey(kind: FormKind, fields: Fields, firstName = ''): string {
  const parts = PARTS[kind](fields, firstName);
  return parts.includes('') ? '' : parts.join('/');
}

const PARTS: Readonly<Record<FormKind, (fields: Fields, firstName: string) => string[]>> = {
  source: ({ publisher = '', published = '', title = '' }) => {
    const year = /^\d{4}/u.exec(published)?.[0];
    const words = slugOf(title, MOST_OF_A_TITLE);
    const paper = lastOf(publisher).replaceAll('-', '');
    return ['source', paper, year === undefined || words === '' ? words : `${year}-${words}`];
  },
  entity: ({ type = '', country = '' }, firstName) => [
    PREFIXES[type] ?? type,
    country.toLowerCase() || 'intl',
    slugOf(firstName, MOST_OF_A_TITLE),
  ],
  measure: ({ place = '', name = '' }) => [
    'measure',
    lastOf(place) || 'intl',
    slugOf(name, MOST_OF_A_TITLE),
  ],
};

/** The short name of a statement, from its first words, or of a figure, from what and when. */
export function proposedLocal({ text = '', measure = '', period = '' }: Fields): string {
  const words =
    measure === '' ? text.split(/\s+/u).slice(0, 5).join(' ') : `${lastOf(measure)} ${period}`;
  return slugOf(words, MOST_OF_A_LOCAL).replace(/^[^a-z]+/u, '');
}

function lastOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/** Small Latin letters, digits and hyphens, cut between words where that can be. */
function slugOf(words: string, longest: number): string {
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}'’]/gu, '');
  const whole = plain.replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-|-$/gu, '');
  if (whole.length <= longest) return whole;
  const cut = whole.slice(0, longest + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 0)) || whole.slice(0, longest);
}
