/** Reading of foreign JSON, where nothing is sure: no function here throws, whatever it is given. */

/** A field of an object; undefined where there is no object or no such field of its own. */
export function field(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name))
      return undefined;
    found = Object.getOwnPropertyDescriptor(found, name)?.value;
  }
  return found;
}

/** A list as it is, one thing as a list of one, nothing as an empty list. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** Text made clean: entities decoded, white space joined, composed; numbers as they are written. */
export function text(value: unknown): string | undefined {
  const [first] = list(value);
  if (typeof first === 'number' && Number.isFinite(first)) return String(first);
  const inner = typeof first === 'object' ? field(first, '@value') : first;
  if (typeof inner !== 'string' || !inner.isWellFormed()) return undefined;
  const clean = decoded(inner)
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return clean === '' ? undefined : clean;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  eacute: 'é',
};

function decoded(of: string): string {
  return of.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const point =
      name[1] === 'x' || name[1] === 'X'
        ? Number.parseInt(name.slice(2), 16)
        : Number(name.slice(1));
    const isCharacter = point > 0 && point <= 0x10_ff_ff && (point < 0xd8_00 || point > 0xdf_ff);
    return isCharacter ? String.fromCodePoint(point) : whole;
  });
}

/** An http address; anything else is none. */
export function address(value: unknown): string | undefined {
  const found = typeof value === 'object' ? (field(value, 'url') ?? field(value, '@id')) : value;
  const written = text(found);
  return written !== undefined && /^https?:\/\/[^\s<>"]{3,1900}$/u.test(written)
    ? written
    : undefined;
}

/** The day, month or year that a date begins with: "2021-01-05 05:00" is 2021-01-05. */
export function day(value: unknown): string | undefined {
  const written = text(value);
  if (written === undefined) return undefined;
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])/u.exec(written);
  if (!found) return undefined;
  const [, year = '', month, date] = found;
  if (month === undefined || month === '00') return year;
  if (Number(month) > 12) return undefined;
  if (date === undefined || date === '00') return `${year}-${month}`;
  return Number(date) > 31 ? undefined : `${year}-${month}-${date}`;
}

/** A number as it is written: no commas, no exponent; undefined for anything else. */
export function decimal(value: unknown): string | undefined {
  const written = text(value);
  return written !== undefined && /^-?\d{1,24}(?:\.\d{1,15})?$/u.test(written)
    ? written
    : undefined;
}

/**
 * A number times a power of ten, digit by digit, so that nothing is rounded: 1.25 and "6" is 1250000.
 * @returns undefined where the power is none that tables use
 */
export function scaled(number: string, power: string): string | undefined {
  if (!/^\d{1,2}$/u.test(power) || Number(power) > 15) return undefined;
  const [whole = '', fraction = ''] = number.replace('-', '').split('.');
  const digits = fraction.padEnd(Number(power), '0');
  const before = `${whole}${digits.slice(0, Number(power))}`.replace(/^0+(?=\d)/u, '');
  const after = digits.slice(Number(power));
  return `${number.startsWith('-') ? '-' : ''}${before}${after === '' ? '' : `.${after}`}`;
}

/** Words as a part of a key: small Latin letters, digits and hyphens; other scripts by their code points. */
export function slug(words: string): string {
  const plain = words.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  const letters = Array.from(plain, (letter) =>
    /[a-z0-9]/u.test(letter)
      ? letter
      : /\p{L}/u.test(letter)
        ? `u${letter.codePointAt(0)?.toString(16) ?? ''}`
        : '-',
  );
  const joined = letters.join('').replaceAll(/-+/gu, '-');
  return joined.replace(/^-/u, '').slice(0, MOST_OF_A_KEY).replace(/-$/u, '') || 'none';
}

/** Longer ones are cut; whoever needs them apart adds a hash. */
const MOST_OF_A_KEY = 60;
