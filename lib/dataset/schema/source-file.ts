import * as v from 'valibot';
import { decimal, lang } from '@/lib/record/base';
import { rel } from '@/lib/record/record';
import { address, date, key, keyRef, line, lines, localKey, review, withdrawn } from './parts';

const link = v.strictObject({
  rel,
  to: keyRef,
  strength: v.picklist(['explicit', 'direct', 'partial', 'apparent']),
  by: v.picklist(['speaker', 'publisher', 'editor']),
  note: v.optional(line(500)),
  sources: v.optional(v.array(keyRef)),
  review: v.optional(review),
});
export type AuthoredLink = v.InferOutput<typeof link>;

const links = v.optional(v.pipe(v.array(link), v.maxLength(50)));

const statement = v.strictObject({
  kind: v.picklist(['quote', 'paraphrase', 'claim', 'denial', 'promise', 'finding']),
  speaker: keyRef,
  capacity: v.optional(line(300)),
  onBehalfOf: v.optional(keyRef),
  via: v.optional(keyRef),
  text: line(2000),
  lang,
  translatedFrom: v.optional(lang),
  gist: v.optional(lines(300)),
  said: v.optional(date),
  saidNote: v.optional(line(500)),
  occasion: v.optional(line(300)),
  about: v.optional(v.pipe(v.array(keyRef), v.maxLength(12))),
  before: v.optional(line(64)),
  after: v.optional(line(64)),
  figures: v.optional(v.pipe(v.array(keyRef), v.maxLength(12))),
  links,
  /** SHA-256 of the paragraph in which the words were found; written by `dataset validate --texts`. */
  found: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u))),
  review: v.optional(review),
  withdrawn: v.optional(withdrawn),
});
export type AuthoredStatement = v.InferOutput<typeof statement>;

const figure = v.strictObject({
  measure: keyRef,
  value: v.pipe(v.string('a number in quotation marks, like "5363"'), decimal),
  low: v.optional(decimal),
  high: v.optional(decimal),
  /** Left out: `exact`. */
  quality: v.optional(v.picklist(['exact', 'rounded', 'about', 'at-least', 'at-most', 'range'])),
  period: date,
  attributedTo: v.optional(keyRef),
  text: v.optional(line(2000)),
  note: v.optional(line(500)),
  links,
  review: v.optional(review),
  withdrawn: v.optional(withdrawn),
});
export type AuthoredFigure = v.InferOutput<typeof figure>;

const archive = v.strictObject({
  service: v.picklist(['wayback', 'archive-today', 'perma', 'none']),
  stamp: v.optional(v.pipe(v.string(), v.regex(/^\d{14}$/u, '14 digits, in quotation marks'))),
  url: v.optional(address),
  note: v.optional(line(300)),
});

/** `sources/**.yaml`: one published document with every statement and figure taken from it. */
export const sourceFile = v.strictObject({
  key,
  formerKeys: v.optional(v.array(key)),
  url: address,
  otherUrls: v.optional(v.pipe(v.array(address), v.maxLength(8))),
  publisher: keyRef,
  title: line(500),
  authors: v.optional(v.pipe(v.array(line(200)), v.maxLength(10))),
  lang,
  published: date,
  dateNote: v.optional(line(500)),
  accessed: v.optional(date),
  archives: v.optional(v.pipe(v.array(archive), v.maxLength(4))),
  licence: v.picklist(['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'quotation']),
  review,
  withdrawn: v.optional(withdrawn),
  statements: v.optional(v.record(localKey, statement)),
  figures: v.optional(v.record(localKey, figure)),
});
export type SourceFile = v.InferOutput<typeof sourceFile>;
