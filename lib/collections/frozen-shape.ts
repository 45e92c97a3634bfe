import * as v from 'valibot';
import type { Annotation } from '@/lib/annotate/annotation';
import type { Context } from '@/lib/context/context';
import { edtf, lang } from '@/lib/record/base';
import { rel } from '@/lib/record/record';
import { ref } from '@/lib/record/ref';

/** The shapes of what is frozen with an item, for files that come from outside. */

const text = v.pipe(v.string(), v.maxLength(20_000));
const count = v.pipe(v.number(), v.finite());
const span = v.object({ start: count, end: count });
const i18n = v.record(lang, text);
const list = <Entry extends v.GenericSchema>(entry: Entry): v.ArraySchema<Entry, undefined> =>
  v.array(entry);
const maybe = <Of extends v.GenericSchema>(of: Of): v.ExactOptionalSchema<Of, undefined> =>
  v.exactOptional(of);

const change = v.picklist(['=', '~', '<', '>', 'up', 'down']);
const value = v.union([count, v.tuple([count, count])]);
const speaker = v.object({
  name: text,
  of: v.picklist(['person', 'organisation', 'group']),
  entities: list(ref),
  role: maybe(text),
});

export const annotation: v.GenericSchema<unknown, Annotation> = v.variant('kind', [
  v.object({
    kind: v.literal('mention'),
    of: v.picklist(['person', 'organisation']),
    span,
    name: text,
    entities: list(ref),
    role: maybe(text),
    organisation: maybe(text),
  }),
  v.object({
    kind: v.literal('figure'),
    span,
    value,
    unit: text,
    change,
    of: list(text),
    period: maybe(text),
    speaker: maybe(speaker),
    statistic: v.boolean(),
  }),
  v.object({
    kind: v.literal('quote'),
    type: v.picklist(['direct', 'mixed', 'indirect']),
    segments: list(span),
    source: list(span),
    cue: list(span),
    speaker: maybe(speaker),
    nested: maybe(v.boolean()),
    inTitle: maybe(v.boolean()),
  }),
]);

const dataset = v.object({ id: text, title: text, edition: count });
const archive = v.object({
  service: v.picklist(['wayback', 'archive-today', 'perma', 'none']),
  stamp: maybe(text),
  url: maybe(text),
  note: maybe(text),
});
const source = v.object({
  ref,
  title: text,
  url: text,
  publisher: text,
  published: edtf,
  dateNote: maybe(text),
  archives: list(archive),
});
const why = v.object({
  strength: v.picklist(['same-words', 'same-statement', 'same-subject', 'link', 'name', 'measure']),
  matched: list(text),
  dataset,
  relation: maybe(rel),
  linkStrength: maybe(v.picklist(['explicit', 'direct', 'partial', 'apparent'])),
  drawnBy: maybe(v.picklist(['speaker', 'publisher', 'editor'])),
  note: maybe(text),
});
const office = v.object({
  role: i18n,
  organisation: maybe(text),
  from: maybe(edtf),
  to: maybe(edtf),
  certain: v.boolean(),
});
const entity = v.object({
  ref,
  kind: v.picklist(['person', 'organisation', 'other']),
  name: text,
  otherNames: list(v.object({ text, lang })),
  summary: maybe(i18n),
  offices: list(office),
  country: maybe(text),
  links: list(v.object({ label: text, url: text })),
  dataset,
});
const statementEntries = {
  ref,
  speaker: v.object({ ref, name: text }),
  capacity: maybe(text),
  kind: v.picklist(['quote', 'paraphrase', 'claim', 'denial', 'promise', 'finding']),
  text,
  lang,
  translatedFrom: maybe(lang),
  gist: maybe(i18n),
  said: maybe(edtf),
  saidNote: maybe(text),
  occasion: maybe(text),
  source,
  alsoIn: list(source),
  contested: v.boolean(),
  verdicts: list(v.object({ reviewer: text, label: text, url: text, published: edtf })),
  why,
};
const statement = v.object(statementEntries);
const earlier = v.object({
  ...statementEntries,
  standing: maybe(
    v.picklist(['repeats', 'revises', 'contradictsOwnEarlier', 'corrects', 'retracts']),
  ),
});
const observation = v.object({
  ref,
  value: text,
  low: maybe(text),
  high: maybe(text),
  quality: v.picklist(['exact', 'rounded', 'about', 'at-least', 'at-most', 'range']),
  period: edtf,
  attributedTo: maybe(text),
  note: maybe(text),
  source,
});
const measure = v.object({
  ref,
  name: i18n,
  unit: text,
  definition: i18n,
  observations: list(observation),
  why,
});
const figure = v.object({
  kind: v.literal('figure'),
  onPage: v.object({ value, change }),
  measure: maybe(measure),
  different: list(v.object({ measure, reason: i18n })),
  claims: list(statement),
});
const read = v.object({
  id: text,
  speaker: text,
  words: text,
  url: text,
  title: text,
  publisher: maybe(text),
  seenAt: count,
  published: maybe(text),
});
const relation = v.picklist([
  'disputedBy',
  'deniedBy',
  'supportedBy',
  'inAnswerTo',
  'corrected',
  'contextTo',
  'oppositeOnSubject',
]);

export const context: v.GenericSchema<unknown, Context> = v.variant('kind', [
  v.object({
    kind: v.literal('mention'),
    candidates: list(entity),
    by: list(statement),
    about: list(statement),
    subjects: list(v.object({ label: i18n, lines: list(statement) })),
  }),
  v.object({
    kind: v.literal('quote'),
    speaker: maybe(entity),
    matched: maybe(statement),
    groups: list(v.object({ relation, lines: list(statement) })),
    earlier: list(earlier),
    later: list(earlier),
    alsoOnSubject: list(statement),
    figures: list(figure),
    read: list(read),
  }),
  figure,
]);
