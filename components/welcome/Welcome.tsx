import { MARK_KINDS, type Settings } from '@/lib/settings';
import { Button } from '@/components/shared/Button';
import { Choice } from '@/components/shared/Choice';
import '@/components/shared/marks-sample.css';
import { Switch } from '@/components/shared/Switch';
import { words } from '@/components/shared/words';
import './welcome.css';

type Props = {
  /** Whether the browser lets us see the sites that are chosen. */
  readonly granted: boolean;
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onGrant: () => void;
  readonly onExample: () => void;
};

const PROMISES = ['promiseLocal', 'promisePage', 'promiseSides', 'promiseYours'] as const;

/** What this is, what it may and why, and the few choices that matter at first. */
export function Welcome({ granted, settings, onChange, onGrant, onExample }: Props) {
  return (
    <main class="welcome">
      <h1>{words('welcomeTitle')}</h1>
      <p class="lead">{words('welcomeWhat')}</p>
      <ul class="marks">
        {MARK_KINDS.map((kind) => (
          <li key={kind}>
            <span class={`sample ${kind}`}>{words(`kindOfMark_${kind}`)}</span>
          </li>
        ))}
      </ul>
      <Where granted={granted} settings={settings} onChange={onChange} onGrant={onGrant} />
      <section class="step">
        <Button tone={granted ? 'primary' : 'plain'} onPress={onExample}>
          {words('welcomeExample')}
        </Button>
        <p class="muted">{words('welcomeKeys')}</p>
      </section>
      <section aria-labelledby="promises">
        <h2 id="promises">{words('welcomePromises')}</h2>
        <ul class="promises">
          {PROMISES.map((key) => (
            <li key={key}>{words(key)}</li>
          ))}
        </ul>
      </section>
      <FirstChoices settings={settings} onChange={onChange} />
    </main>
  );
}

/** Nothing is seen before the reader has said where, and the browser has asked. */
function Where({ granted, settings, onChange, onGrant }: Omit<Props, 'onExample'>) {
  return (
    <section class={`step${granted ? '' : ' notice'}`}>
      {!granted && <p>{words('welcomeSites')}</p>}
      <Choice
        title={words('optionsSitesWhere')}
        prefix="sites"
        all={['everywhere', 'news', 'chosen']}
        chosen={settings.sites}
        onChoose={(next) => onChange({ sites: next })}
      />
      {!granted && (
        <Button tone="primary" onPress={onGrant}>
          {words('grantChosen')}
        </Button>
      )}
      <p class="muted">{words('welcomePermission')}</p>
    </section>
  );
}

function FirstChoices({ settings, onChange }: Pick<Props, 'settings' | 'onChange'>) {
  const { ownRecord } = settings;
  return (
    <section class="chosen" aria-labelledby="choices">
      <h2 id="choices">{words('welcomeChoices')}</h2>
      <Switch
        on={ownRecord.on}
        onSwitch={() => onChange({ ownRecord: { ...ownRecord, on: !ownRecord.on } })}
      >
        {words('optionsOwnRecordOn')}
      </Switch>
      <p class="muted">{words('optionsOwnRecordMeans')}</p>
    </section>
  );
}
