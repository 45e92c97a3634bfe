import * as v from 'valibot';
import { LIMITS } from '@/lib/dataset/limits';
import { lang } from '@/lib/record/base';
import { address, line, lines } from './parts';

/** Name of a dataset everywhere: in addresses, references and on cards. */
export const datasetId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9.-]{0,62}$/u, 'small letters, digits, hyphens and dots, at most 63'),
);
const packName = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,62}$/u));

const pack = v.strictObject({
  pack: packName,
  title: lines(200),
  langs: v.optional(v.array(lang)),
  countries: v.optional(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u)))),
  /** Records whose key begins with one of these; a pack without takes what no other pack took. */
  keys: v.optional(v.array(line(120))),
});

/** `dataset.yaml`: what the dataset is, and how it is cut into packs. */
export const datasetFile = v.strictObject({
  id: datasetId,
  title: lines(200),
  description: v.optional(lines(1000)),
  publisher: v.optional(line(200)),
  homepage: v.optional(address),
  languages: v.pipe(v.array(lang), v.minLength(1)),
  /** Of the editors' own work: structure, links, figures. Quotes stay quotations. */
  licence: v.picklist(['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0']),
  /** Grows by one with every publication. */
  edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Date of the edition, so that building it twice gives the same bytes. */
  built: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u, 'a day in quotation marks')),
  mirrors: v.optional(v.array(address)),
  packs: v.pipe(
    v.array(pack),
    v.minLength(1),
    v.maxLength(LIMITS.packs),
    v.check(
      (packs) => new Set(packs.map(({ pack: name }) => name)).size === packs.length,
      'no two packs of one name',
    ),
  ),
});
export type DatasetFile = v.InferOutput<typeof datasetFile>;
