import type { MeasureLine, ObservationLine } from '@/lib/context/context';
import './series-chart.css';
import { SourceLink } from './SourceLink';
import { yearOf } from './timeline-of';
import { when } from './when';
import { inReadersLanguage, numberWords, words } from './words';

type Props = { readonly measure: MeasureLine; readonly onPage?: number };
type Point = { readonly x: number; readonly y: number; readonly of: ObservationLine };

const WIDTH = 340;
const HEIGHT = 120;
const EDGE = { left: 8, right: 8, top: 14, bottom: 22 } as const;

/** Published values of one measure over time, with a table that says the same in words. */
export function SeriesChart({ measure, onPage }: Props) {
  const points = pointsOf(measure, onPage);
  const years = points.map(({ of }) => yearOf(of.period) ?? 0);
  return (
    <figure class="series">
      {points.length > 1 && (
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={words('chartOf', inReadersLanguage(measure.name))}
        >
          <line
            class="axis"
            x1={EDGE.left}
            x2={WIDTH - EDGE.right}
            y1={HEIGHT - EDGE.bottom}
            y2={HEIGHT - EDGE.bottom}
          />
          <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
          {onPage !== undefined && <PageLine measure={measure} value={onPage} />}
          {points.map(({ x, y, of }) => (
            <g key={of.ref}>
              <circle cx={x} cy={y} r="4" />
              <text x={x} y={y - 7} text-anchor={anchorOf(x)}>
                {valueWords(of)}
              </text>
            </g>
          ))}
          <text class="year" x={EDGE.left} y={HEIGHT - 6}>
            {Math.floor(Math.min(...years))}
          </text>
          <text class="year" x={WIDTH - EDGE.right} y={HEIGHT - 6} text-anchor="end">
            {Math.floor(Math.max(...years))}
          </text>
        </svg>
      )}
      <SeriesTable measure={measure} />
    </figure>
  );
}

function PageLine({ measure, value }: { readonly measure: MeasureLine; readonly value: number }) {
  const y = heightOf(measure, value)(value);
  return <line class="page" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y} y2={y} />;
}

function SeriesTable({ measure }: { readonly measure: MeasureLine }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words('tableWhen')}</th>
          <th scope="col">{words('tableValue')}</th>
          <th scope="col">{words('tableSource')}</th>
        </tr>
      </thead>
      <tbody>
        {measure.observations.map((each) => (
          <tr key={each.ref}>
            <td>{when(each.period)}</td>
            <td class="value">{valueWords(each)}</td>
            <td>
              {each.attributedTo !== undefined && <span>{each.attributedTo}. </span>}
              <SourceLink source={each.source} />
              {each.note !== undefined && <p class="muted">{each.note}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A value with its quality: about, at least, at most, from … to. */
function valueWords(line: ObservationLine): string {
  const exact = decimalWords(line.value);
  switch (line.quality) {
    case 'exact':
    case 'rounded':
      return exact;
    case 'about':
      return words('qualityAbout', exact);
    case 'at-least':
      return words('qualityAtLeast', exact);
    case 'at-most':
      return words('qualityAtMost', exact);
    case 'range':
      return `${decimalWords(line.low ?? line.value)}–${decimalWords(line.high ?? line.value)}`;
  }
}

function decimalWords(value: string): string {
  const number = Number(value);
  return Number.isFinite(number) ? numberWords(number) : value;
}

function pointsOf(measure: MeasureLine, onPage: number | undefined): Point[] {
  const dated = measure.observations.filter(({ period }) => yearOf(period) !== undefined);
  const years = dated.map(({ period }) => yearOf(period) ?? 0);
  const first = Math.min(...years);
  const span = Math.max(...years) - first || 1;
  const height = heightOf(measure, onPage);
  return dated
    .map((of, at) => ({
      of,
      x:
        EDGE.left + 6 + (((years[at] ?? 0) - first) / span) * (WIDTH - EDGE.left - EDGE.right - 12),
      y: height(Number(of.value)),
    }))
    .toSorted((a, b) => a.x - b.x);
}

/** The axis begins at nought, so that heights compare as the numbers do. */
function heightOf(measure: MeasureLine, onPage: number | undefined): (value: number) => number {
  const values = measure.observations.map(({ value }) => Number(value));
  const top = Math.max(...values, onPage ?? 0) || 1;
  const room = HEIGHT - EDGE.top - EDGE.bottom;
  return (value) => EDGE.top + room * (1 - value / top);
}

function anchorOf(x: number): 'start' | 'middle' | 'end' {
  if (x < 40) return 'start';
  return x > WIDTH - 40 ? 'end' : 'middle';
}
