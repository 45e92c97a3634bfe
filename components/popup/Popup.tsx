import type { LibraryHealth } from '@/lib/collections/library-health';
import type { Reopened } from '@/lib/collections/reopened';
import type { DatasetLabel } from '@/lib/context/shelf';
import type { PageState } from '@/lib/reading/page-state';
import { MARK_KINDS, type Settings } from '@/lib/settings';
import { Button } from '@/components/shared/Button';
import { DensityChoice } from '@/components/shared/DensityChoice';
import { Grant } from '@/components/shared/Grant';
import '@/components/shared/marks-sample.css';
import { HealthNote } from '@/components/shared/HealthNote';
import { ReopenedNote } from '@/components/shared/ReopenedNote';
import { SiteSwitches } from '@/components/shared/SiteSwitches';
import { dayOf } from '@/components/shared/when';
import { numberWords, plural, words } from '@/components/shared/words';
import './popup.css';
import { SavePage } from './SavePage';

type Props = {
  readonly state: PageState;
  readonly settings: Settings;
  readonly host: string;
  readonly data: readonly DatasetLabel[];
  /** What became of saved words, where the page was opened for them. */
  readonly reopened?: Reopened | undefined;
  /** Whether the browser lets us look at the sites that the reader chose. */
  readonly granted: boolean;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onStep: (direction: 'next' | 'previous') => void;
  readonly onPanel: () => void;
  /** Whether the library is well; undefined until that is known. */
  readonly health?: LibraryHealth | undefined;
  readonly onLibrary: (room?: 'in-and-out' | 'keep-safe') => void;
  readonly onSources: () => void;
  readonly onOptions: () => void;
  /** Asks the browser for this site alone, for news sites, or for all. */
  readonly onGrant: (where: 'here' | 'news' | 'everywhere') => void;
  readonly onSavePage: () => Promise<void>;
};

/** The toolbar's popup: what became of this page, in words, and the few switches that matter here. */
export function Popup(props: Props) {
  const { state, settings, host, data } = props;
  return (
    <main class="popup">
      <h1 class="only-read-aloud">{words('extensionName')}</h1>
      {props.health && (
        <HealthNote
          health={props.health}
          onExport={() => props.onLibrary('in-and-out')}
          onRestore={() => props.onLibrary('keep-safe')}
        />
      )}
      <section aria-live="polite">
        <p class="status">{words(`status_${state.status.replaceAll('-', '_')}`)}</p>
        {state.reason !== undefined && <p class="muted">{words(state.reason)}</p>}
        <Counts state={state} />
        {state.unread.map((key) => (
          <p class="muted" key={key}>
            {words(key)}
          </p>
        ))}
      </section>
      {props.reopened && <ReopenedNote reopened={props.reopened} />}
      {state.status === 'not-permitted' && (!props.granted || host !== '') && (
        <Grant host={host} onGrant={props.onGrant} />
      )}
      {state.status === 'marked' && <Steps onStep={props.onStep} />}
      <SiteSwitches settings={settings} host={host} onChange={props.onChange} />
      <DensityChoice
        chosen={settings.density}
        onChoose={(density) => props.onChange({ density })}
      />
      <nav class="wide" aria-label={words('extensionName')}>
        <Button onPress={props.onPanel}>{words('openPanel')}</Button>
        <Button onPress={() => props.onLibrary()}>{words('openLibrary')}</Button>
        <Button onPress={props.onSources}>{words('openSources')}</Button>
        <Button onPress={props.onOptions}>{words('openOptions')}</Button>
        {host !== '' && <SavePage onSavePage={props.onSavePage} />}
      </nav>
      <Data data={data} />
    </main>
  );
}

function Steps({ onStep }: Pick<Props, 'onStep'>) {
  return (
    <div class="steps">
      <Button onPress={() => onStep('previous')}>{words('previousMark')}</Button>
      <Button onPress={() => onStep('next')}>{words('nextMark')}</Button>
    </div>
  );
}

function Counts({ state }: Pick<Props, 'state'>) {
  const kinds = MARK_KINDS.filter((kind) => state.examined[kind] > 0);
  if (kinds.length === 0) return null;
  return (
    <ul class="counts">
      {kinds.map((kind) => (
        <li key={kind}>
          <span class={`sample ${kind}`}>{plural(`count_${kind}`, state.examined[kind])}</span>{' '}
          <span class="muted">{words('ofWhichKnown', numberWords(state.withContext[kind]))}</span>
        </li>
      ))}
    </ul>
  );
}

function Data({ data }: Pick<Props, 'data'>) {
  if (data.length === 0) return <p class="muted">{words('dataNone')}</p>;
  return (
    <ul class="data muted">
      {data.map(({ id, title, edition, heldSince }) => (
        <li key={id}>
          {words('dataLine', title, numberWords(edition))}
          {heldSince !== undefined && `, ${words('dateSince', dayOf(heldSince))}`}
        </li>
      ))}
    </ul>
  );
}
