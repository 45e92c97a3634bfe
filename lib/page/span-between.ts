import type { Span } from '@/lib/article/span';
import type { Place, Run, TextMap } from './text-map';

/** The text's span between two places of the page; undefined where neither touches the text. */
export function spanBetween({ runs }: TextMap, from: Place, to: Place): Span | undefined {
  const start = offsetOf(runs, from, false);
  const end = offsetOf(runs, to, true);
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}

function offsetOf(
  runs: readonly Run[],
  { node, offset }: Place,
  isEnd: boolean,
): number | undefined {
  const run = isEnd
    ? runs.findLast((each) => each.node === node && each.offset < offset)
    : runs.find((each) => each.node === node && endOf(each) > offset);
  if (!run) return undefined;
  if (run.form !== 'plain') return isEnd ? run.start + run.length : run.start;
  return run.start + Math.max(0, Math.min(offset - run.offset, run.length));
}

/** The offset in its node behind a run. */
function endOf({ offset, length, form }: Run): number {
  return form === 'plain' ? offset + length : offset + (form === 'ligature' ? 1 : 0);
}
