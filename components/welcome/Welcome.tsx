import { Button } from '@/components/shared/Button';
import { words } from '@/components/shared/words';
import './welcome.css';

type Props = {
  /** Firefox may hold the sites back until the reader says yes. */
  readonly granted: boolean;
  readonly ownRecord: boolean;
  readonly onGrant: () => void;
  readonly onExample: () => void;
  readonly onOwnRecord: (on: boolean) => void;
};

const PROMISES = ['promiseLocal', 'promisePage', 'promiseSides', 'promiseYours'] as const;

/** What this is, what it may and why, and the few choices that matter at first. */
export function Welcome({ granted, ownRecord, onGrant, onExample, onOwnRecord }: Props) {
  return (
    <main class="welcome">
      <h1>{words('welcomeTitle')}</h1>
      <p>{words('welcomeWhat')}</p>
      <ul>
        {PROMISES.map((key) => (
          <li key={key}>{words(key)}</li>
        ))}
      </ul>
      {!granted && (
        <section>
          <p>{words('welcomeSites')}</p>
          <Button tone="primary" onPress={onGrant}>
            {words('grantSites')}
          </Button>
        </section>
      )}
      <p class="row">
        <Button tone={granted ? 'primary' : 'plain'} onPress={onExample}>
          {words('welcomeExample')}
        </Button>
        <span class="muted">{words('welcomeKeys')}</span>
      </p>
      <label>
        <input type="checkbox" checked={ownRecord} onChange={() => onOwnRecord(!ownRecord)} />{' '}
        {words('optionsOwnRecordOn')}
      </label>
      <p class="muted">{words('optionsOwnRecordMeans')}</p>
    </main>
  );
}
