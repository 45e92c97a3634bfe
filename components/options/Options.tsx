import { MARK_KINDS, type Settings } from '@/lib/settings';
import { Button } from '@/components/shared/Button';
import { Choice } from '@/components/shared/Choice';
import { DensityChoice } from '@/components/shared/DensityChoice';
import '@/components/shared/marks-sample.css';
import { Switch } from '@/components/shared/Switch';
import { words } from '@/components/shared/words';
import { type Device, DeviceOptions } from './DeviceOptions';
import '@/components/shared/long-page.css';
import './options.css';
import { SiteOptions } from './SiteOptions';

type Change = {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
};

type Props = Change & {
  readonly device: Device;
  readonly granted: boolean;
  readonly onGrant: () => void;
  readonly onShortcuts: () => void;
  readonly onCopy: (text: string) => Promise<void>;
};

/** Everything that the reader can choose, each with what it means. */
export function Options({ settings, onChange, device, ...props }: Props) {
  return (
    <main class="long-page options">
      <h1>{words('optionsTitle')}</h1>
      <Marking settings={settings} onChange={onChange} />
      <SiteOptions
        settings={settings}
        onChange={onChange}
        granted={props.granted}
        onGrant={props.onGrant}
      />
      <Looks settings={settings} onChange={onChange} />
      <OwnRecord settings={settings} onChange={onChange} />
      <Mutes settings={settings} onChange={onChange} />
      <DeviceOptions device={device} onShortcuts={props.onShortcuts} onCopy={props.onCopy} />
    </main>
  );
}

function Marking({ settings, onChange }: Change) {
  const { density, kinds } = settings;
  return (
    <section aria-labelledby="marks">
      <h2 id="marks">{words('optionsMarks')}</h2>
      <DensityChoice chosen={density} onChoose={(next) => onChange({ density: next })} />
      <fieldset>
        <legend>{words('optionsKinds')}</legend>
        {MARK_KINDS.map((kind) => (
          <Switch
            key={kind}
            on={kinds[kind]}
            onSwitch={() => onChange({ kinds: { ...kinds, [kind]: !kinds[kind] } })}
          >
            <span class={`sample ${kind}`}>{words(`kindOfMark_${kind}`)}</span>
          </Switch>
        ))}
      </fieldset>
    </section>
  );
}

function Looks({ settings, onChange }: Change) {
  const { theme, language, badge } = settings;
  return (
    <section aria-labelledby="looks">
      <h2 id="looks">{words('optionsLooks')}</h2>
      <Choice
        title={words('optionsTheme')}
        prefix="theme"
        all={['auto', 'light', 'dark']}
        chosen={theme}
        onChoose={(next) => onChange({ theme: next })}
      />
      <Choice
        title={words('optionsLanguage')}
        prefix="language"
        all={['auto', 'en', 'km']}
        chosen={language}
        onChoose={(next) => onChange({ language: next })}
      />
      <Switch on={badge} onSwitch={() => onChange({ badge: !badge })}>
        {words('optionsBadge')}
      </Switch>
    </section>
  );
}

function OwnRecord({ settings, onChange }: Change) {
  const { ownRecord, privateWindows } = settings;
  return (
    <section aria-labelledby="own-record">
      <h2 id="own-record">{words('optionsOwnRecord')}</h2>
      <p class="muted">{words('optionsOwnRecordMeans')}</p>
      <p>
        <a href="/own-record.html">{words('ownRecordReview')}</a>
      </p>
      <Switch
        on={ownRecord.on}
        onSwitch={() => onChange({ ownRecord: { ...ownRecord, on: !ownRecord.on } })}
      >
        {words('optionsOwnRecordOn')}
      </Switch>
      {ownRecord.on && (
        <Choice
          title={words('optionsRetention')}
          prefix="retention"
          all={['30-days', '1-year', 'keep']}
          chosen={ownRecord.retention}
          onChoose={(retention) => onChange({ ownRecord: { ...ownRecord, retention } })}
        />
      )}
      <Switch on={privateWindows} onSwitch={() => onChange({ privateWindows: !privateWindows })}>
        {words('optionsPrivate')}
      </Switch>
    </section>
  );
}

function Mutes({ settings: { mutes }, onChange }: Change) {
  return (
    <section aria-labelledby="hidden">
      <h2 id="hidden">{words('optionsMutes')}</h2>
      {mutes.length === 0 && <p class="muted">{words('optionsNoMutes')}</p>}
      {mutes.map((mute) => (
        <p class="row" key={`${mute.what} ${mute.id}`}>
          <span>{words(`mute_${mute.what}`, mute.label)}</span>
          <Button
            tone="quiet"
            label={`${words('optionsTakeOff')}: ${mute.label}`}
            onPress={() => onChange({ mutes: mutes.filter((each) => each !== mute) })}
          >
            {words('optionsTakeOff')}
          </Button>
        </p>
      ))}
    </section>
  );
}
