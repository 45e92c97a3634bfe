import type { Ref } from '@/lib/record/ref';
import type { Entity } from '@/lib/record/shelved';
import type { EntityLine } from './context';
import { nameOf } from './entity-name';
import type { Labels } from './labels';
import { daysOf } from './when';

type Office = EntityLine['offices'][number];

/**
 * Who or what an entity is on a day.
 * @param day as `2019-12-05`; offices that ended before it or began after it are left out.
 */
export function entityLine(entity: Entity, day: string, labels: Labels): EntityLine {
  const main = nameOf(entity);
  const script = scriptOf(main);
  return {
    ref: entity.ref,
    kind: entity.kind === 'person' || entity.kind === 'organisation' ? entity.kind : 'other',
    name: main,
    otherNames: entity.names
      .filter(({ text, kind }) => scriptOf(text) !== script && kind !== 'weak')
      .map(({ text, lang }) => ({ text, lang })),
    ...(entity.summary && { summary: entity.summary }),
    offices: (entity.tenures ?? []).flatMap((tenure) => officeOn(tenure, day, labels)),
    ...(entity.country !== undefined && { country: entity.country }),
    links: linksOut(entity),
    dataset: labels.datasetOf(entity.ref),
  };
}

/** References whose names an entity's line needs. */
export function namedIn(entity: Entity): Ref[] {
  return (entity.tenures ?? []).flatMap(({ org }) => (org ? [org] : []));
}

type Tenure = NonNullable<Entity['tenures']>[number];

function officeOn(tenure: Tenure, day: string, labels: Labels): Office[] {
  const certain = heldOn(tenure, day);
  if (certain === undefined) return [];
  const { role, org, from, to } = tenure;
  return [
    {
      role,
      ...(org && { organisation: labels.nameOf(org) }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      certain,
    },
  ];
}

/** Whether an office was held on a day for certain; absent where it was not held at all. */
function heldOn(tenure: Tenure, day: string): boolean | undefined {
  const from = daysOf(tenure.from);
  const to = daysOf(tenure.to);
  if ((from.first ?? day) > day || (to.last ?? day) < day) return undefined;
  const began = from.last !== undefined && from.last <= day;
  return began && (to.first ?? day) >= day;
}

const SITES: Readonly<Record<string, (id: string) => { label: string; url: string }>> = {
  wikidata: (id) => ({ label: 'Wikidata', url: `https://www.wikidata.org/wiki/${id}` }),
  viaf: (id) => ({ label: 'VIAF', url: `https://viaf.org/viaf/${id}` }),
  isni: (id) => ({ label: 'ISNI', url: `https://isni.org/isni/${id}` }),
  ror: (id) => ({ label: 'ROR', url: `https://ror.org/${id}` }),
};

function linksOut({ ids = {} }: Entity): EntityLine['links'] {
  return Object.entries(ids).flatMap(([site, id]) => {
    const link = Object.hasOwn(SITES, site) ? SITES[site] : undefined;
    return link && id !== undefined ? [link(encodeURIComponent(id))] : [];
  });
}

function scriptOf(text: string): string {
  if (/\p{Script=Latin}/u.test(text)) return 'latin';
  return /\p{Script=Khmer}/u.test(text) ? 'khmer' : 'other';
}
