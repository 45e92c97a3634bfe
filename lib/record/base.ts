import * as v from 'valibot';
import { id, ref } from './ref';

/** Text that a person may read: bounded, never empty. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- valibot infers the schema's type
export const words = (longest: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(longest));

/** BCP 47: "en", "km", "zh-Hant". */
export const lang = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u));
/** EDTF level 0/1 subset: 2019, 2019-12, 2019-12-05, 2015/.., ~ ? %, XXXX. */
export const edtf = v.pipe(v.string(), v.maxLength(32), v.regex(/^[0-9X/.~?%:TZ+-]+$/u));
/** A number as it was written, never a float: "5363", "0.61". */
export const decimal = v.pipe(v.string(), v.maxLength(40), v.regex(/^-?\d+(\.\d+)?$/u));
/** A text in several languages. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- valibot infers the schema's type
export const i18n = (longest: number) => v.record(lang, words(longest));
/** A reference in a published file: own record, or `<datasetId>:<id>`; the shelf qualifies both. */
export const anyRef = v.union([ref, id]);
/** http(s) only; shown with its host, never loaded by itself. */
export const webAddress = v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\/[^\s]+$/u));

const review = v.object({
  status: v.picklist(['draft', 'reviewed', 'contested', 'imported']),
  by: v.pipe(v.number(), v.integer(), v.minValue(0)),
  at: edtf,
  via: v.optional(words(200)),
});

export type Lang = string;
export type Edtf = string;
export type I18n = Readonly<Record<Lang, string>>;
export type Review = v.InferOutput<typeof review>;

/** What every record begins with. */
export const base = {
  id,
  rev: v.pipe(v.number(), v.integer(), v.minValue(1)),
  review,
};
