import type { Clock } from './clock';
import type { Collection, Item } from './item';
import {
  type CollectionState,
  type Fields,
  type ItemState,
  type Members,
  NO_MEMBERS,
  NO_VERSIONS,
  type RecordState,
  type Versions,
  wholeItemOf,
} from './record-state';

/**
 * Makes an item look as wanted: only what differs is written, at the moment given. Saving, editing,
 * taking back an edit and importing are all this one step. Tags and collections become sets: sorted,
 * each once.
 */
export function writeItem(state: ItemState | undefined, wanted: Item, at: Clock): ItemState {
  const before = state ?? emptyItem(wanted.id);
  const { id: _id, note, tags, collections, ...fields } = wanted;
  const shown = wholeItemOf(before);
  return {
    ...before,
    fields: writeFields(before.fields, fields, at),
    note: shown?.note === note ? before.note : writeVersion(before.note, note, at),
    life: writeVersion(before.life, true, at),
    tags: writeMembers(before.tags, tags, at),
    collections: writeMembers(before.collections, collections, at),
  };
}

/** Makes a collection look as wanted. */
export function writeCollection(
  state: CollectionState | undefined,
  wanted: Collection,
  at: Clock,
): CollectionState {
  const before = state ?? emptyCollection(wanted.id);
  const { id: _id, ...fields } = wanted;
  return {
    ...before,
    fields: writeFields(before.fields, fields, at),
    life: writeVersion(before.life, true, at),
  };
}

/** Takes a record away; what it held stays, for taking that back. */
export function removeRecord<State extends RecordState>(state: State, at: Clock): State {
  return { ...state, life: writeVersion(state.life, false, at) };
}

/**
 * A removed item without anything it held: enough for other devices to learn that it is gone. One that
 * was changed elsewhere meanwhile comes back whole, for whoever changed it sends all of it.
 */
export function forget({ id, life }: ItemState): ItemState {
  return { ...emptyItem(id), life };
}

function emptyItem(id: string): ItemState {
  return {
    of: 'item',
    id,
    fields: {},
    note: NO_VERSIONS,
    life: NO_VERSIONS,
    tags: NO_MEMBERS,
    collections: NO_MEMBERS,
  };
}

function emptyCollection(id: string): CollectionState {
  return { of: 'collection', id, fields: {}, life: NO_VERSIONS };
}

function writeFields<Of extends object>(before: Fields<Of>, wanted: Of, at: Clock): Fields<Of> {
  const written: { [Name in keyof Of]?: Fields<Of>[Name] } = { ...before };
  for (const name in written) {
    if (!Object.hasOwn(wanted, name) && written[name]?.[1] !== undefined) written[name] = [at];
  }
  for (const name in wanted) {
    const value = wanted[name];
    if (!sameValue(before[name]?.[1], value)) written[name] = [at, value];
  }
  return written;
}

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

function writeVersion<Value>(before: Versions<Value>, value: Value, at: Clock): Versions<Value> {
  const [only] = before.alive;
  if (before.alive.length === 1 && only?.[1] === value && typeof value !== 'boolean') return before;
  const over = [...before.over, ...before.alive.map(([clock]) => clock)].toSorted();
  return { alive: [[at, value]], over };
}

function writeMembers(before: Members, wanted: readonly string[], at: Clock): Members {
  const names = new Set(wanted);
  const staying = before.here.filter(([name]) => names.has(name));
  const leaving = before.here.filter(([name]) => !names.has(name)).flatMap(([, added]) => added);
  const had = new Set(staying.map(([name]) => name));
  const coming = [...names].filter((name) => !had.has(name)).map((name) => [name, [at]] as const);
  if (leaving.length === 0 && coming.length === 0) return before;
  return {
    here: [...staying, ...coming].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    gone: [...new Set([...before.gone, ...leaving])].toSorted(),
  };
}
