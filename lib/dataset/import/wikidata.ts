import type { EntityFile } from '@/lib/dataset/schema/entity-file';
import type { Harvest } from './harvest';
import { field, list, text } from '@/lib/record/loose';
import type { FoundEntity } from './merge-entity';
import { type FoundName, goodNames } from './names';
import type { Piece, Told } from './piece';
import { timeOf } from './wikidata-time';

/** Names of offices that the files themselves do not hold: Wikidata id to English label. */
export type Labels = Readonly<Record<string, string>>;

type Kind = EntityFile['type'];

const KINDS: Readonly<Record<string, Kind>> = {
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

/** What `--kind` may say of items whose kind Wikidata's classes do not tell here. */
const TOLD_KINDS: readonly Kind[] = ['person', 'organisation', 'office', 'place', 'law', 'event'];

/** How keys of a kind begin. */
const PREFIXES: Readonly<Partial<Record<Kind, string>>> = { organisation: 'org' };

/**
 * Wikidata items as JSON: the answer of `wbgetentities`, one item, a list, or a dump's lines, in any
 * number of files. Deprecated statements are skipped and preferred ones come first; a date is as precise
 * as Wikidata has it; an office without a name is held, for a reader has no use for a number.
 * @returns how many items there were, taken or held
 */
export function importWikidata(
  pieces: readonly Piece[],
  harvest: Harvest,
  { labels, ...told }: Told & { readonly labels: Labels },
): number {
  const items = pieces.flatMap(({ place, value }) => itemsIn(value, place));
  const own = new Map(items.map(({ item }) => [idOf(item), field(item, 'labels', 'en')]));
  const labelOf = (id: string): string | undefined =>
    text(field(own.get(id), 'value')) ?? (Object.hasOwn(labels, id) ? labels[id] : undefined);
  for (const placed of items) takeItem(placed, { labelOf, told }, harvest);
  return items.length;
}

type Placed = { readonly item: unknown; readonly place: string };
type Around = { readonly labelOf: (id: string) => string | undefined; readonly told: Told };

function itemsIn(value: unknown, place: string): Placed[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => itemsIn(item, `${place}: [${at}]`));
  }
  const entities = field(value, 'entities');
  if (typeof entities === 'object' && entities !== null) {
    return Object.keys(entities).map((id) => ({
      item: field(entities, id),
      place: `${place}: entities.${id}`,
    }));
  }
  const isItem = field(value, 'labels') ?? field(value, 'claims') ?? field(value, 'missing');
  return isItem === undefined ? [] : [{ item: value, place }];
}

/** A redirect answers under the id it leads to. */
function idOf(item: unknown): string {
  return text(field(item, 'redirects', 'to')) ?? text(field(item, 'id')) ?? '';
}

function takeItem({ item, place }: Placed, { labelOf, told }: Around, harvest: Harvest): void {
  harvest.from(place);
  const id = idOf(item);
  const kind = kindOf(item) ?? TOLD_KINDS.find((known) => known === told.kind);
  const problem = problemOf(item, kind, harvest.run.at);
  const names = problem === undefined ? goodNames(id, namesOf(item), harvest) : [];
  if (kind === undefined || names.length === 0) {
    harvest.hold(id || 'an item', problem ?? 'no name that can be taken');
    return;
  }
  harvest.entity({
    key: `${PREFIXES[kind] ?? kind}/wikidata/${id.toLowerCase()}`,
    type: kind,
    names,
    tenures: kind === 'person' ? tenuresOf(item, labelOf, harvest) : undefined,
    ids: { wikidata: id },
  });
}

function problemOf(item: unknown, kind: Kind | undefined, at: string): string | undefined {
  const isItem = /^Q[1-9]\d{0,11}$/u.test(idOf(item)) && field(item, 'missing') === undefined;
  if (!isItem) return 'no item';
  if (kind === undefined) return `its class is none that this importer knows; ${KIND_IS_TOLD}`;
  return kind === 'person' && isMinor(item, at) ? 'under 18' : undefined;
}

const KIND_IS_TOLD = `say --kind ${TOLD_KINDS.join(' or ')} where all such items are one`;

function kindOf(item: unknown): Kind | undefined {
  return claimsOf(item, 'P31').flatMap(
    (claim) => KINDS[itemOf(field(claim, 'mainsnak')) ?? ''] ?? [],
  )[0];
}

function namesOf(item: unknown): FoundName[] {
  const labels = objectValues(field(item, 'labels')).map((label) => named(label, 'main'));
  const aliases = objectValues(field(item, 'aliases')).flatMap((group) =>
    list(group).map((alias) => named(alias, 'alias')),
  );
  const names = [...labels, ...aliases].filter((name) => name !== undefined);
  return names.toSorted((a, b) => (a.lang === b.lang ? 0 : a.lang < b.lang ? -1 : 1));
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

type Tenure = NonNullable<FoundEntity['tenures']>[number];

function tenuresOf(
  item: unknown,
  labelOf: Around['labelOf'],
  harvest: Harvest,
): Tenure[] | undefined {
  const id = idOf(item);
  const claims = claimsOf(item, 'P39');
  if (claims.length === 0) harvest.hold(id, 'no position held (P39) is recorded');
  const tenures = claims
    .flatMap((claim): Tenure[] => {
      const office = itemOf(field(claim, 'mainsnak'));
      const label = office === undefined ? undefined : labelOf(office);
      if (label !== undefined) return [tenureOf(claim, label)];
      harvest.hold(id, office === undefined ? 'a position without a value' : namelessly(office));
      return [];
    })
    .slice(0, 60);
  return tenures.length > 0 ? tenures : undefined;
}

function namelessly(office: string): string {
  return `the office ${office} has no name here; import its item too, or add --labels '{"${office}":"…"}'`;
}

function tenureOf(claim: unknown, label: string): Tenure {
  const [from, to] = ['P580', 'P582'].map((name) =>
    timeOf(list(field(claim, 'qualifiers', name))[0]),
  );
  return {
    role: { en: label.slice(0, 200).trim() },
    from: from === 'none' ? undefined : from,
    to: to === 'none' ? '..' : to,
  };
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

function isMinor(item: unknown, at: string): boolean {
  const [birth] = claimsOf(item, 'P569');
  const born = timeOf(field(birth, 'mainsnak'));
  const year = Number(/^\d{4}/u.exec(at)?.[0] ?? Number.NaN);
  return born !== undefined && year - Number(born.slice(0, 4)) < 18;
}

function objectValues(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
