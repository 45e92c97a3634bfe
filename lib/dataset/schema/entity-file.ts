import * as v from 'valibot';
import { lang } from '@/lib/record/base';
import { date, key, keyRef, lines, review, withdrawn } from './parts';

const name = v.strictObject({
  text: v.pipe(v.string(), v.minLength(2), v.maxLength(200)),
  lang,
  /** Left out: `main` for the first name of a language, else `alias`. */
  kind: v.optional(
    v.picklist(['main', 'alias', 'transliteration', 'abbreviation', 'former', 'title', 'weak']),
  ),
  from: v.optional(date),
  to: v.optional(date),
  /** Left out: `alone`, for weak names `never`. */
  match: v.optional(v.picklist(['alone', 'with-context', 'never'])),
});

const tenure = v.strictObject({
  role: lines(200),
  org: v.optional(keyRef),
  office: v.optional(keyRef),
  from: v.optional(date),
  to: v.optional(date),
  /** Sources of this dataset that show the person in this role. */
  seenIn: v.optional(v.pipe(v.array(keyRef), v.maxLength(20))),
});

/** `entities/**.yaml`: one person, organisation, office, place, law, event, publisher or topic. */
export const entityFile = v.strictObject({
  key,
  formerKeys: v.optional(v.array(key)),
  type: v.picklist([
    'person',
    'organisation',
    'group',
    'office',
    'place',
    'law',
    'event',
    'publisher',
    'topic',
    'group',
  ]),
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u, 'two capitals, ISO 3166-1'))),
  names: v.pipe(v.array(name), v.minLength(1), v.maxLength(60)),
  ids: v.optional(
    v.strictObject({
      wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q[1-9]\d{0,11}$/u))),
      everypolitician: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/u))),
      viaf: v.optional(v.pipe(v.string(), v.regex(/^\d{1,22}$/u))),
      isni: v.optional(v.pipe(v.string(), v.regex(/^\d{15}[\dX]$/u))),
      ror: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-z]{9}$/u))),
    }),
  ),
  tenures: v.optional(v.pipe(v.array(tenure), v.maxLength(60))),
  summary: v.optional(lines(200)),
  review,
  withdrawn: v.optional(withdrawn),
});
export type EntityFile = v.InferOutput<typeof entityFile>;
