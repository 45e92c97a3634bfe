import { baseObjects, type DeltaRef, type ObjectRef, type PackManifest } from './manifest';

/** How a reader comes to a manifest's edition: on from the base held, or from the manifest's own. */
export type UpdatePlan = {
  readonly base: 'held' | 'new';
  readonly deltas: readonly DeltaRef[];
  /** What must be there before the switch. */
  readonly objects: readonly ObjectRef[];
};

/** What a reader has of a pack; `missing` sums the bytes of those objects that are not stored. */
export type HeldEdition = {
  readonly edition: number;
  readonly base: PackManifest['base'];
  readonly missing: (of: readonly ObjectRef[]) => number;
};

/**
 * The way with the fewest bytes: deltas on from the edition held, unless there is a newer base and
 * they cost more than half of it; else the base and its deltas.
 * @param held absent for a reader who has nothing of the pack
 * @returns undefined where the manifest's own deltas do not lead from its base to its edition
 */
export function planUpdate(manifest: PackManifest, held?: HeldEdition): UpdatePlan | undefined {
  const fromBase = cheapestPath(manifest, manifest.base.edition);
  const onwards = held && cheapestPath(manifest, held.edition);
  const base = baseObjects(manifest);
  const isSameBase = held?.base.index[0]?.sha256 === manifest.base.index[0]?.sha256;
  if (onwards && (isSameBase || bytesOf(onwards) * 2 <= held.missing(base))) {
    const objects = [...objectsOf(onwards), ...(manifest.renames ?? [])];
    return { base: 'held', deltas: onwards, objects };
  }
  if (!fromBase) return undefined;
  return { base: 'new', deltas: fromBase, objects: [...base, ...objectsOf(fromBase)] };
}

/** What a request costs besides the bytes that it brings: headers both ways, and a wait. */
const REQUEST_BYTES = 1000;

/**
 * The cheapest deltas that lead from one edition to the manifest's; none where none do. A delta holds
 * records as they are in the edition that it leads to, so that it serves every edition from the one
 * where it begins.
 */
export function cheapestPath(
  { edition, deltas }: Pick<PackManifest, 'edition' | 'deltas'>,
  from: number,
): readonly DeltaRef[] | undefined {
  type Way = { readonly cost: number; readonly path: readonly DeltaRef[] };
  const best = new Map<number, Way>([[from, { cost: 0, path: [] }]]);
  // By where they lead: the best way to any edition before is known by then.
  for (const delta of deltas.toSorted((a, b) => a.to - b.to || a.from - b.from)) {
    for (const [at, { cost: before, path }] of best) {
      if (at < delta.from || at >= delta.to) continue;
      const cost = before + costOf(delta);
      const known = best.get(delta.to);
      if (!known || cost < known.cost) best.set(delta.to, { cost, path: [...path, delta] });
    }
  }
  return best.get(edition)?.path;
}

/** What a delta costs to fetch; one that stands in the manifest came with it. */
export function costOf({ object }: DeltaRef): number {
  return object ? object.bytes + REQUEST_BYTES : 0;
}

function bytesOf(deltas: readonly DeltaRef[]): number {
  return deltas.reduce((sum, { object }) => sum + (object?.bytes ?? 0), 0);
}

function objectsOf(deltas: readonly DeltaRef[]): ObjectRef[] {
  return deltas.flatMap(({ object }) => (object ? [object] : []));
}
