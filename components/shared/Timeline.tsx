import { useState } from 'preact/hooks';
import type { StatementLine } from '@/lib/context/context';
import { SourceLink } from './SourceLink';
import { Day, inQuotes } from './StatementEntry';
import './timeline.css';
import { yearOf } from './timeline-of';
import { yearWords } from './when';
import { plural, words } from './words';

/** A subject or a person, with what was said, oldest to newest. */
export type TimelineRow = { readonly label: string; readonly lines: readonly StatementLine[] };

type Props = { readonly title: string; readonly rows: readonly TimelineRow[] };
type Years = { readonly first: number; readonly last: number };

const WIDTH = 340;
const HEIGHT = 14;
const EDGE = 7;

/** Statements over the years, a row a subject; each row opens to the same in words, day by day. */
export function Timeline({ title, rows }: Props) {
  const dated = rows.filter(({ lines }) => lines.length > 0);
  const years = yearsOf(dated.flatMap(({ lines }) => lines));
  if (!years) return null;
  return (
    <section class="part timeline">
      <h2>{title}</h2>
      {dated.map((row) => (
        <Row key={row.label} row={row} years={years} />
      ))}
      <p class="years muted" aria-hidden="true">
        <span>{yearWords(Math.floor(years.first))}</span>
        <span>{yearWords(Math.floor(years.last))}</span>
      </p>
    </section>
  );
}

function Said({ line }: { readonly line: StatementLine }) {
  return (
    <li>
      <Day line={line} />
      <p lang={line.lang}>
        <b>{line.speaker.name}</b>: {line.kind === 'quote' ? inQuotes(line.text) : line.text}
      </p>
      <SourceLink source={line.source} />
    </li>
  );
}

/** Closed it is a line of dots; its words are drawn only when it is opened, for there may be many. */
function Row({ row, years }: { readonly row: TimelineRow; readonly years: Years }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="subject">{row.label}</span>
        <span class="muted">{spanWords(row.lines)}</span>
        <Strip lines={row.lines} years={years} />
      </summary>
      {isOpen && (
        <ol>
          {row.lines.map((line) => (
            <Said key={line.ref} line={line} />
          ))}
        </ol>
      )}
    </details>
  );
}

/** A dot for each statement; what it shows stands in words beside it. */
function Strip({
  lines,
  years,
}: {
  readonly lines: readonly StatementLine[];
  readonly years: Years;
}) {
  const span = years.last - years.first || 1;
  const places = lines.flatMap((line) => yearOf(dayOf(line)) ?? []);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line class="axis" x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {places.map((year, at) => (
        <circle
          // oxlint-disable-next-line react/no-array-index-key -- two statements of one day are two dots
          key={at}
          cx={EDGE + ((year - years.first) / span) * (WIDTH - 2 * EDGE)}
          cy={HEIGHT / 2}
          r="4.5"
        />
      ))}
    </svg>
  );
}

function spanWords(lines: readonly StatementLine[]): string {
  const count = plural('count_statement', lines.length);
  const years = yearsOf(lines);
  if (!years) return count;
  const [first, last] = [years.first, years.last].map((year) => yearWords(Math.floor(year)));
  return `${count}, ${first === last ? first : words('dateFromTo', first ?? '', last ?? '')}`;
}

function yearsOf(lines: readonly StatementLine[]): Years | undefined {
  const years = lines.flatMap((line) => yearOf(dayOf(line)) ?? []);
  return years.length === 0 ? undefined : { first: Math.min(...years), last: Math.max(...years) };
}

function dayOf({ said, source }: StatementLine): string {
  return said ?? source.published;
}
