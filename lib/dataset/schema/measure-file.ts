import * as v from 'valibot';
import { lang } from '@/lib/record/base';
import { key, keyRef, line, lines, review, withdrawn } from './parts';

/** `measures/**.yaml`: one thing that is counted, with its definition. */
export const measureFile = v.strictObject({
  key,
  formerKeys: v.optional(v.array(key)),
  name: lines(200),
  unit: line(60),
  place: v.optional(keyRef),
  /** Left out: `stock`. */
  kind: v.optional(v.picklist(['stock', 'flow', 'rate', 'index'])),
  definition: lines(1000),
  cues: v.optional(v.record(lang, v.pipe(v.array(line(100)), v.maxLength(20)))),
  notComparableWith: v.optional(v.array(v.strictObject({ measure: keyRef, why: lines(500) }))),
  ids: v.optional(
    v.strictObject({
      worldbank: v.optional(v.pipe(v.string(), v.regex(/^[A-Z0-9.]{3,40}$/u))),
      datacommons: v.optional(line(100)),
      wikidata: v.optional(v.pipe(v.string(), v.regex(/^[QP][1-9]\d{0,11}$/u))),
    }),
  ),
  review,
  withdrawn: v.optional(withdrawn),
});
export type MeasureFile = v.InferOutput<typeof measureFile>;
