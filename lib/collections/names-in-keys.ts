import { fileName } from './markdown';

/** Gives every name a part of a key of its own, and the same name always the same. */
export class KeyParts {
  readonly #parts = new Map<string, string>();
  readonly #taken = new Set<string>();

  /**
   * Two people whose names look alike as keys never become one.
   * @param bearer what bears the name, where it is not the name alone that tells it from others.
   */
  of(name: string, bearer: string = name): string {
    const known = this.#parts.get(bearer);
    if (known !== undefined) return known;
    const wanted = slug(name);
    let part = wanted;
    for (let number = 2; this.#taken.has(part); number += 1) part = `${wanted}-${number}`;
    this.#parts.set(bearer, part);
    this.#taken.add(part);
    return part;
  }
}

/** A name as part of a key: letters, digits and hyphens; what has none becomes its code points. */
export function slug(name: string): string {
  const plain = fileName(name)
    .normalize('NFKD')
    .replaceAll(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/gu, '');
  if (plain !== '') return plain;
  const codes = Array.from(name)
    .slice(0, 8)
    .map((each) => (each.codePointAt(0) ?? 0).toString(16));
  return `u-${codes.join('-')}`;
}
