import * as v from 'valibot';
import { edtf, lang } from '@/lib/record/base';

/** A record's readable, stable name in the authored form: "person/kh/sar-kheng". */
export const key = v.pipe(
  v.string(),
  v.maxLength(120),
  v.regex(
    /^[a-z]+(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){1,4}$/u,
    'a key looks like person/kh/some-name: small letters, digits, hyphens, slashes',
  ),
);

/** The name of a statement, figure or verdict inside its file. */
export const localKey = v.pipe(
  v.string(),
  v.regex(
    /^[a-z][a-z0-9-]{0,31}$/u,
    'a local key is small letters, digits and hyphens, at most 32',
  ),
);

/**
 * What an authored record points to: a key, `key#local`, `#local` inside the same file, or
 * `dataset-id:key` for a record of another dataset.
 */
export const keyRef = v.pipe(
  v.string(),
  v.maxLength(220),
  v.regex(
    /^(?:(?:[a-z0-9][a-z0-9.-]{0,62}:)?[a-z]+(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){1,4}(?:#[a-z][a-z0-9-]{0,31})?|#[a-z][a-z0-9-]{0,31})$/u,
    'a reference is a key, key#local or #local',
  ),
);

/** One line of text that is not empty. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- valibot infers the schema's type
export const line = (longest: number) =>
  v.pipe(v.string('text in quotation marks'), v.minLength(1), v.maxLength(longest));

// oxlint-disable-next-line typescript/explicit-module-boundary-types -- valibot infers the schema's type
export const lines = (longest: number) => v.record(lang, line(longest));

/** EDTF as text: in YAML a year needs quotation marks, "2019". */
export const date = v.pipe(
  v.string('a date in quotation marks, like "2019-12-05"'),
  edtf,
  v.maxLength(32),
);

export const address = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.regex(/^https?:\/\/[^\s]+$/u, 'has to begin with http:// or https://, and has no spaces'),
);

export const review = v.strictObject({
  /** `imported`: taken from another data set by a tool, and looked at by nobody yet. */
  status: v.picklist(['draft', 'reviewed', 'contested', 'imported']),
  by: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.regex(/^@[A-Za-z0-9-]{1,39}$/u, 'has to be @ and a name'))),
      v.maxLength(6),
    ),
  ),
  at: v.optional(date),
  /** Of what is imported: which importer and run. */
  via: v.optional(line(200)),
});
export type AuthoredReview = v.InferOutput<typeof review>;

export const withdrawn = v.strictObject({
  at: date,
  reason: v.picklist([
    'error',
    'retracted-by-source',
    'legal',
    'privacy',
    'duplicate',
    'superseded',
  ]),
  replacedBy: v.optional(keyRef),
  note: v.optional(line(500)),
  purge: v.optional(v.boolean()),
  review: v.optional(review),
});
export type AuthoredWithdrawn = v.InferOutput<typeof withdrawn>;
