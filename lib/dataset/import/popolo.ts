import type { Harvest } from './harvest';
import { day, field, list, slug, text } from '@/lib/record/loose';
import type { FoundEntity } from './merge-entity';
import { type FoundName, goodNames } from './names';
import type { Piece, Told } from './piece';
import { type Listed, Listing, popoloIn } from './popolo-listing';
import { toldSource } from './told-source';

/**
 * Popolo, as EveryPolitician and many parliaments publish it: persons and organisations with their
 * names, memberships as tenures with the dates of the membership or else of its legislative period.
 * Parts may come in several files. Two entries are one person only where they share a Wikidata id,
 * or an id within one file, never by name. Contact data stays out.
 * @returns how many persons and organisations there were, taken or held
 */
export function importPopolo(pieces: readonly Piece[], harvest: Harvest, told: Told): number {
  const { persons, organizations, memberships, events } = popoloIn(pieces);
  const organisations = new Listing(organizations, 'id', (listed) => takeBody(listed, harvest));
  const periods = new Listing(events, 'id', ({ value }) => periodOf(value));
  const source = toldSource('popolo', told, harvest);
  const seats = new Listing(memberships, 'person_id', (listed) =>
    tenureOf(listed, { organisations, periods, source }),
  );
  const withPersons = new Set(persons.map(({ piece }) => piece));
  const shared = new Set([...pieces.keys()].filter((piece) => !withPersons.has(piece)));
  for (const person of persons) takePerson(person, { seats, shared }, harvest);
  return persons.length + organizations.length;
}

type Period = { readonly from: string | undefined; readonly to: string | undefined };
type Tenure = NonNullable<FoundEntity['tenures']>[number];

function takeBody({ value, place }: Listed, harvest: Harvest): string | undefined {
  harvest.from(place);
  const own = text(field(value, 'id'));
  const names = goodNames(own ?? 'an organisation', namesOf(value), harvest);
  const wikidata = wikidataOf(value);
  if (own === undefined || names.length === 0) {
    harvest.hold(own ?? 'an organisation', 'no id or no name');
    return undefined;
  }
  return harvest.entity({
    key: wikidata ? `org/wikidata/${wikidata.toLowerCase()}` : `org/popolo/${slug(own)}`,
    type: 'organisation',
    names,
    ids: wikidata === undefined ? undefined : { wikidata },
  });
}

function periodOf(event: unknown): Period {
  return { from: day(field(event, 'start_date')), to: day(field(event, 'end_date')) };
}

type Seats = { readonly seats: Listing<Tenure>; readonly shared: ReadonlySet<number> };

function takePerson(listed: Listed, around: Seats, harvest: Harvest): void {
  const { value, place } = listed;
  harvest.from(place);
  const own = text(field(value, 'id'));
  const what = own ?? text(field(value, 'name')) ?? 'a person';
  const names = goodNames(what, namesOf(value), harvest);
  const [main] = names;
  if (!main) harvest.hold(what, 'no name that can be taken');
  else if (isMinor(value, harvest.run.at)) harvest.hold(what, 'under 18');
  else {
    const ids = idsOf(value, own);
    const tenures = tenuresOf(listed, own, around);
    harvest.entity({
      key: ids?.wikidata
        ? `person/wikidata/${ids.wikidata.toLowerCase()}`
        : `person/popolo/${slug(own ?? main.text)}`,
      type: 'person',
      names,
      tenures: tenures.length > 0 ? tenures : undefined,
      ids,
    });
  }
}

function idsOf(value: unknown, own: string | undefined): FoundEntity['ids'] {
  const wikidata = wikidataOf(value);
  const isUuid = own !== undefined && /^[0-9a-f]{8}-[0-9a-f-]{27}$/u.test(own);
  if (wikidata === undefined && !isUuid) return undefined;
  return { wikidata, everypolitician: isUuid ? own : undefined };
}

/** Memberships that name the person, and those that stand inside the person's entry. */
function tenuresOf(
  { value, place, piece }: Listed,
  own: string | undefined,
  { seats, shared }: Seats,
): Tenure[] {
  const inside = list(field(value, 'memberships')).map((membership) =>
    seats.made({ value: membership, place, piece }),
  );
  return onlyOnce([...seats.allOf(own, piece, shared), ...inside]);
}

function onlyOnce(tenures: readonly Tenure[]): Tenure[] {
  return [...new Map(tenures.map((tenure) => [JSON.stringify(tenure), tenure])).values()].slice(
    0,
    60,
  );
}

type Around = {
  readonly organisations: Listing<string | undefined>;
  readonly periods: Listing<Period>;
  readonly source: string | undefined;
};

/** A membership: its organisation is the chamber; the party on whose behalf it is held is another. */
function tenureOf(listed: Listed, { organisations, periods, source }: Around): Tenure {
  const { value, piece } = listed;
  const role = text(field(value, 'role')) ?? text(field(value, 'label')) ?? 'member';
  const period = periods.oneOf(text(field(value, 'legislative_period_id')), piece);
  return {
    role: { en: role.slice(0, 200).trim() },
    org: organisations.oneOf(text(field(value, 'organization_id')), piece),
    from: day(field(value, 'start_date')) ?? period?.from,
    to: day(field(value, 'end_date')) ?? period?.to,
    seenIn: source === undefined ? undefined : [source],
  };
}

function namesOf(entry: unknown): FoundName[] {
  const names: FoundName[] = [];
  const name = text(field(entry, 'name'));
  if (name !== undefined) names.push({ text: name, lang: langOf(undefined, name), kind: 'main' });
  for (const other of list(field(entry, 'other_names'))) {
    const written = text(field(other, 'name'));
    if (written === undefined || written === name) continue;
    const isFormer = text(field(other, 'end_date')) !== undefined;
    names.push({
      text: written,
      lang: langOf(text(field(other, 'lang')), written),
      kind: isFormer ? 'former' : 'alias',
    });
  }
  return names;
}

const SCRIPTS: readonly (readonly [lang: string, pattern: RegExp])[] = [
  ['km', /\p{Script=Khmer}/u],
  ['th', /\p{Script=Thai}/u],
  ['lo', /\p{Script=Lao}/u],
  ['my', /\p{Script=Myanmar}/u],
  ['ka', /\p{Script=Georgian}/u],
  ['hy', /\p{Script=Armenian}/u],
];

/** The language that is told; else the one whose script no other uses; else undetermined. */
function langOf(told: string | undefined, written: string): string {
  const tag = told?.toLowerCase().replaceAll('_', '-');
  if (tag !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/u.test(tag)) return tag;
  return SCRIPTS.find(([, pattern]) => pattern.test(written))?.[0] ?? 'und';
}

function wikidataOf(entry: unknown): string | undefined {
  for (const identifier of list(field(entry, 'identifiers'))) {
    const value = text(field(identifier, 'identifier'));
    const isWikidata = text(field(identifier, 'scheme'))?.toLowerCase() === 'wikidata';
    if (isWikidata && value !== undefined && /^Q[1-9]\d{0,11}$/u.test(value)) return value;
  }
  return undefined;
}

function isMinor(entry: unknown, at: string): boolean {
  const born = day(field(entry, 'birth_date'));
  const year = Number(/^\d{4}/u.exec(at)?.[0] ?? Number.NaN);
  return born !== undefined && year - Number(born.slice(0, 4)) < 18;
}
