/** The interface's words in the reader's language: message key to text with `$1`… as places. */
export type Dictionary = Readonly<Record<string, string>>;

let dictionary: Dictionary = {};
let locale = 'en';

/** Sets the words of this page, once, before anything is drawn. `tag` is BCP 47. */
export function setWords(given: Dictionary, tag: string): void {
  dictionary = given;
  locale = tag;
}

/** The language that words, dates and numbers are shown in (BCP 47). */
export function languageTag(): string {
  return locale;
}

/**
 * One formatter for all its uses, made when it is first needed and again where the language has
 * changed: making one takes longer than drawing a card's line.
 */
export function forLanguage<Format>(make: (tag: string) => Format): () => Format {
  let made: { readonly tag: string; readonly format: Format } | undefined;
  return () => {
    if (made?.tag !== locale) made = { tag: locale, format: make(locale) };
    return made.format;
  };
}

const pluralRules = forLanguage((tag) => new Intl.PluralRules(tag));
const numberFormat = forLanguage((tag) => new Intl.NumberFormat(tag));

/** Characters that turn the direction of all that follows, also of words that are ours. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * The words of a key, `$1`… replaced; the key itself where it is missing (a test forbids that). What
 * is put in may come from anybody, so it cannot turn our words round.
 */
export function words(key: string, ...substitutions: readonly string[]): string {
  const text = dictionary[key] ?? key;
  return text.replaceAll(
    /\$(\d)/gu,
    (place, at: string) => substitutions[Number(at) - 1]?.replaceAll(TURNING, '') ?? place,
  );
}

/**
 * The words for a number of things: key `<key>_one`, `<key>_other` … by the language's own plural
 * rules (Intl.PluralRules), the number in the language's digits as `$1`, `$2`… what else is given.
 */
export function plural(key: string, count: number, ...more: readonly string[]): string {
  const form = pluralRules().select(count);
  const chosen = dictionary[`${key}_${form}`] === undefined ? `${key}_other` : `${key}_${form}`;
  return words(chosen, numberWords(count), ...more);
}

/**
 * Our words as they begin a line. Styles could do it (`::first-letter`), but Firefox then breaks no
 * line of a text that is written in both directions.
 */
export function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}

/** A number as the reader's language writes it. */
export function numberWords(value: number): string {
  return numberFormat().format(value);
}

/** A text in the reader's language, else in English, else in whatever language there is. */
export function inReadersLanguage(texts: Readonly<Record<string, string>>): string {
  const primary = locale.split('-')[0] ?? locale;
  return texts[locale] ?? texts[primary] ?? texts['en'] ?? Object.values(texts)[0] ?? '';
}
