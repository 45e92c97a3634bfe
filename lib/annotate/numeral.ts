import { isGlued, type Token } from './figure-token';

/** A number as read from tokens `first` up to, not including, `next`. */
export type Numeral = {
  readonly value: number | readonly [low: number, high: number];
  readonly first: number;
  readonly next: number;
  readonly form: 'digits' | 'words' | 'part' | 'vague';
  /** A magnitude ("million") was read; a range's first end may share its second's. */
  readonly magnitude: number;
};

/** A value times a factor, free of the dust of binary fractions (1.1 × 10^6 is 1,100,000). */
export function scaled(
  value: number | readonly [number, number],
  factor: number,
): number | readonly [number, number] {
  const times = (one: number): number => Number((one * factor).toPrecision(15));
  return typeof value === 'number' ? times(value) : [times(value[0]), times(value[1])];
}

/** The index behind a hyphen that joins two tokens without spaces; the same index where none does. */
export function afterHyphen(tokens: readonly Token[], at: number): number {
  return isHyphen(tokens[at]) && isGlued(tokens, at + 1) ? at + 1 : at;
}

export function isHyphen(token: Token | undefined): boolean {
  return token !== undefined && HYPHENS.has(token.text);
}

const HYPHENS = new Set('-‐‑–');
