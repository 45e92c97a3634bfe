import type { MeasureLine, ObservationLine } from '@/lib/context/context';
import { yearOf } from './timeline-of';
import { valueWords } from './value-words';

/** The picture's size in its own units, and the edges between which points stand. */
export const WIDTH = 360;
export const HEIGHT = 132;
export const LEFT = 10;
export const RIGHT = WIDTH - LEFT;
export const FLOOR = HEIGHT - 20;
const CEILING = 24;
const INSET = 8;

type Label = { readonly x: number; readonly y: number; readonly anchor: Anchor };
type Anchor = 'start' | 'middle' | 'end';

/** A published value, where its dot stands, and its label where there is room for one. */
export type Point = {
  readonly x: number;
  readonly y: number;
  readonly of: ObservationLine;
  readonly label?: Label;
};

type Layout = {
  readonly points: readonly Point[];
  readonly years: readonly { readonly x: number; readonly year: number; readonly anchor: Anchor }[];
  /** The height at which the page's own number stands. */
  readonly pageLine: number | undefined;
};

/**
 * Where everything in the picture of a measure stands. The axis begins at nought, so that heights
 * compare as the numbers do.
 */
export function layOut(measure: MeasureLine, onPage: number | undefined): Layout {
  const dated = measure.observations.flatMap((of) => {
    const year = yearOf(of.period);
    return year === undefined ? [] : [{ of, year }];
  });
  const values = measure.observations.map(({ value }) => Number(value));
  const top = Math.max(...values, onPage ?? 0) || 1;
  const heightOf = (value: number): number => FLOOR - (FLOOR - CEILING) * (value / top);
  const first = Math.min(...dated.map(({ year }) => year));
  const span = Math.max(...dated.map(({ year }) => year)) - first || 1;
  const placeOf = (year: number): number =>
    LEFT + INSET + ((year - first) / span) * (RIGHT - LEFT - 2 * INSET);
  const points = dated
    .map(({ of, year }) => ({ of, x: placeOf(year), y: heightOf(Number(of.value)) }))
    .toSorted((a, b) => a.x - b.x);
  return {
    points: labelled(points),
    years: endYears(Math.floor(first), Math.floor(first + (dated.length > 1 ? span : 0))),
    pageLine: onPage === undefined ? undefined : heightOf(onPage),
  };
}

function endYears(first: number, last: number): Layout['years'] {
  const years = [{ x: LEFT, year: first, anchor: 'start' as const }];
  return first === last ? years : [...years, { x: RIGHT, year: last, anchor: 'end' as const }];
}

type Box = { readonly from: number; readonly to: number; readonly y: number };

const LETTER = 6.5;
const LINE = 13;

/** Each value above its dot, else below it, else nowhere: the table has it. The newest goes first. */
function labelled(points: readonly Point[]): Point[] {
  const taken: Box[] = [];
  const placed = points.toReversed().map((point) => {
    const free = [point.y - 9, point.y + 17]
      .map((y) => boxOf(point, y))
      .find((box) => box.y < FLOOR - 2 && !taken.some((other) => touches(box, other)));
    if (!free) return point;
    taken.push(free);
    return { ...point, label: { x: point.x, y: free.y, anchor: anchorOf(point.x) } };
  });
  return placed.toReversed();
}

function boxOf({ x, of }: Point, y: number): Box {
  const width = valueWords(of).length * LETTER;
  const before = { start: 0, middle: width / 2, end: width }[anchorOf(x)];
  return { from: x - before, to: x - before + width, y };
}

function touches(a: Box, b: Box): boolean {
  return a.from < b.to && b.from < a.to && Math.abs(a.y - b.y) < LINE;
}

function anchorOf(x: number): Anchor {
  if (x < LEFT + 40) return 'start';
  return x > RIGHT - 40 ? 'end' : 'middle';
}
