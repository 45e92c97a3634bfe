import { type Clock, later, timeOf } from './clock';
import type { Collection, Item } from './item';

/** What is kept of an item or collection, with when each part was written: enough to merge devices. */
export type RecordState = ItemState | CollectionState;
export type ItemState = {
  readonly of: 'item';
  readonly id: string;
  readonly fields: Fields<Omit<Item, 'id' | 'note' | 'tags' | 'collections'>>;
  readonly note: Versions<string>;
  readonly life: Versions<boolean>;
  readonly tags: Members;
  readonly collections: Members;
};
export type CollectionState = {
  readonly of: 'collection';
  readonly id: string;
  readonly fields: Fields<Omit<Collection, 'id'>>;
  readonly life: Versions<boolean>;
};

/** The last writer of each field wins; a field taken away is written as `undefined`. */
export type Fields<Of> = {
  readonly [Name in keyof Of]?: readonly [at: Clock, value?: Of[Name] | undefined];
};

/** A value that two devices may have written without knowing of each other: both stay, until one who saw both writes. */
export type Versions<Value> = {
  readonly alive: readonly (readonly [at: Clock, value: Value])[];
  readonly over: readonly Clock[];
};

/** A set from which only what was seen is removed: an addition nobody had seen survives. */
export type Members = {
  readonly here: readonly (readonly [name: string, added: readonly Clock[]])[];
  readonly gone: readonly Clock[];
};

export const NO_VERSIONS: Versions<never> = { alive: [], over: [] };
export const NO_MEMBERS: Members = { here: [], gone: [] };

/** Between two versions of a note that were written apart. */
const APART = '\n\n⁂\n\n';

/**
 * Joins what two devices know of one record. Commutative, associative and idempotent: any order and
 * any repetition gives the same (a state-based CRDT, Shapiro et al. 2011).
 */
export function join<State extends RecordState>(a: State, b: State): State;
export function join(a: RecordState, b: RecordState): RecordState {
  if (a.of === 'item' && b.of === 'item') {
    return {
      ...a,
      fields: joinFields(a.fields, b.fields),
      note: joinVersions(a.note, b.note),
      life: joinVersions(a.life, b.life),
      tags: joinMembers(a.tags, b.tags),
      collections: joinMembers(a.collections, b.collections),
    };
  }
  if (a.of === 'collection' && b.of === 'collection') {
    return {
      ...a,
      fields: joinFields(a.fields, b.fields),
      life: joinVersions(a.life, b.life),
    };
  }
  throw new Error(`An item and a collection share the id ${a.id}.`);
}

/** Whether the record is there: removed only where nobody changed it without knowing of the removal. */
function isHere({ life }: RecordState): boolean {
  return life.alive.some(([, here]) => here);
}

/** The item as the reader sees it, or undefined where it is removed or has not arrived whole. */
export function itemOf(state: ItemState): Item | undefined {
  return isHere(state) ? wholeItemOf(state) : undefined;
}

/** The item, removed or not; undefined where it has not arrived whole. */
export function wholeItemOf({ id, fields, ...state }: ItemState): Item | undefined {
  const { kind, target, savedAt = 0, changedAt = 0, ...rest } = valuesOf(fields);
  if (!kind || !target) return undefined;
  const tags = state.tags.here.map(([name]) => name);
  const collections = state.collections.here.map(([name]) => name);
  const note = noteOf(state.note);
  return { id, kind, target, ...rest, note, tags, collections, savedAt, changedAt };
}

/** When an item was removed, milliseconds since 1970; undefined while it is there. */
export function removedAt(state: ItemState): number | undefined {
  return isHere(state) ? undefined : timeOf(lastClock(state));
}

/** Whether nothing is left of a removed item but that it is gone. */
export function isForgotten(state: ItemState): boolean {
  return !isHere(state) && Object.keys(state.fields).length === 0;
}

/** The collection as the reader sees it, or undefined where it is removed or has not arrived whole. */
export function collectionOf(state: CollectionState): Collection | undefined {
  const { name, createdAt = 0, changedAt = 0, ...rest } = valuesOf(state.fields);
  if (!isHere(state) || name === undefined) return undefined;
  return { id: state.id, name, ...rest, createdAt, changedAt };
}

/** The latest moment that a record bears. */
export function lastClock(state: RecordState): Clock {
  let last = '';
  for (const written of Object.values(state.fields)) last = later(last, written[0]);
  for (const [at] of state.life.alive) last = later(last, at);
  for (const at of state.life.over) last = later(last, at);
  return last;
}

function valuesOf<Of>(fields: Fields<Of>): Partial<Of> {
  const values: Partial<Of> = {};
  for (const name in fields) {
    const value = fields[name]?.[1];
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function noteOf({ alive }: Versions<string>): string {
  return [...new Set(alive.map(([, text]) => text))].filter((text) => text !== '').join(APART);
}

function joinFields<Of>(a: Fields<Of>, b: Fields<Of>): Fields<Of> {
  const joined: { [Name in keyof Of]?: Fields<Of>[Name] } = { ...a };
  for (const name in b) {
    const mine = a[name];
    const theirs = b[name];
    if (theirs && (!mine || mine[0] < theirs[0])) joined[name] = theirs;
  }
  return joined;
}

function joinVersions<Value>(a: Versions<Value>, b: Versions<Value>): Versions<Value> {
  const over = union(a.over, b.over);
  const dead = new Set(over);
  const alive = new Map([...a.alive, ...b.alive].filter(([at]) => !dead.has(at)));
  return { alive: [...alive].toSorted(byFirst), over };
}

function joinMembers(a: Members, b: Members): Members {
  const gone = union(a.gone, b.gone);
  const dead = new Set(gone);
  const here = new Map<string, readonly Clock[]>();
  for (const [name, added] of [...a.here, ...b.here]) {
    here.set(name, union(here.get(name) ?? [], added));
  }
  return {
    here: [...here]
      .map(([name, added]) => [name, added.filter((at) => !dead.has(at))] as const)
      .filter(([, added]) => added.length > 0)
      .toSorted(byFirst),
    gone,
  };
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compare(a, b);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function union(a: readonly Clock[], b: readonly Clock[]): readonly Clock[] {
  return a.length === 0 && b.length === 0 ? a : [...new Set([...a, ...b])].toSorted(compare);
}
