import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FinderQuery, Sort } from '@/lib/collections/finder-entries';
import type { Counted } from '@/lib/collections/finder-tally';
import { Button } from '@/components/shared/Button';
import { numberWords, plural, words } from '@/components/shared/words';
import type { LibraryView, LibraryWishes } from './library-view';

type Props = {
  readonly view: Pick<LibraryView, 'query' | 'ids' | 'isReady' | 'facets' | 'twins'>;
  readonly wishes: LibraryWishes;
};

const SORTS: readonly Sort[] = ['newest', 'oldest', 'published', 'changed', 'speaker', 'site'];

/** Search, filters and order; says how many there are. */
export function LibraryTools({ view, wishes }: Props) {
  const { query } = view;
  const field = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => focusOnSlash(field), []);
  return (
    <search class={isOpen ? 'tools open' : 'tools'}>
      <label class="field search">
        <span>{words('librarySearch')}</span>
        <input
          ref={field}
          type="search"
          value={query.text ?? ''}
          placeholder={words('librarySearchHint')}
          onInput={({ currentTarget }) => wishes.onQuery({ ...query, text: currentTarget.value })}
        />
      </label>
      <Filters view={view} wishes={wishes} />
      <p class="count">
        <output class="muted">
          {view.isReady ? plural('libraryItems', view.ids.length) : words('libraryReading')}
        </output>
        <span class="fold">
          <Button tone="quiet" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {words('libraryFilters')}
          </Button>
        </span>
        {view.twins > 0 && (
          <Button tone="quiet" onPress={wishes.onMergeTwins}>
            {plural('libraryMergeTwins', view.twins)}
          </Button>
        )}
      </p>
    </search>
  );
}

function Filters({ view, wishes }: Props) {
  const { query } = view;
  return (
    <>
      <Choice
        name="libraryFilterKind"
        value={query.kind}
        values={view.facets.kinds}
        label={kindLabel}
        onChoose={(kind) => wishes.onQuery(without({ ...query, ...kindOf(kind) }, kind, 'kind'))}
      />
      <Choice
        name="libraryFilterPerson"
        value={query.speaker}
        values={view.facets.speakers}
        onChoose={(speaker) => wishes.onQuery(without({ ...query, speaker }, speaker, 'speaker'))}
      />
      <Choice
        name="libraryFilterSite"
        value={query.site}
        values={view.facets.sites}
        onChoose={(site) => wishes.onQuery(without({ ...query, site }, site, 'site'))}
      />
      <Days view={view} wishes={wishes} />
    </>
  );
}

function Days({ view, wishes }: Props) {
  const { query } = view;
  return (
    <>
      <label class="field">
        <span>{words('libraryFilterFrom')}</span>
        <input
          type="date"
          value={fieldDay(query.from)}
          onChange={({ currentTarget }) => wishes.onQuery(since(query, currentTarget.value))}
        />
      </label>
      <label class="field">
        <span>{words('libraryFilterTo')}</span>
        <input
          type="date"
          value={fieldDay(query.to === undefined ? undefined : query.to - 1)}
          onChange={({ currentTarget }) => wishes.onQuery(until(query, currentTarget.value))}
        />
      </label>
      <label class="field">
        <span>{words('librarySort')}</span>
        <select
          value={query.sort ?? 'newest'}
          onChange={({ currentTarget }) =>
            wishes.onQuery({ ...query, sort: sortOf(currentTarget.value) })
          }
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {words(`librarySort_${sort}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly value: string | undefined;
  readonly values: readonly Counted[];
  readonly label?: (value: string) => string;
  readonly onChoose: (value: string) => void;
};

function Choice({ name, value, values, label = itself, onChoose }: ChoiceProps) {
  // Hundreds of them, which stay the same while the reader types.
  const options = useMemo(
    () =>
      values.slice(0, 500).map(([each, count]) => (
        <option key={each} value={each}>
          {label(each)} ({numberWords(count)})
        </option>
      )),
    [values, label],
  );
  return (
    <label class="field">
      <span>{words(name)}</span>
      <select value={value ?? ''} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value="">{words('libraryAny')}</option>
        {options}
      </select>
    </label>
  );
}

function itself(value: string): string {
  return value;
}

function kindLabel(kind: string): string {
  return words(`libraryKind_${kind}`);
}

function kindOf(value: string): FinderQuery {
  const kinds = ['claim', 'person', 'organisation', 'figure', 'selection', 'page'] as const;
  const kind = kinds.find((each) => each === value);
  return kind ? { kind } : {};
}

function sortOf(value: string): Sort {
  return SORTS.find((each) => each === value) ?? 'newest';
}

/** An empty choice asks for nothing. */
function without(
  query: FinderQuery,
  value: string,
  name: 'kind' | 'speaker' | 'site',
): FinderQuery {
  if (value !== '') return query;
  const { [name]: _dropped, ...rest } = query;
  return rest;
}

function since(query: FinderQuery, day: string): FinderQuery {
  const { from: _from, ...rest } = query;
  return day === '' ? rest : { ...rest, from: beginningOf(day) };
}

function until(query: FinderQuery, day: string): FinderQuery {
  const { to: _to, ...rest } = query;
  return day === '' ? rest : { ...rest, to: beginningOf(day, 1) };
}

/** Where a day begins here; a day is not always of 24 hours. */
function beginningOf(day: string, after = 0): number {
  const begins = new Date(`${day}T00:00`);
  return begins.setDate(begins.getDate() + after);
}

/** The day of a moment as a field for days wants it. */
function fieldDay(moment: number | undefined): string {
  if (moment === undefined) return '';
  const day = new Date(moment);
  return `${day.getFullYear()}-${twoDigits(day.getMonth() + 1)}-${twoDigits(day.getDate())}`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}

/** `/` brings the reader to the search, wherever no text is being written. */
function focusOnSlash(field: { readonly current: HTMLInputElement | null }): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const { target } = event;
    const isWriting = target instanceof HTMLElement && target.matches('input,textarea,select');
    if (event.key !== '/' || isWriting) return;
    event.preventDefault();
    field.current?.focus();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
