import type { OwnQuote } from '@/lib/context/own-record';
import { Button } from '@/components/shared/Button';
import { httpLink } from '@/components/shared/http-link';
import '@/components/shared/statement-entry.css';
import { dayOf } from '@/components/shared/when';
import { plural, words } from '@/components/shared/words';
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
    <main class="own-record">
      <h1>{words('optionsOwnRecord')}</h1>
      <p class="muted">{words('optionsOwnRecordMeans')}</p>
      <p>{plural('ownRecordCount', count)}</p>
      <label class="field">
        <span>{words('ownRecordSearch')}</span>
        <input
          type="search"
          value={search}
          onInput={({ currentTarget }) => onSearch(currentTarget.value)}
        />
      </label>
      {quotes.length === 0 && (
        <p class="muted">{words(count === 0 ? 'ownRecordEmpty' : 'ownRecordNoneFound')}</p>
      )}
      {quotes.map((quote) => (
        <Quote key={quote.id} quote={quote} onRemove={onRemove} />
      ))}
      {count > 0 && <Button onPress={onWipe}>{words('ownRecordWipe')}</Button>}
    </main>
  );
}

type QuoteProps = { readonly quote: OwnQuote; readonly onRemove: (id: string) => void };

function Quote({ quote, onRemove }: QuoteProps) {
  const link = httpLink(quote.url);
  return (
    <article class="statement-entry">
      <p class="who">
        <b>{quote.speaker}</b>
      </p>
      <blockquote class="verbatim" cite={quote.url}>
        <p>{quote.words}</p>
      </blockquote>
      <p class="where muted">
        {words('youReadThisOn', dayOf(quote.seenAt))}{' '}
        {link && (
          <a href={link.href} target="_blank" rel="noopener noreferrer">
            {quote.publisher ?? link.host}: {quote.title}
          </a>
        )}
      </p>
      <Button tone="quiet" onPress={() => onRemove(quote.id)}>
        {words('ownRecordRemove')}
      </Button>
    </article>
  );
}
