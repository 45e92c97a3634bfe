import { field, list, text } from '@/lib/record/loose';
import type { Piece } from './piece';

/** An entry of a Popolo list: what it says, where it stands, and in which of the inputs. */
export type Listed = { readonly value: unknown; readonly place: string; readonly piece: number };

const LISTS = ['persons', 'organizations', 'memberships', 'events'] as const;
type List = (typeof LISTS)[number];

/** The lists of all inputs; an entry that comes alone is put where its own fields say it belongs. */
export function popoloIn(pieces: readonly Piece[]): Readonly<Record<List, readonly Listed[]>> {
  const found: Record<List, Listed[]> = {
    persons: [],
    organizations: [],
    memberships: [],
    events: [],
  };
  for (const [piece, { place, value }] of pieces.entries()) {
    for (const name of LISTS) {
      for (const [at, entry] of list(field(value, name)).entries()) {
        found[name].push({ value: entry, place: `${place}: ${name}[${at}]`, piece });
      }
    }
    for (const [at, entry] of (Array.isArray(value) ? value : [value]).entries()) {
      const name = aloneIn(entry);
      const where = Array.isArray(value) ? `${place}: [${at}]` : place;
      if (name !== undefined) found[name].push({ value: entry, place: where, piece });
    }
  }
  return found;
}

/** What a document of its own is: a membership names its person, a body says its class or founding. */
function aloneIn(value: unknown): List | undefined {
  if (LISTS.some((name) => field(value, name) !== undefined && name !== 'memberships'))
    return undefined;
  if (field(value, 'person_id') !== undefined) return 'memberships';
  if (text(field(value, 'name')) === undefined) return undefined;
  const isBody = field(value, 'classification') ?? field(value, 'founding_date');
  return isBody === undefined ? 'persons' : 'organizations';
}

/**
 * Entries found by an id. Ids mean something within one input; across inputs only where no other has
 * the same id.
 */
export class Listing<Made> {
  readonly #byId = new Map<string, Listed[]>();
  readonly #made = new Map<Listed, { readonly made: Made }>();
  readonly #make: (listed: Listed) => Made;

  constructor(entries: readonly Listed[], idField: string, make: (listed: Listed) => Made) {
    this.#make = make;
    for (const entry of entries) {
      const id = text(field(entry.value, idField)) ?? '';
      const same = this.#byId.get(id);
      if (same) same.push(entry);
      else this.#byId.set(id, [entry]);
      this.made(entry);
    }
  }

  made(listed: Listed): Made {
    const before = this.#made.get(listed);
    if (before) return before.made;
    const made = this.#make(listed);
    this.#made.set(listed, { made });
    return made;
  }

  /** The entry with this id, of the same input or else of the only one that has it. */
  oneOf(id: string | undefined, piece: number): Made | undefined {
    const all = id === undefined ? [] : (this.#byId.get(id) ?? []);
    const own = all.find((entry) => entry.piece === piece);
    const only = all.every((entry) => entry.piece === all[0]?.piece) ? all[0] : undefined;
    const found = own ?? only;
    return found && this.made(found);
  }

  /** Every entry with this id of the same input, and of inputs that hold nothing but such entries. */
  allOf(id: string | undefined, piece: number, shared: ReadonlySet<number>): Made[] {
    const all = id === undefined ? [] : (this.#byId.get(id) ?? []);
    return all
      .filter((entry) => entry.piece === piece || shared.has(entry.piece))
      .map((entry) => this.made(entry));
  }
}
