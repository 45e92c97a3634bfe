import * as v from 'valibot';
import type { PartForm } from './form-fields';

const fields = v.record(v.string(), v.pipe(v.string(), v.maxLength(20_000)));
/** What a person filled in: fields of the record, and of each of its parts. */
export const answers = v.object({
  fields,
  parts: v.record(v.string(), v.pipe(v.array(fields), v.maxLength(200))),
});
export type Answers = v.InferOutput<typeof answers>;
type Fields = Answers['fields'];

/** Values of an authored file, without those that were left empty. */
type Values = Readonly<Record<string, unknown>>;

/** The values of `sources/**.yaml`. */
export function sourceValue({ fields: given, parts }: Answers): Values {
  const { key, archive = '', status, by, at, ...facts } = filled(given);
  return {
    key,
    ...facts,
    archives: [archive === '' ? { service: 'none' } : { service: 'wayback', url: archive }],
    review: reviewOf({ status, by, at }),
    ...byLocal(parts, 'statements', statementValue),
    ...byLocal(parts, 'figures', (figure) => figure),
  };
}

/** The values of `entities/**.yaml`. */
export function entityValue({ fields: given, parts }: Answers): Values {
  const { type, key, country, summary, wikidata, status, by, at } = filled(given);
  const tenures = partsOf(parts, 'tenures').map(({ role, seenIn, ...facts }) => ({
    role: english(role),
    ...facts,
    seenIn: seenIn === undefined ? undefined : several(seenIn),
  }));
  return {
    key,
    type,
    country,
    names: partsOf(parts, 'names'),
    ids: wikidata === undefined ? undefined : { wikidata },
    tenures: tenures.length > 0 ? tenures : undefined,
    summary: english(summary),
    review: reviewOf({ status, by, at }),
  };
}

/** The values of `measures/**.yaml`. */
export function measureValue({ fields: given }: Answers): Values {
  const { key, name, unit, place, kind, definition, cues, status, by, at } = filled(given);
  return {
    key,
    name: english(name),
    unit,
    place,
    kind,
    definition: english(definition),
    cues: cues === undefined ? undefined : { en: cues.split(/\s*,\s*/u).filter(Boolean) },
    review: reviewOf({ status, by, at }),
  };
}

/** Short names that stand twice among parts of one kind: the second would take the place of the first. */
export function doubledLocals({ parts }: Answers): readonly string[] {
  return (['statements', 'figures'] as const).flatMap((name) => {
    const locals = partsOf(parts, name).map(({ local = '' }) => local);
    return locals.filter((local, at) => locals.indexOf(local) !== at);
  });
}

function statementValue({ rel, to, strength, drawnBy, note, about, ...facts }: Fields): Values {
  const links = rel === undefined ? undefined : [{ rel, to, strength, by: drawnBy, note }];
  return { ...facts, about: about === undefined ? undefined : several(about), links };
}

/** Parts by their short names; nothing where there are none. */
function byLocal(
  parts: Answers['parts'],
  name: PartForm['name'],
  valueOf: (fields: Fields) => Values,
): Values {
  const values = partsOf(parts, name).map(
    ({ local = '', ...facts }) => [local, valueOf(facts)] as const,
  );
  return values.length > 0 ? { [name]: Object.fromEntries(values) } : {};
}

function partsOf(parts: Answers['parts'], name: PartForm['name']): Fields[] {
  return (parts[name] ?? []).map(filled).filter((part) => Object.keys(part).length > 0);
}

/** What is not empty, with white space joined. */
function filled(of: Fields): Fields {
  const texts = Object.entries(of).map(
    ([name, text]) => [name, text.replaceAll(/\s+/gu, ' ').trim()] as const,
  );
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

function reviewOf({
  status = 'draft',
  by,
  at,
}: Readonly<Record<string, string | undefined>>): Values {
  return { status, by: by === undefined ? undefined : several(by), at };
}

function several(words: string): string[] {
  return words.split(/[\s,]+/u).filter((word) => word !== '');
}

function english(text: string | undefined): Values | undefined {
  return text === undefined ? undefined : { en: text };
}
