import * as v from 'valibot';
import { decimal } from '@/lib/record/base';
import { address, date, key, keyRef, line, localKey, review, withdrawn } from './parts';

const verdict = v.strictObject({
  of: keyRef,
  url: address,
  published: date,
  /** The reviewer's own word, verbatim. */
  label: line(300),
  scale: v.optional(v.strictObject({ value: decimal, worst: decimal, best: decimal })),
  review: v.optional(review),
  withdrawn: v.optional(withdrawn),
});
export type AuthoredVerdict = v.InferOutput<typeof verdict>;

/** `verdicts/**.yaml`: the fact checks of one reviewing organisation in one year. */
export const verdictsFile = v.strictObject({
  key,
  reviewer: keyRef,
  review,
  verdicts: v.record(localKey, verdict),
});
export type VerdictsFile = v.InferOutput<typeof verdictsFile>;
