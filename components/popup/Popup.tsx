import type { DatasetLabel } from '@/lib/context/shelf';
import type { PageState } from '@/lib/reading/page-state';
import { MARK_KINDS, type Settings } from '@/lib/settings';
import { Button } from '@/components/shared/Button';
import { DensityChoice } from '@/components/shared/DensityChoice';
import { numberWords, plural, words } from '@/components/shared/words';
import '@/components/shared/marks-sample.css';
import './popup.css';

type Props = {
  readonly state: PageState;
  readonly settings: Settings;
  readonly host: string;
  readonly data: readonly DatasetLabel[];
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onStep: (direction: 'next' | 'previous') => void;
  readonly onPanel: () => void;
  readonly onLibrary: () => void;
  readonly onOptions: () => void;
  readonly onGrant: () => void;
};

/** The toolbar's popup: what became of this page, in words, and the few switches that matter here. */
export function Popup(props: Props) {
  const { state, settings, host, data } = props;
  return (
    <main class="popup">
      <h1>{words('extensionName')}</h1>
      <section aria-live="polite">
        <p class="status">{words(`status_${state.status.replaceAll('-', '_')}`)}</p>
        {state.reason !== undefined && <p class="muted">{words(state.reason)}</p>}
        {state.status === 'not-permitted' && (
          <Button tone="primary" onPress={props.onGrant}>
            {words('grantSites')}
          </Button>
        )}
        <Counts state={state} />
        {state.unread.map((key) => (
          <p class="muted" key={key}>
            {words(key)}
          </p>
        ))}
      </section>
      {state.status === 'marked' && <Steps onStep={props.onStep} />}
      <DensityChoice
        chosen={settings.density}
        onChoose={(density) => props.onChange({ density })}
      />
      <Switches settings={settings} host={host} onChange={props.onChange} />
      <nav class="row">
        <Button onPress={props.onPanel}>{words('openPanel')}</Button>
        <Button onPress={props.onLibrary}>{words('openLibrary')}</Button>
        <Button tone="quiet" onPress={props.onOptions}>
          {words('openOptions')}
        </Button>
      </nav>
      {data.length === 0 && <p class="muted">{words('dataNone')}</p>}
      {data.map(({ id, title, edition }) => (
        <p class="muted" key={id}>
          {words('dataLine', title, String(edition))}
        </p>
      ))}
    </main>
  );
}

function Steps({ onStep }: Pick<Props, 'onStep'>) {
  return (
    <p class="row">
      <Button onPress={() => onStep('previous')}>{words('previousMark')}</Button>
      <Button onPress={() => onStep('next')}>{words('nextMark')}</Button>
    </p>
  );
}

function Counts({ state }: Pick<Props, 'state'>) {
  const kinds = MARK_KINDS.filter((kind) => state.examined[kind] > 0);
  if (kinds.length === 0) return null;
  return (
    <ul class="counts">
      {kinds.map((kind) => (
        <li key={kind}>
          <span class={`sample ${kind}`}>{plural(`count_${kind}`, state.examined[kind])}</span>
          <span class="muted"> {words('ofWhichKnown', numberWords(state.withContext[kind]))}</span>
        </li>
      ))}
    </ul>
  );
}

type SwitchProps = Pick<Props, 'settings' | 'host' | 'onChange'>;

function Switches({ settings, host, onChange }: SwitchProps) {
  const here = host.replace(/^www\./u, '');
  const isOffHere = settings.pausedSites.includes(here);
  const others = settings.pausedSites.filter((each) => each !== here);
  return (
    <div class="switches">
      <label>
        <input
          type="checkbox"
          checked={!settings.paused}
          onChange={() => onChange({ paused: !settings.paused })}
        />{' '}
        {words('switchOn')}
      </label>
      {here !== '' && (
        <label>
          <input
            type="checkbox"
            checked={!isOffHere}
            onChange={() => onChange({ pausedSites: isOffHere ? others : [...others, here] })}
          />{' '}
          {words('switchOnHere', here)}
        </label>
      )}
    </div>
  );
}
