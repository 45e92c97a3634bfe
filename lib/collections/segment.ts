import * as v from 'valibot';
import { bad, good, type Result } from '@/lib/result';
import { isClock } from './clock';
import { collectionShape, itemShape } from './library-file';
import { dangerIn } from './read-import';
import {
  type CollectionState,
  collectionOf,
  isForgotten,
  type ItemState,
  type RecordState,
  wholeItemOf,
} from './record-state';

/** What one device tells the others in one file: records as it knows them, one a line. */

const clock = v.pipe(v.string(), v.check(isClock));
const clocks = v.array(clock);
const fields = v.record(v.string(), v.union([v.tuple([clock]), v.tuple([clock, v.unknown()])]));
const members = v.object({ here: v.array(v.tuple([v.string(), clocks])), gone: clocks });
const life = v.object({ alive: v.array(v.tuple([clock, v.boolean()])), over: clocks });
const itemParts = v.object({
  of: v.literal('item'),
  id: v.string(),
  fields,
  note: v.object({ alive: v.array(v.tuple([clock, v.string()])), over: clocks }),
  life,
  tags: members,
  collections: members,
});
const collectionParts = v.object({
  of: v.literal('collection'),
  id: v.string(),
  fields,
  life,
});

/** A record as a line; a last line that tells their number and digest is added by whoever writes the file. */
export function segmentLine(state: RecordState): string {
  return `${JSON.stringify(state)}\n`;
}

/** Reads the lines of a segment; where one is not ours, none is taken. */
export function readSegment(text: string): Result<RecordState[], string> {
  const states: RecordState[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const state = stateIn(line);
    if (!state) return bad(`line ${index + 1}`);
    states.push(state);
  }
  return good(states);
}

function stateIn(line: string): RecordState | undefined {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null || dangerIn(json)) return undefined;
  return isItemState(json) || isCollectionState(json) ? json : undefined;
}

function isItemState(json: unknown): json is ItemState {
  if (!v.is(itemParts, json)) return false;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its parts are checked; what it shows is checked here
  const state = json as ItemState;
  return isForgotten(state) || v.is(itemShape, wholeItemOf(state));
}

function isCollectionState(json: unknown): json is CollectionState {
  if (!v.is(collectionParts, json)) return false;
  const shown = { ...json, life: { alive: [['', true]], over: [] } };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its parts are checked; what it shows is checked here
  return v.is(collectionShape, collectionOf(shown as unknown as CollectionState));
}
