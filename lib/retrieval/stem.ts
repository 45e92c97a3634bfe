/**
 * English stems after M. F. Porter, "An algorithm for suffix stripping" (Program 14/3, 1980), with
 * the later author's amendments (`logi` → `log`, `bli` → `ble`). Stems are only ever compared with
 * each other and never shown.
 */
export function stemOf(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const stem = word.length < 3 || !/^[a-z]+$/u.test(word) ? word : stripped(word);
  known.set(word, stem);
  return stem;
}

/** Texts repeat their words; stripping one costs more than remembering it. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

function stripped(word: string): string {
  let stem = withoutPlural(word);
  stem = withoutEdOrIng(stem);
  if (stem.endsWith('y') && hasVowel(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
  stem = replaced(stem, DOUBLE_SUFFIXES, 1);
  stem = replaced(stem, LONG_SUFFIXES, 1);
  stem = withoutResidue(stem);
  return tidied(stem);
}

type Suffixes = readonly (readonly [suffix: string, by: string])[];

const DOUBLE_SUFFIXES: Suffixes = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['iser', 'ise'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['isation', 'ise'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['logi', 'log'],
];

const LONG_SUFFIXES: Suffixes = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['alise', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];

const RESIDUES: readonly string[] = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'ise',
  'al',
  'er',
  'ic',
  'ou',
];

function withoutPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function withoutEdOrIng(word: string): string {
  if (word.endsWith('eed')) return measureOf(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const suffix = ['ed', 'ing'].find((ending) => word.endsWith(ending));
  if (suffix === undefined) return word;
  const stem = word.slice(0, -suffix.length);
  return hasVowel(stem) ? withEndingRestored(stem) : word;
}

function withEndingRestored(stem: string): string {
  if (/(?:at|bl|iz)$/u.test(stem)) return `${stem}e`;
  if (/([^aeioulsz])\1$/u.test(stem)) return stem.slice(0, -1);
  return measureOf(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

function replaced(word: string, suffixes: Suffixes, least: number): string {
  for (const [suffix, by] of suffixes) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, -suffix.length);
    return measureOf(stem) >= least ? stem + by : word;
  }
  return word;
}

function withoutResidue(word: string): string {
  if (/[st]ion$/u.test(word)) return measureOf(word.slice(0, -3)) > 1 ? word.slice(0, -3) : word;
  const suffix = RESIDUES.find((ending) => word.endsWith(ending));
  if (suffix === undefined) return word;
  const stem = word.slice(0, -suffix.length);
  return measureOf(stem) > 1 ? stem : word;
}

function tidied(word: string): string {
  let stem = word;
  if (stem.endsWith('e')) {
    const short = stem.slice(0, -1);
    const measure = measureOf(short);
    if (measure > 1 || (measure === 1 && !endsShort(short))) stem = short;
  }
  return stem.endsWith('ll') && measureOf(stem) > 1 ? stem.slice(0, -1) : stem;
}

/** How often a run of vowels is followed by a run of consonants (Porter's m). */
function measureOf(stem: string): number {
  return pattern(stem).match(/v+c+/gu)?.length ?? 0;
}

function hasVowel(stem: string): boolean {
  return pattern(stem).includes('v');
}

/** Consonant, vowel, consonant other than w, x and y: "hop", but not "snow". */
function endsShort(stem: string): boolean {
  return pattern(stem).endsWith('cvc') && !/[wxy]$/u.test(stem);
}

/** The word as vowels and consonants; y is a vowel after a consonant. */
function pattern(stem: string): string {
  return stem
    .replaceAll(/[^aeiouy]/gu, 'c')
    .replaceAll(/[aeiou]/gu, 'v')
    .replaceAll(/(?<=c)y/gu, 'v')
    .replaceAll('y', 'c');
}
