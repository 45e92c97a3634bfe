import { type FoundName, Harvest, type Imported, type ImportRun } from './harvest';
import { field, list, text } from '@/lib/record/loose';

/** Wikidata items as JSON: labels and aliases as names, positions held (P39) as tenures. */
export type WikidataOptions = {
  /** Names of offices that the file itself does not hold: Wikidata id to English label. */
  readonly labels: Readonly<Record<string, string>>;
};

const KINDS: Readonly<Record<string, string>> = {
  Q5: 'person',
  Q43229: 'organisation',
  Q163740: 'organisation',
  Q484652: 'organisation',
  Q327333: 'organisation',
  Q7278: 'organisation',
  Q192350: 'organisation',
  Q4294955: 'office',
  Q4164871: 'office',
  Q6256: 'place',
  Q3624078: 'place',
  Q515: 'place',
};

/** The languages of readers first, so that they are not cut off where a person has names in a hundred. */
const FIRST_LANGS = ['en', 'km', 'fr'];

/**
 * Imports the answer of `wbgetentities`, one item, a list, or a dump's lines. Deprecated statements
 * are skipped and preferred ones come first; a date is as precise as Wikidata has it; an office without
 * a name is held, for a reader has no use for a number.
 */
export function importWikidata(
  value: unknown,
  run: ImportRun,
  { labels }: WikidataOptions = { labels: {} },
): Imported {
  const harvest = new Harvest(run);
  const items = itemsIn(value);
  const labelOf = (id: string): string | undefined => {
    const own = items.find((item) => text(field(item, 'id')) === id);
    return text(field(own, 'labels', 'en', 'value')) ?? labels[id];
  };
  for (const item of items) takeItem(item, labelOf, harvest);
  return harvest.finish();
}

function itemsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(itemsIn);
  const entities = field(value, 'entities');
  if (typeof entities === 'object' && entities !== null) return Object.values(entities);
  return text(field(value, 'id')) === undefined ? [] : [value];
}

function takeItem(
  item: unknown,
  labelOf: (id: string) => string | undefined,
  harvest: Harvest,
): void {
  // A redirect answers under the id it leads to.
  const id = text(field(item, 'redirects', 'to')) ?? text(field(item, 'id')) ?? '';
  if (!/^Q[1-9]\d{0,11}$/u.test(id) || field(item, 'missing') !== undefined) {
    harvest.hold(id || 'an item', 'no item');
    return;
  }
  const kind = claimsOf(item, 'P31').flatMap(
    (claim) => KINDS[itemOf(field(claim, 'mainsnak')) ?? ''] ?? [],
  )[0];
  if (kind === undefined) {
    harvest.hold(id, 'neither a person, nor a body, office or place that this importer knows');
    return;
  }
  const names = harvest.goodNames(id, namesOf(item));
  if (names.length === 0) {
    harvest.hold(id, 'no name that can be taken');
    return;
  }
  const tenures = kind === 'person' ? tenuresOf(item, { id, labelOf }, harvest) : [];
  harvest.add('entity', `${kind}/wikidata/${id.toLowerCase()}`, {
    kind,
    names,
    tenures: tenures.length > 0 ? tenures : undefined,
    ids: { wikidata: id },
  });
}

function namesOf(item: unknown): FoundName[] {
  const labels = objectValues(field(item, 'labels')).map((label) => named(label, 'main'));
  const aliases = objectValues(field(item, 'aliases')).flatMap((group) =>
    list(group).map((alias) => named(alias, 'alias')),
  );
  const names = [...labels, ...aliases].filter((name) => name !== undefined);
  return names.toSorted((a, b) => compare(rank(a), rank(b)) || compare(a.lang, b.lang));
}

/** Readers' languages before the others, labels before aliases. */
function rank({ lang, kind }: FoundName): string {
  const first = FIRST_LANGS.indexOf(lang);
  return `${first < 0 ? 9 : first}${kind === 'main' ? 0 : 1}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function named(found: unknown, kind: 'main' | 'alias'): FoundName | undefined {
  const [written, lang] = [
    text(field(found, 'value')),
    text(field(found, 'language'))?.toLowerCase(),
  ];
  if (written === undefined || lang === undefined || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/u.test(lang))
    return undefined;
  return { text: written, lang, kind };
}

type Person = { readonly id: string; readonly labelOf: (id: string) => string | undefined };

function tenuresOf(item: unknown, { id, labelOf }: Person, harvest: Harvest): unknown[] {
  const claims = claimsOf(item, 'P39');
  if (claims.length === 0) harvest.hold(id, 'no position held (P39) is recorded');
  return claims
    .flatMap((claim) => {
      const office = itemOf(field(claim, 'mainsnak'));
      const label = office === undefined ? undefined : labelOf(office);
      if (label === undefined) {
        harvest.hold(
          id,
          office === undefined
            ? 'a position without a value'
            : `the office ${office} has no name here`,
        );
        return [];
      }
      const [from, to] = ['P580', 'P582'].map((name) =>
        timeOf(list(field(claim, 'qualifiers', name))[0]),
      );
      return [{ role: { en: label.slice(0, 200) }, from, to: to === 'none' ? '..' : to }];
    })
    .slice(0, 60);
}

/** Statements that are not deprecated, preferred ones first, otherwise in the order of the file. */
function claimsOf(item: unknown, property: string): unknown[] {
  const claims = list(field(item, 'claims', property)).filter(
    (claim) => field(claim, 'rank') !== 'deprecated',
  );
  return [...claims.filter(isPreferred), ...claims.filter((claim) => !isPreferred(claim))];
}

function isPreferred(claim: unknown): boolean {
  return field(claim, 'rank') === 'preferred';
}

/** The item that a value names; `somevalue` and `novalue` name none. */
function itemOf(snak: unknown): string | undefined {
  if (field(snak, 'snaktype') !== 'value') return undefined;
  return text(field(snak, 'datavalue', 'value', 'id'));
}

/** A time as an EDTF date; `none` where Wikidata says that there is none. */
function timeOf(snak: unknown): string | undefined {
  if (field(snak, 'snaktype') === 'novalue') return 'none';
  const time = /^\+(\d{4})-(\d{2})-(\d{2})T/u.exec(
    text(field(snak, 'datavalue', 'value', 'time')) ?? '',
  );
  const precision = field(snak, 'datavalue', 'value', 'precision');
  if (!time || typeof precision !== 'number') return undefined;
  const [, year = '', month = '', date = ''] = time;
  return atPrecision(precision, [year, month, date]);
}

/** Wikidata's precisions: 11 a day, 10 a month, 9 a year, 8 a decade; coarser ones say too little. */
function atPrecision(
  precision: number,
  [year = '', month = '', date = '']: readonly string[],
): string | undefined {
  if (precision >= 11) return `${year}-${month}-${date}`;
  if (precision === 10) return `${year}-${month}`;
  if (precision === 9) return year;
  return precision === 8 ? `${year.slice(0, 3)}X` : undefined;
}

function objectValues(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
