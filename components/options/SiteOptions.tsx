import { useState } from 'preact/hooks';
import type { Settings } from '@/lib/settings';
import { Button } from '@/components/shared/Button';
import { Choice } from '@/components/shared/Choice';
import { words } from '@/components/shared/words';

type Props = {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  /** Whether the browser lets us see the sites that are chosen. */
  readonly granted: boolean;
  readonly onGrant: () => void;
};

/** On which sites pages are read, and on which they are left alone. */
export function SiteOptions({ settings, onChange, granted, onGrant }: Props) {
  const { sites, chosenSites, pausedSites } = settings;
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{words('optionsSites')}</h2>
      {!granted && (
        <div class="notice">
          <p>{words('welcomeSites')}</p>
          <Button tone="primary" onPress={onGrant}>
            {words('grantChosen')}
          </Button>
        </div>
      )}
      <Choice
        title={words('optionsSitesWhere')}
        prefix="sites"
        all={['everywhere', 'news', 'chosen']}
        chosen={sites}
        onChoose={(where) => onChange({ sites: where })}
      />
      {sites !== 'everywhere' && (
        <SiteList
          title={words('optionsChosenSites')}
          none={words('optionsNoChosenSites')}
          sites={chosenSites}
          onSites={(next) => onChange({ chosenSites: next })}
        />
      )}
      <SiteList
        title={words('optionsPausedSites')}
        none={words('optionsNoPausedSites')}
        sites={pausedSites}
        onSites={(next) => onChange({ pausedSites: next })}
      />
    </section>
  );
}

type ListProps = {
  readonly title: string;
  readonly none: string;
  readonly sites: readonly string[];
  readonly onSites: (sites: readonly string[]) => void;
};

function SiteList({ title, none, sites, onSites }: ListProps) {
  const [added, setAdded] = useState('');
  const site = siteIn(added);
  const add = (): void => {
    if (site === undefined) return;
    onSites([...sites.filter((each) => each !== site), site]);
    setAdded('');
  };
  return (
    <fieldset>
      <legend>{title}</legend>
      {sites.length === 0 && <p class="muted">{none}</p>}
      {sites.map((each) => (
        <p class="row" key={each}>
          <span>{each}</span>
          <Button
            tone="quiet"
            label={`${words('optionsTakeOff')}: ${each}`}
            onPress={() => onSites(sites.filter((other) => other !== each))}
          >
            {words('optionsTakeOff')}
          </Button>
        </p>
      ))}
      <div class="row">
        <label class="field grow">
          <span>{words('optionsSiteToAdd')}</span>
          <input
            value={added}
            inputMode="url"
            spellcheck={false}
            onInput={({ currentTarget }) => setAdded(currentTarget.value)}
          />
        </label>
        <Button disabled={site === undefined} onPress={add}>
          {words('optionsAdd')}
        </Button>
      </div>
    </fieldset>
  );
}

/** The host in what a reader typed or pasted, without `www.`; undefined where there is none. */
function siteIn(typed: string): string | undefined {
  const text = typed.trim();
  const address = /^https?:/u.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(address)) return undefined;
  // A name without a dot is one of the reader's own network.
  const host = new URL(address).hostname.replace(/^www\./u, '');
  return host === '' ? undefined : host;
}
