import { type FoundName, Harvest, type Imported, type ImportRun } from './harvest';
import { day, field, list, slug, text } from '@/lib/record/loose';

/**
 * Popolo, as EveryPolitician and many parliaments publish it: persons and organisations with their
 * names, memberships as tenures with the dates of the membership or else of its legislative period.
 * Two entries are one person only where they share a Wikidata id, never by name. Contact data stays out.
 */
export function importPopolo(value: unknown, run: ImportRun): Imported {
  const harvest = new Harvest(run);
  const organisations = takeOrganisations(value, harvest);
  const periods = periodsOf(value);
  for (const group of personsOf(value))
    takePerson(group, { value, organisations, periods }, harvest);
  return harvest.finish();
}

type Period = { readonly from: string | undefined; readonly to: string | undefined };
type Around = {
  readonly value: unknown;
  readonly organisations: ReadonlyMap<string, string>;
  readonly periods: ReadonlyMap<string, Period>;
};

function takeOrganisations(value: unknown, harvest: Harvest): Map<string, string> {
  const ids = new Map<string, string>();
  for (const organisation of list(field(value, 'organizations'))) {
    const own = text(field(organisation, 'id'));
    const names = harvest.goodNames(own ?? 'an organisation', namesOf(organisation));
    const wikidata = wikidataOf(organisation);
    if (own === undefined || names.length === 0) {
      harvest.hold(own ?? 'an organisation', 'no id or no name');
      continue;
    }
    const id = harvest.add(
      'entity',
      wikidata ? `org/wikidata/${wikidata.toLowerCase()}` : `org/popolo/${slug(own)}`,
      {
        kind: 'organisation',
        names,
        ids: wikidata === undefined ? undefined : { wikidata },
      },
    );
    if (id) ids.set(own, id);
  }
  return ids;
}

function periodsOf(value: unknown): Map<string, Period> {
  const periods = new Map<string, Period>();
  for (const event of list(field(value, 'events'))) {
    const id = text(field(event, 'id'));
    if (id !== undefined) {
      periods.set(id, { from: day(field(event, 'start_date')), to: day(field(event, 'end_date')) });
    }
  }
  return periods;
}

/** Entries that are the same person by Wikidata id, together; all others alone. */
function personsOf(value: unknown): unknown[][] {
  const groups = new Map<string, unknown[]>();
  const entries = Array.isArray(value) ? value : list(field(value, 'persons') ?? alone(value));
  for (const [at, person] of entries.entries()) {
    const key = wikidataOf(person) ?? text(field(person, 'id')) ?? `at ${at}`;
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return [...groups.values()];
}

/** A person's own document; an organisation's says what class of body it is or when it was founded. */
function alone(value: unknown): unknown {
  const isBody = field(value, 'classification') ?? field(value, 'founding_date');
  return field(value, 'name') !== undefined && isBody === undefined ? value : undefined;
}

function takePerson(entries: readonly unknown[], around: Around, harvest: Harvest): void {
  const own = entries.flatMap((entry) => text(field(entry, 'id')) ?? []);
  const what = own[0] ?? text(field(entries[0], 'name')) ?? 'a person';
  const names = harvest.goodNames(what, entries.flatMap(namesOf));
  const [main] = names;
  if (!main) {
    harvest.hold(what, 'no name that can be taken');
    return;
  }
  if (entries.some((entry) => isMinor(entry, harvest.run.at))) {
    harvest.hold(what, 'under 18');
    return;
  }
  const wikidata = entries.map(wikidataOf).find((id) => id !== undefined);
  const everypolitician = own.find((id) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/u.test(id));
  const key = wikidata
    ? `person/wikidata/${wikidata.toLowerCase()}`
    : `person/popolo/${slug(own[0] ?? main.text)}`;
  const tenures = tenuresOf(new Set(own), entries, around);
  harvest.add('entity', key, {
    kind: 'person',
    names,
    tenures: tenures.length > 0 ? tenures : undefined,
    ids: wikidata || everypolitician ? { wikidata, everypolitician } : undefined,
  });
}

function tenuresOf(
  own: ReadonlySet<string>,
  entries: readonly unknown[],
  { value, organisations, periods }: Around,
): unknown[] {
  const apart = list(field(value, 'memberships')).filter((membership) =>
    own.has(text(field(membership, 'person_id')) ?? ''),
  );
  const nested = entries.flatMap((entry) => list(field(entry, 'memberships')));
  const tenures = [...apart, ...nested].map((membership) => {
    const period = periods.get(text(field(membership, 'legislative_period_id')) ?? '');
    return {
      role: {
        en: (text(field(membership, 'role')) ?? text(field(membership, 'label')) ?? 'member').slice(
          0,
          200,
        ),
      },
      org: organisations.get(text(field(membership, 'organization_id')) ?? ''),
      from: day(field(membership, 'start_date')) ?? period?.from,
      to: day(field(membership, 'end_date')) ?? period?.to,
    };
  });
  const once = new Map(tenures.map((tenure) => [JSON.stringify(tenure), tenure]));
  return [...once.values()].slice(0, 60);
}

function namesOf(entry: unknown): FoundName[] {
  const names: FoundName[] = [];
  const name = text(field(entry, 'name'));
  if (name !== undefined) names.push({ text: name, lang: langOf(undefined, name), kind: 'main' });
  for (const other of list(field(entry, 'other_names'))) {
    const written = text(field(other, 'name'));
    if (written === undefined || written === name) continue;
    const isFormer = field(other, 'end_date') !== undefined;
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
