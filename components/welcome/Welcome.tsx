import { MARK_KINDS, type Settings } from '@/lib/settings';
import { Button } from '@/components/shared/Button';
import { Choice } from '@/components/shared/Choice';
import '@/components/shared/marks-sample.css';
import { Switch } from '@/components/shared/Switch';
import { words } from '@/components/shared/words';
import './welcome.css';

type Props = {
  /** Firefox may hold the sites back until the reader says yes. */
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
      {!granted && (
        <section class="step notice">
          <p>{words('welcomeSites')}</p>
          <Button tone="primary" onPress={onGrant}>
            {words('grantChosen')}
          </Button>
        </section>
      )}
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
        <p class="muted">{words('welcomePermission')}</p>
      </section>
      <FirstChoices settings={settings} onChange={onChange} />
    </main>
  );
}

function FirstChoices({ settings, onChange }: Pick<Props, 'settings' | 'onChange'>) {
  const { ownRecord, sites } = settings;
  return (
    <section class="chosen" aria-labelledby="choices">
      <h2 id="choices">{words('welcomeChoices')}</h2>
      <Choice
        title={words('optionsSitesWhere')}
        prefix="sites"
        all={['everywhere', 'news', 'chosen']}
        chosen={sites}
        onChoose={(next) => onChange({ sites: next })}
      />
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
