/** A JSON value of an input file, and where it stands: "claims.json", or "dump.ndjson:12" of lines. */
export type Piece = { readonly place: string; readonly value: unknown };

/** A table of an input file; every row knows its line. The header is one of the rows. */
export type Table = { readonly file: string; readonly rows: readonly Row[] };
export type Row = { readonly line: number; readonly cells: readonly string[] };

/** What the format itself does not tell and whoever imports has to. */
export type Told = {
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly kind?: string | undefined;
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly unit?: string | undefined;
  readonly definition?: string | undefined;
};
