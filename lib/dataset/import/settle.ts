import { type AuthoredFile, readAuthoredFiles } from '@/lib/dataset/authored-file';
import { checkDataset } from '@/lib/dataset/check';
import type { Fault } from '@/lib/dataset/fault';
import type { DatasetFile } from '@/lib/dataset/schema/dataset-file';

/** A file as an import would have it, before any check, and where its parts were found. */
export type Draft = {
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly place: string;
  readonly places: ReadonlyMap<string, string>;
};

/** What was not taken: where it was found, what it is, why, and so what an editor can do. */
export type Held = { readonly place: string; readonly what: string; readonly why: string };

type World = { readonly dataset: DatasetFile; readonly around: readonly AuthoredFile[] };
type Settled = { readonly files: readonly AuthoredFile[]; readonly held: readonly Held[] };

/**
 * Leaves out what the checks of the authored form refuse, the smallest part each time, and then what
 * depended on it, until a dataset is left that has no fault.
 */
export function settled(drafts: readonly Draft[], { dataset, around }: World): Settled {
  const held: Held[] = [];
  let left = drafts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (;;) {
    const names = new Set(left.map(({ name }) => name));
    const { files, faults } = readAuthoredFiles(left);
    const others = around.filter(({ name }) => !names.has(name));
    const wrong = faults.length > 0 ? faults : checkDataset(dataset, [...others, ...files]);
    const own = wrong.filter(({ file }) => names.has(file));
    if (own.length === 0) return { files, held };
    left = withoutFaults(left, own, held);
  }
}

function withoutFaults(drafts: readonly Draft[], faults: readonly Fault[], held: Held[]): Draft[] {
  const byFile = Map.groupBy(faults, ({ file }) => file);
  return drafts.flatMap((draft) => {
    let value: Draft['value'] | undefined = draft.value;
    for (const [part, why] of partsOf(byFile.get(draft.name) ?? [])) {
      const [field = '', at] = part;
      held.push({
        place: draft.places.get(`${field} ${at}`) ?? draft.place,
        what: [draft.name, ...part].join(' '),
        why,
      });
      value = value && without(value, part);
    }
    return value ? [{ ...draft, value }] : [];
  });
}

/** The smallest parts to leave out, last items of lists first, so that numbers of items stay right. */
function partsOf(faults: readonly Fault[]): [part: Fault['path'], why: string][] {
  const parts = new Map<string, [Fault['path'], string]>();
  for (const { path, message } of faults) {
    const part = path.slice(0, path[0] !== undefined && OF_RECORDS.has(path[0]) ? 2 : 1);
    const name = JSON.stringify(part);
    if (!parts.has(name)) parts.set(name, [part, message]);
  }
  return [...parts.values()].toSorted(([a], [b]) => Number(b[1] ?? 0) - Number(a[1] ?? 0) || 0);
}

const OF_RECORDS: ReadonlySet<string | number> = new Set([
  'names',
  'tenures',
  'statements',
  'figures',
  'verdicts',
]);
const CAN_MISS: ReadonlySet<string | number> = new Set([
  'ids',
  'summary',
  'country',
  'otherUrls',
  'authors',
  'accessed',
  'cues',
]);

/** @returns undefined where nothing is left that could stand alone */
function without(
  value: Draft['value'],
  [field = '', at]: Fault['path'],
): Draft['value'] | undefined {
  const held = value[field];
  if (CAN_MISS.has(field)) return withoutEntry(value, field);
  if (!OF_RECORDS.has(field) || at === undefined) return undefined;
  if (Array.isArray(held)) {
    const kept = held.filter((_item, index) => index !== at);
    if (kept.length === 0 && field === 'names') return undefined;
    return { ...value, [field]: kept };
  }
  if (typeof held !== 'object' || held === null) return undefined;
  return { ...value, [field]: withoutEntry(held, at) };
}

function withoutEntry(of: object, name: string | number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(of).filter(([own]) => own !== name));
}
