import { MARK_KINDS, type Settings } from '@/lib/settings';
import { Button } from '@/components/shared/Button';
import { DensityChoice } from '@/components/shared/DensityChoice';
import '@/components/shared/marks-sample.css';
import { words } from '@/components/shared/words';
import './options.css';

type Props = {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
};

/** Everything that the reader can choose, each with what it means. */
export function Options({ settings, onChange }: Props) {
  return (
    <main class="options">
      <h1>{words('optionsTitle')}</h1>
      <DensityChoice chosen={settings.density} onChoose={(density) => onChange({ density })} />
      <fieldset>
        <legend>{words('optionsKinds')}</legend>
        {MARK_KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={settings.kinds[kind]}
              onChange={() =>
                onChange({ kinds: { ...settings.kinds, [kind]: !settings.kinds[kind] } })
              }
            />{' '}
            <span class={`sample ${kind}`}>{words(`kindOfMark_${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <Choice
        title={words('optionsTheme')}
        prefix="theme"
        all={['auto', 'light', 'dark']}
        chosen={settings.theme}
        onChoose={(theme) => onChange({ theme })}
      />
      <Choice
        title={words('optionsLanguage')}
        prefix="language"
        all={['auto', 'en', 'km']}
        chosen={settings.language}
        onChoose={(language) => onChange({ language })}
      />
      <Switches settings={settings} onChange={onChange} />
      <OwnRecord settings={settings} onChange={onChange} />
      <PausedSites settings={settings} onChange={onChange} />
      <Mutes settings={settings} onChange={onChange} />
    </main>
  );
}

type ChoiceProps<Value extends string> = {
  readonly title: string;
  readonly prefix: string;
  readonly all: readonly Value[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
};

function Choice<Value extends string>({
  title,
  prefix,
  all,
  chosen,
  onChoose,
}: ChoiceProps<Value>) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {all.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={prefix}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />{' '}
          {words(`${prefix}_${value.replaceAll('-', '_')}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Switches({ settings, onChange }: Props) {
  return (
    <fieldset>
      <legend>{words('optionsMore')}</legend>
      <label>
        <input
          type="checkbox"
          checked={settings.badge}
          onChange={() => onChange({ badge: !settings.badge })}
        />{' '}
        {words('optionsBadge')}
      </label>
      <label>
        <input
          type="checkbox"
          checked={settings.privateWindows}
          onChange={() => onChange({ privateWindows: !settings.privateWindows })}
        />{' '}
        {words('optionsPrivate')}
      </label>
    </fieldset>
  );
}

function OwnRecord({ settings, onChange }: Props) {
  const { ownRecord } = settings;
  return (
    <fieldset>
      <legend>{words('optionsOwnRecord')}</legend>
      <p class="muted">{words('optionsOwnRecordMeans')}</p>
      <label>
        <input
          type="checkbox"
          checked={ownRecord.on}
          onChange={() => onChange({ ownRecord: { ...ownRecord, on: !ownRecord.on } })}
        />{' '}
        {words('optionsOwnRecordOn')}
      </label>
      <Choice
        title={words('optionsRetention')}
        prefix="retention"
        all={['30-days', '1-year', 'keep']}
        chosen={ownRecord.retention}
        onChoose={(retention) => onChange({ ownRecord: { ...ownRecord, retention } })}
      />
    </fieldset>
  );
}

function PausedSites({ settings, onChange }: Props) {
  return (
    <fieldset>
      <legend>{words('optionsPausedSites')}</legend>
      {settings.pausedSites.length === 0 && <p class="muted">{words('optionsNoPausedSites')}</p>}
      {settings.pausedSites.map((site) => (
        <p class="row" key={site}>
          <span>{site}</span>
          <Button
            tone="quiet"
            onPress={() =>
              onChange({ pausedSites: settings.pausedSites.filter((each) => each !== site) })
            }
          >
            {words('optionsTakeOff')}
          </Button>
        </p>
      ))}
    </fieldset>
  );
}

function Mutes({ settings, onChange }: Props) {
  return (
    <fieldset>
      <legend>{words('optionsMutes')}</legend>
      {settings.mutes.length === 0 && <p class="muted">{words('optionsNoMutes')}</p>}
      {settings.mutes.map((mute) => (
        <p class="row" key={`${mute.what} ${mute.id}`}>
          <span>{words(`mute_${mute.what}`, mute.label)}</span>
          <Button
            tone="quiet"
            onPress={() => onChange({ mutes: settings.mutes.filter((each) => each !== mute) })}
          >
            {words('optionsTakeOff')}
          </Button>
        </p>
      ))}
    </fieldset>
  );
}
