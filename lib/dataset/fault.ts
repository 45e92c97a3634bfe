/** Where in a file: names of fields and places in lists, from the top. */
export type Path = readonly (string | number)[];

/** Why an authored dataset is refused; the command line adds the line number. */
export type Fault = {
  readonly file: string;
  readonly path: Path;
  readonly rule: Rule;
  /** What is wrong and what would be right, for the contributor. */
  readonly message: string;
};

/** The checks on every proposal, by the name that messages carry. */
export type Rule =
  | 'yaml'
  | 'place'
  | 'schema'
  | 'dataset'
  | 'key'
  | 'reference'
  | 'reference-kind'
  | 'draft'
  | 'characters'
  | 'name'
  | 'scripts'
  | 'markup'
  | 'quote-length'
  | 'quote-found'
  | 'date'
  | 'date-order'
  | 'note'
  | 'same-speaker'
  | 'other-speaker'
  | 'drawn-by'
  | 'link'
  | 'figure'
  | 'archives'
  | 'private'
  | 'minor'
  | 'review'
  | 'limit';
