import * as v from 'valibot';
import { anyRef, base, decimal, edtf, i18n, lang, webAddress, words } from './base';

/** The records of the shared dataset (`DATASET.md`, section 1.2): who said what, where, how we know. */

const name = v.object({
  text: v.pipe(v.string(), v.minLength(2), v.maxLength(200)),
  lang,
  kind: v.picklist(['main', 'alias', 'transliteration', 'abbreviation', 'former', 'title', 'weak']),
  from: v.optional(edtf),
  to: v.optional(edtf),
  match: v.picklist(['alone', 'with-context', 'never']),
});

const tenure = v.object({
  role: i18n(200),
  org: v.optional(anyRef),
  office: v.optional(anyRef),
  from: v.optional(edtf),
  to: v.optional(edtf),
  source: v.optional(v.array(anyRef)),
});

export const entity = v.object({
  type: v.literal('entity'),
  ...base,
  kind: v.picklist([
    'person',
    'organisation',
    'office',
    'place',
    'law',
    'event',
    'publisher',
    'topic',
    // Several speakers at once that are no body ("civil society groups"): never marked on a page.
    'group',
  ]),
  names: v.pipe(v.array(name), v.minLength(1), v.maxLength(60)),
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u))),
  tenures: v.optional(v.array(tenure)),
  summary: v.optional(i18n(200)),
  ids: v.optional(v.record(v.string(), words(100))),
});

const archive = v.object({
  service: v.picklist(['wayback', 'archive-today', 'perma', 'none']),
  stamp: v.optional(words(40)),
  url: v.optional(webAddress),
  note: v.optional(words(300)),
});

export const source = v.object({
  type: v.literal('source'),
  ...base,
  url: webAddress,
  otherUrls: v.optional(v.array(webAddress)),
  publisher: anyRef,
  title: words(500),
  authors: v.optional(v.array(words(200))),
  lang,
  published: edtf,
  dateNote: v.optional(words(500)),
  accessed: v.optional(edtf),
  archives: v.array(archive),
  licence: v.picklist(['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'quotation']),
});

export const statement = v.object({
  type: v.literal('statement'),
  ...base,
  kind: v.picklist(['quote', 'paraphrase', 'claim', 'denial', 'promise', 'finding']),
  speaker: anyRef,
  capacity: v.optional(words(300)),
  onBehalfOf: v.optional(anyRef),
  via: v.optional(anyRef),
  text: words(2000),
  lang,
  translatedFrom: v.optional(lang),
  gist: v.optional(i18n(300)),
  said: v.optional(edtf),
  saidNote: v.optional(words(500)),
  occasion: v.optional(words(300)),
  about: v.array(anyRef),
  source: anyRef,
  before: v.optional(v.pipe(v.string(), v.maxLength(64))),
  after: v.optional(v.pipe(v.string(), v.maxLength(64))),
  figures: v.optional(v.array(anyRef)),
});

export const measure = v.object({
  type: v.literal('measure'),
  ...base,
  name: i18n(200),
  unit: words(60),
  place: v.optional(anyRef),
  kind: v.picklist(['stock', 'flow', 'rate', 'index']),
  definition: i18n(1000),
  cues: v.record(lang, v.array(words(100))),
  notComparableWith: v.optional(v.array(v.object({ measure: anyRef, why: i18n(500) }))),
  ids: v.optional(v.record(v.string(), words(100))),
});

export const figure = v.object({
  type: v.literal('figure'),
  ...base,
  measure: anyRef,
  value: decimal,
  low: v.optional(decimal),
  high: v.optional(decimal),
  quality: v.picklist(['exact', 'rounded', 'about', 'at-least', 'at-most', 'range']),
  period: edtf,
  attributedTo: v.optional(anyRef),
  text: v.optional(words(2000)),
  note: v.optional(words(500)),
  source: anyRef,
});

export const rel = v.picklist([
  'disputes',
  'denies',
  'supports',
  'repeats',
  'revises',
  'corrects',
  'retracts',
  'contradictsOwnEarlier',
  'respondsTo',
  'translationOf',
  'supersedesFigure',
  'notComparable',
  'context',
]);

export const link = v.object({
  type: v.literal('link'),
  ...base,
  from: anyRef,
  to: anyRef,
  rel,
  strength: v.picklist(['explicit', 'direct', 'partial', 'apparent']),
  by: v.picklist(['speaker', 'publisher', 'editor']),
  note: v.optional(words(500)),
  sources: v.optional(v.array(anyRef)),
});

export const verdict = v.object({
  type: v.literal('verdict'),
  ...base,
  of: anyRef,
  reviewer: anyRef,
  url: webAddress,
  published: edtf,
  label: words(300),
  scale: v.optional(v.object({ value: decimal, worst: decimal, best: decimal })),
});

export const withdrawal = v.object({
  type: v.literal('withdrawal'),
  ...base,
  of: anyRef,
  at: edtf,
  reason: v.picklist([
    'error',
    'retracted-by-source',
    'legal',
    'privacy',
    'duplicate',
    'superseded',
  ]),
  replacedBy: v.optional(anyRef),
  note: v.optional(words(500)),
  purge: v.boolean(),
});

/** Any record of a published file. */
export const record = v.variant('type', [
  entity,
  source,
  statement,
  measure,
  figure,
  link,
  verdict,
  withdrawal,
]);
export type RecordType = PublishedRecord['type'];
export type PublishedRecord = v.InferOutput<typeof record>;
export type Name = v.InferOutput<typeof name>;
export type Tenure = v.InferOutput<typeof tenure>;
export type Rel = v.InferOutput<typeof rel>;
export type Archive = v.InferOutput<typeof archive>;
