import type { Collection } from './item';

/** A collection with those inside it. */
export type Nest = { readonly top: Collection; readonly inner: readonly Collection[] };

/**
 * Collections nested once, each shown exactly once: one whose parent is gone stands by itself, one
 * that lies deeper, as files and other devices may have it, in the outermost around it.
 */
export function nestsOf(collections: readonly Collection[]): Nest[] {
  const byId = new Map(collections.map((each) => [each.id, each]));
  const inside = new Map<string, Collection[]>();
  const tops: Collection[] = [];
  for (const each of collections) {
    const top = outermost(each, byId);
    if (top.id === each.id) tops.push(each);
    else inside.set(top.id, [...(inside.get(top.id) ?? []), each]);
  }
  return tops.map((top) => ({ top, inner: inside.get(top.id) ?? [] }));
}

/** The outermost collection around each that lies inside one. */
export function topsOf(collections: readonly Collection[]): ReadonlyMap<string, string> {
  return new Map(
    nestsOf(collections).flatMap(({ top, inner }) => inner.map(({ id }) => [id, top.id] as const)),
  );
}

/** Of collections that lie in each other in a ring, the one of the first id is the outermost. */
function outermost(collection: Collection, byId: ReadonlyMap<string, Collection>): Collection {
  const way = new Map<string, Collection>();
  let at = collection;
  for (;;) {
    way.set(at.id, at);
    const parent = at.parent === undefined ? undefined : byId.get(at.parent);
    if (!parent) return at;
    if (way.has(parent.id)) return firstOf(ringFrom(parent, byId));
    at = parent;
  }
}

function ringFrom(one: Collection, byId: ReadonlyMap<string, Collection>): Collection[] {
  const ring = [one];
  for (let next = byId.get(one.parent ?? ''); next && next.id !== one.id;) {
    ring.push(next);
    next = byId.get(next.parent ?? '');
  }
  return ring;
}

function firstOf(ring: readonly Collection[]): Collection {
  return ring.reduce((first, each) => (each.id < first.id ? each : first));
}
