import { tick } from '@/lib/collections/clock';
import type { Item } from '@/lib/collections/item';
import { itemOf, type ItemState, join, lastClock } from '@/lib/collections/record-state';
import { removeRecord, writeItem } from '@/lib/collections/write-record';
import { exchange, type Folder, type Journal } from '@/lib/sync/device-folder';

/** A device with a small library in memory, and what readers do to it. */
type Device = {
  readonly journal: Journal;
  act(dice: Dice): void;
  /** What the reader sees, in a form that can be compared. */
  shows(): unknown;
  notes(): string[];
};

/** A number from 0 up to below the one given; the same seed, the same history. */
type Dice = (below: number) => number;

/** Dice of a seed (mulberry32). */
function diceOf(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const TAGS = ['water', 'law', 'ទឹក', 'old'];
const IDS = ['a', 'b', 'c', 'd'];

/** A device of this name whose clock is wrong by `skew` milliseconds. */
function newDevice(name: string, skew: number): Device {
  const states = new Map<string, ItemState>();
  const touched: string[] = [];
  const seen = new Set<string>();
  let [clock, sent, segment, now] = ['', 0, 0, 1_000_000 + skew];
  const write = (id: string, change: (before: ItemState | undefined) => ItemState): void => {
    clock = tick(clock, (now += 10), name);
    states.set(id, change(states.get(id)));
    touched.push(id);
  };
  return {
    journal: {
      device: async () => await Promise.resolve(name),
      unsent: async () => {
        const ids = new Set(touched.slice(sent));
        const unsent = [...ids].flatMap((id) => states.get(id) ?? []);
        return await Promise.resolve({ parts: inParts(unsent), upTo: touched.length });
      },
      everything: () => inParts([...states.values()]),
      sent: async (upTo) => await Promise.resolve(void (sent = upTo)),
      claim: async (above) => await Promise.resolve((segment = Math.max(above, segment) + 1)),
      seen: async () => await Promise.resolve(new Set(seen)),
      take: async (path, taken) => {
        for (const state of taken) {
          if (state.of !== 'item') continue;
          const mine = states.get(state.id);
          states.set(state.id, mine ? join(mine, state) : state);
          if (lastClock(state) > clock) clock = tick(lastClock(state), now, name);
        }
        await Promise.resolve(seen.add(path));
      },
    },
    act: (dice) => {
      const id = IDS[dice(IDS.length)] ?? 'a';
      const before = states.get(id);
      const item = before && itemOf(before);
      if (before && item && dice(6) === 0)
        write(id, (state) => removeRecord(state ?? before, clock));
      else write(id, (state) => writeItem(state, changed(item ?? fresh(id), dice, name), clock));
    },
    shows: () =>
      [...states.values()]
        .map((state) => itemOf(state))
        .filter((item) => item !== undefined)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    notes: () => [...states.values()].flatMap((state) => itemOf(state)?.note ?? []),
  };
}

async function* inParts(states: readonly ItemState[]): AsyncGenerator<readonly ItemState[]> {
  for (let from = 0; from < states.length; from += 3) {
    yield await Promise.resolve(states.slice(from, from + 3));
  }
}

function fresh(id: string): Item {
  return {
    id,
    kind: 'page',
    target: { source: `https://news.example/${id}`, title: id },
    note: '',
    tags: [],
    collections: [],
    savedAt: 1,
    changedAt: 1,
  };
}

function changed(item: Item, dice: Dice, name: string): Item {
  const tag = TAGS[dice(TAGS.length)] ?? '';
  const has = item.tags.includes(tag);
  switch (dice(4)) {
    case 0:
      return { ...item, note: `note ${dice(1000)} of ${name}` };
    case 1:
      return {
        ...item,
        tags: has ? item.tags.filter((each) => each !== tag) : [...item.tags, tag],
      };
    case 2:
      return { ...item, speaker: `Speaker ${dice(9)}` };
    default:
      return { ...item, collections: [`c${dice(3)}`] };
  }
}

/** Any folder, made unreliable: requests are lost, answers are late, files are half written. */
function unreliable(folder: Folder, dice: Dice, isFaulty: () => boolean): Folder {
  const listed = new Map<string, readonly string[]>();
  const faults = (): boolean => isFaulty() && dice(4) === 0;
  return {
    list: async (path) => {
      if (faults()) throw new Error('lost');
      const names = await folder.list(path);
      const stale = listed.get(path);
      listed.set(path, names);
      if (stale && faults()) return stale;
      return faults() ? names.toReversed() : names;
    },
    get: async (path) => {
      if (faults()) throw new Error('lost');
      const file = await folder.get(path);
      return file && faults() ? file.slice(0, dice(file.length)) : file;
    },
    put: async (path, file) => {
      if (faults()) throw new Error('lost before');
      if (faults()) {
        await folder.put(path, file.slice(0, dice(file.length)));
        throw new Error('half written');
      }
      await folder.put(path, file);
      if (faults()) throw new Error('lost after');
      if (faults()) await folder.put(path, file);
    },
    remove: async (path) => {
      if (faults()) throw new Error('lost');
      await folder.remove(path);
    },
    makeFolder: async (path) => {
      if (faults()) throw new Error('lost');
      await folder.makeFolder(path);
    },
  };
}

/** A folder in memory. */
export function memoryFolder(): Folder {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    list: async (path) => {
      const inside = [...files.keys()].filter((name) => name.startsWith(path) && name !== path);
      const names = inside.map((name) => /^[^/]+\/?/u.exec(name.slice(path.length))?.[0] ?? '');
      return await Promise.resolve([...new Set(names)]);
    },
    get: async (path) => await Promise.resolve(files.get(path)),
    put: async (path, file) => await Promise.resolve(void files.set(path, file)),
    remove: async (path) => await Promise.resolve(void files.delete(path)),
    makeFolder: async () => await Promise.resolve(),
  };
}

/** One history of devices over a folder that fails now and then; @returns what each shows at the end. */
export async function history(seed: number, whole: Folder): Promise<unknown[]> {
  const dice = diceOf(seed);
  let isFaulty = true;
  const folder = unreliable(whole, dice, () => isFaulty);
  const devices = Array.from({ length: 2 + dice(3) }, (_each, index) =>
    newDevice(`device-${index}`, (dice(3) - 1) * 86_400_000),
  );
  for (let turn = 0; turn < 12; turn += 1) await turnOf(devices, folder, dice);
  isFaulty = false;
  for (const { journal } of [...devices, ...devices]) await exchange(folder, journal);
  return devices.map((device) => device.shows());
}

async function turnOf(devices: readonly Device[], folder: Folder, dice: Dice): Promise<void> {
  const device = devices[dice(devices.length)];
  for (let left = dice(4); left > 0; left -= 1) device?.act(dice);
  const compactAfter = 2 + dice(3);
  if (device && dice(3) > 0) {
    await exchange(folder, device.journal, { compactAfter }).catch(() => undefined);
  }
}
