import { isAmongChosen, isShutOut, isWithin } from '@/lib/reading/may-read';
import type { Settings } from '@/lib/settings';
import { Switch } from './Switch';
import { words } from './words';

type Props = {
  readonly settings: Settings;
  readonly host: string;
  readonly onChange: (change: Partial<Settings>) => void;
};

/** On or off at all, and on this site. */
export function SiteSwitches({ settings, host, onChange }: Props) {
  const here = host.replace(/^www\./u, '');
  return (
    <div>
      <Switch on={!settings.paused} onSwitch={() => onChange({ paused: !settings.paused })}>
        {words('switchOn')}
      </Switch>
      {here !== '' && (
        <Switch on={isOnAt(settings, here)} onSwitch={() => onChange(switched(settings, here))}>
          {words('switchOnHere', here)}
        </Switch>
      )}
    </div>
  );
}

function isOnAt(settings: Settings, here: string): boolean {
  return !isShutOut(settings, here) && isAmongChosen(settings, here);
}

function switched(settings: Settings, here: string): Partial<Settings> {
  const pausedSites = settings.pausedSites.filter((each) => !isWithin(here, [each]));
  const chosenSites = settings.chosenSites.filter((each) => each !== here);
  if (isOnAt(settings, here)) return { pausedSites: [...pausedSites, here], chosenSites };
  return settings.sites === 'everywhere'
    ? { pausedSites }
    : { pausedSites, chosenSites: [...chosenSites, here] };
}
