import type { AuthoredFigure, AuthoredStatement } from '@/lib/dataset/schema/source-file';
import type { AuthoredVerdict } from '@/lib/dataset/schema/verdicts-file';

/** The fields of a file that hold records by short names. */
export type Field = 'statements' | 'figures' | 'verdicts';
/** A record inside a file, and where it was found. */
export type Part = {
  readonly value: AuthoredStatement | AuthoredFigure | AuthoredVerdict;
  readonly place: string;
};
export type At = { readonly file: string; readonly field: Field; readonly local: string };

/** The records that an import found, by the file they belong into. */
export class Parts {
  readonly #byFile = new Map<string, Map<Field, Map<string, Part>>>();

  get({ file, field, local }: At): Part | undefined {
    return this.#byFile.get(file)?.get(field)?.get(local);
  }

  put({ file, field, local }: At, part: Part): void {
    const fields = this.#byFile.get(file) ?? new Map<Field, Map<string, Part>>();
    const parts = fields.get(field) ?? new Map<string, Part>();
    this.#byFile.set(file, fields.set(field, parts.set(local, part)));
  }

  /** Fields of a file with everything that was found for them. */
  of(file: string): readonly (readonly [Field, ReadonlyMap<string, Part>])[] {
    return [...(this.#byFile.get(file) ?? [])];
  }
}
