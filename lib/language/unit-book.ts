import { CURRENCIES } from './currency';
import { type Unit, type UnitWords, unitSymbols } from './unit';

/** Every way a language writes its units. */
export type UnitBook = {
  /** Spelled-out forms in lower case, words parted by one space. */
  readonly phrases: ReadonlyMap<string, Unit>;
  /** Signs and abbreviations; their case matters. */
  readonly symbols: ReadonlyMap<string, Unit>;
  /** Signs and codes that stand before or behind the value of a sum of money. */
  readonly money: ReadonlyMap<string, Unit>;
  /** The most characters that a sign of money has, with its nation ("U.S.$"). */
  readonly longestSign: number;
  /** The most words that one phrase has. */
  readonly longest: number;
  /** What a rate may be counted by: form to British singular name. */
  readonly rated: ReadonlyMap<string, string>;
  readonly per: ReadonlySet<string>;
  readonly perArticles: ReadonlySet<string>;
};

/** The book of one language: its words, the signs that all share, and every currency. */
export function unitBook(words: UnitWords): UnitBook {
  const phrases = new Map<string, Unit>();
  for (const [name, kind, forms] of words.units) addForms(phrases, { name, kind }, forms);
  addPrefixed(phrases, words);
  addMoney(phrases, words);
  const money = moneySigns();
  const rated = new Map(words.rated);
  for (const [phrase, { name, kind }] of phrases) {
    if (kind === 'time') rated.set(phrase, name);
  }
  return {
    phrases,
    symbols: unitSymbols(),
    money,
    longestSign: Math.max('u.s.$'.length, ...[...money.keys()].map((sign) => sign.length)),
    longest: Math.max(...[...phrases.keys()].map((phrase) => phrase.split(' ').length)),
    rated,
    per: new Set(words.per),
    perArticles: new Set(words.perArticles),
  };
}

function addForms(phrases: Map<string, Unit>, unit: Unit, forms: string): void {
  const lower = unit.name.toLowerCase();
  for (const form of [lower, `${lower}s`, ...forms.split('|')]) {
    const phrase = form.replaceAll('-', ' ').trim();
    if (phrase !== '' && !phrases.has(phrase)) phrases.set(phrase, unit);
  }
}

function addPrefixed(phrases: Map<string, Unit>, words: UnitWords): void {
  for (const [name, kind, forms] of words.prefixed) {
    addForms(phrases, { name, kind }, forms);
    for (const [prefix, prefixName] of words.prefixes) {
      const unit: Unit = { name: prefixName + name, kind };
      for (const form of forms.split('|')) addForms(phrases, unit, prefix + form);
    }
  }
}

function addMoney(phrases: Map<string, Unit>, words: UnitWords): void {
  for (const [name, forms] of [...words.currencies, ...words.smallMoney]) {
    addForms(phrases, { name, kind: 'money' }, forms);
  }
  for (const { name } of CURRENCIES) addForms(phrases, { name, kind: 'money' }, '');
}

/** Codes and signs, and codes with the dollar sign behind them ("AUD$"). */
function moneySigns(): Map<string, Unit> {
  const signs = new Map<string, Unit>();
  for (const { code, name, signs: own } of CURRENCIES) {
    const unit: Unit = { name, kind: 'money' };
    for (const sign of [code, ...own]) if (sign !== undefined && sign !== '') signs.set(sign, unit);
  }
  return signs;
}
