import * as v from 'valibot';
import { anchor } from '@/lib/collections/anchor';
import { eachLine, type Io } from './io';

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const input = v.object({
  id: v.unknown(),
  text: v.string(),
  anchors: v.array(
    v.object({
      id: v.unknown(),
      exact: v.string(),
      prefix: v.optional(v.string(), ''),
      suffix: v.optional(v.string(), ''),
      start: v.optional(offset),
      end: v.optional(offset),
    }),
  ),
});

/**
 * `anchor --ndjson`: in `{id, text, anchors: [{id, exact, prefix, suffix, start, end}]}`, the old
 * quotes and a text that may have changed; out one line an anchor, `{id, start, end, outcome}` or
 * `{id, start: null, outcome: "gone"}`. Offsets are UTF-16 units.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  if (args.length !== 1 || args[0] !== '--ndjson') {
    io.err('usage: onrecord anchor --ndjson');
    return 2;
  }
  return await eachLine(io, (line) => {
    const { text, anchors } = v.parse(input, line);
    return anchors.map(({ id, start, end, ...quote }) => {
      const position = start === undefined || end === undefined ? undefined : { start, end };
      const found = anchor(text, quote, position);
      return found.outcome === 'gone'
        ? { id, start: null, outcome: found.outcome }
        : { id, start: found.span.start, end: found.span.end, outcome: found.outcome };
    });
  });
}
