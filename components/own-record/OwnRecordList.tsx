import type { OwnQuote } from '@/lib/context/own-record';
import { Button } from '@/components/shared/Button';
import { ReadEntry } from '@/components/shared/ReadEntry';
import { plural, words } from '@/components/shared/words';
import '@/components/shared/long-page.css';
import './own-record.css';

type Props = {
  readonly quotes: readonly OwnQuote[];
  /** How many there are in all. */
  readonly count: number;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onRemove: (id: string) => void;
  readonly onWipe: () => void;
};

/** What the reader has read by named speakers: to search, to take out, to wipe. */
export function OwnRecordList({ quotes, count, search, onSearch, onRemove, onWipe }: Props) {
  return (
    <main class="long-page own-record">
      <h1>{words('optionsOwnRecord')}</h1>
      <p class="muted">{words('optionsOwnRecordMeans')}</p>
      {count > 0 && (
        <>
          <p>{plural('ownRecordCount', count)}</p>
          <label class="field">
            <span>{words('ownRecordSearch')}</span>
            <input
              type="search"
              value={search}
              onInput={({ currentTarget }) => onSearch(currentTarget.value)}
            />
          </label>
        </>
      )}
      {quotes.length === 0 && (
        <p>
          {words(count === 0 ? 'ownRecordEmpty' : 'ownRecordNoneFound')}{' '}
          {count === 0 && <a href="/options.html#own-record">{words('openOptions')}</a>}
        </p>
      )}
      {quotes.map((quote) => (
        <ReadEntry key={quote.id} line={quote}>
          <Button tone="quiet" onPress={() => onRemove(quote.id)}>
            {words('ownRecordRemove')}
          </Button>
        </ReadEntry>
      ))}
      {count > 0 && <Button onPress={onWipe}>{words('ownRecordWipe')}</Button>}
    </main>
  );
}
