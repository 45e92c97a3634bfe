import type { ImportFile } from './import-files';

/** Chance that is the same each time: a number from 0 up to, not including, a limit. */
export type Dice = (limit: number) => number;

/** Dice from a seed (a multiplicative congruential generator: good enough to pick where to spoil). */
export function diceFrom(seed: number): Dice {
  let state = (seed * 2_654_435_761) % 2_147_483_647 || 1;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % Math.max(1, limit);
  };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

type Spoil = (file: ImportFile, dice: Dice, others: readonly ImportFile[]) => Uint8Array;

/** Ways in which files of the world are wrong. */
export const SPOILS: Readonly<Record<string, Spoil>> = {
  'cut off': ({ bytes }, dice) => bytes.slice(0, dice(bytes.length)),
  'in UTF-16 without its mark': ({ bytes }) =>
    new Uint8Array(Buffer.from(textOf(bytes), 'utf16le')),
  'in UTF-16 with its mark': ({ bytes }) =>
    new Uint8Array(Buffer.from(`\uFEFF${textOf(bytes)}`, 'utf16le')),
  'in Latin-1': ({ bytes }) => new Uint8Array(Buffer.from(textOf(bytes), 'latin1')),
  'with a byte changed': ({ bytes }, dice) => bytes.with(dice(bytes.length), dice(256)),
  'with a piece gone': ({ bytes }, dice) => {
    const [at, length] = [dice(bytes.length), dice(60)];
    return new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(at + length)]);
  },
  'with types swapped': ({ bytes, name }, dice) =>
    name.endsWith('.csv') ? swappedCells(textOf(bytes), dice) : swappedTypes(textOf(bytes), dice),
  'with huge numbers': ({ bytes }, dice) => hugeNumbers(textOf(bytes), dice),
  'of another format': (file, dice, others) => {
    const wrong = others.filter(({ format }) => format !== file.format);
    return wrong[dice(wrong.length)]?.bytes ?? file.bytes;
  },
  'with its lines doubled': ({ bytes }) => {
    const text = textOf(bytes);
    return utf8(`${text}\n${text}`);
  },
  'nested deep': ({ bytes }) => utf8(`${'[{"item":'.repeat(20_000)}${textOf(bytes)}`),
};

const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  '',
  'x'.repeat(5000),
  '\u202Eevil\u200B',
  [],
  {},
  [[[]]],
  { '@value': {} },
  '9999-99-99',
  ['a', { b: 1 }],
];

/** One value of a JSON file becomes another. */
function swappedTypes(text: string, dice: Dice): Uint8Array {
  const lines =
    text.trim().startsWith('{') && text.split('\n').every(isJson) ? text.split('\n') : [text];
  const which = dice(lines.length);
  const spoilt = lines.map((line, at) => (at === which ? swapped(line, dice) : line));
  return utf8(spoilt.join('\n'));
}

function swapped(text: string, dice: Dice): string {
  let count = 0;
  JSON.parse(text, (_key, own: unknown) => {
    count += 1;
    return own;
  });
  const [target, value] = [dice(count), VALUES[dice(VALUES.length)]];
  count = 0;
  const changed: unknown = JSON.parse(text, (_key, own: unknown) => {
    count += 1;
    return count - 1 === target ? value : own;
  });
  return JSON.stringify(changed) ?? '';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Part of a value that goes on in the next line.
    return false;
  }
}

/** Two cells of a table change places. */
function swappedCells(text: string, dice: Dice): Uint8Array {
  const cells = text.split(/([,\n])/u);
  const [a, b] = [dice(cells.length / 2) * 2, dice(cells.length / 2) * 2];
  const spoilt = cells.with(a, cells[b] ?? '').with(b, cells[a] ?? '');
  return utf8(spoilt.join(''));
}

const NUMBERS = ['1e999', '-1e999', '9'.repeat(400), '0.'.padEnd(400, '3'), 'NaN', '1e-400', '٣'];

function hugeNumbers(text: string, dice: Dice): Uint8Array {
  const share = 1 + dice(5);
  return utf8(
    text.replaceAll(/\b\d+(?:\.\d+)?\b/gu, (own) =>
      dice(share) === 0 ? (NUMBERS[dice(NUMBERS.length)] ?? own) : own,
    ),
  );
}
