import * as v from 'valibot';

/**
 * Published id of a record: one letter for its type and 16 Crockford base32 characters, the first
 * 80 bits of SHA-256(datasetId + "\n" + key).
 */
export const id = v.pipe(v.string(), v.regex(/^[a-z][0-9a-hjkmnp-tv-z]{16}$/u), v.brand('Id'));
export type Id = v.InferOutput<typeof id>;

const REF = /^[a-z0-9][a-z0-9.-]{0,62}:[a-z][0-9a-hjkmnp-tv-z]{16}$/u;

/** A record of a named dataset: `<datasetId>:<id>`. On the shelf every reference is in this form. */
export const ref = v.pipe(v.string(), v.regex(REF), v.brand('Ref'));
export type Ref = v.InferOutput<typeof ref>;

/** Whether a text is a qualified reference; leaves nothing behind, where thousands are looked at. */
export function isRef(text: string): text is Ref {
  return REF.test(text);
}

/** A qualified reference from text; undefined where the text is none. */
export function parseRef(text: string): Ref | undefined {
  return isRef(text) ? text : undefined;
}

/** The dataset that a reference points into. */
export function datasetOf(of: Ref): string {
  return of.slice(0, of.indexOf(':'));
}
