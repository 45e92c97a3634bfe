import type { MeasureLine } from '@/lib/context/context';
import './series-chart.css';
import { SourceLink } from './SourceLink';
import { FLOOR, HEIGHT, layOut, LEFT, type Point, RIGHT, WIDTH } from './series-points';
import { valueWords } from './value-words';
import { when, yearWords } from './when';
import { inReadersLanguage, words } from './words';

type Props = { readonly measure: MeasureLine; readonly onPage?: number };

/** Published values of one measure over time, with a table that says the same in words. */
export function SeriesChart({ measure, onPage }: Props) {
  const { points, years, pageLine } = layOut(measure, onPage);
  return (
    <figure class="series">
      {points.length > 1 && (
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={words('chartOf', inReadersLanguage(measure.name))}
        >
          <polygon points={`${LEFT},${FLOOR} ${cornersOf(points)} ${RIGHT},${FLOOR}`} />
          <line class="axis" x1={LEFT} x2={RIGHT} y1={FLOOR} y2={FLOOR} />
          {years.map(({ x, year, anchor }) => (
            <text class="year" key={year} x={x} y={HEIGHT - 4} text-anchor={anchor}>
              {yearWords(year)}
            </text>
          ))}
          {pageLine !== undefined && (
            <line class="page" x1={LEFT} x2={RIGHT} y1={pageLine} y2={pageLine} />
          )}
          <polyline points={cornersOf(points)} />
          {points.map(({ x, y, label, of }) => (
            <g key={of.ref}>
              <title>{pointWords(of)}</title>
              <circle class="reach" cx={x} cy={y} r="11" />
              <circle cx={x} cy={y} r="4" />
              {label && (
                <text x={label.x} y={label.y} text-anchor={label.anchor}>
                  {valueWords(of)}
                </text>
              )}
            </g>
          ))}
        </svg>
      )}
      {pageLine !== undefined && points.length > 1 && (
        <figcaption class="page-key">{words('chartPageLine')}</figcaption>
      )}
      <SeriesTable measure={measure} />
    </figure>
  );
}

/** What a point says under the pointer; the table below says it to everybody. */
function pointWords(of: Point['of']): string {
  return `${when(of.period)}: ${valueWords(of)} (${of.source.publisher})`;
}

/** A number in one line, but for one that no line holds. */
function Value({ of }: { readonly of: Point['of'] }) {
  const text = valueWords(of);
  return <td class={text.length > LONGEST ? 'value long' : 'value'}>{text}</td>;
}

const LONGEST = 20;

function cornersOf(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(' ');
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
            <Value of={each} />
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
