import '@/components/shared/tokens.css';
import { Options } from '@/components/options/Options';
import { mount } from '@/components/shared/mount';
import { showTheme } from '@/components/shared/theme';
import { setWords } from '@/components/shared/words';
import { loadWords } from '@/lib/messages/load-words';
import { askForChanged, askForSites, maySee } from '@/lib/messages/site-access';
import { openBrowserKeys } from '@/lib/messages/this-device';
import type { Settings } from '@/lib/settings';
import { changeSettings, onSettings, readSettings } from '@/lib/storage/settings-store';
import { readDevice } from './device';

onSettings(() => void draw());
await draw();

async function draw(): Promise<void> {
  const settings = await readSettings();
  const { dictionary, tag } = await loadWords(settings.language);
  setWords(dictionary, tag);
  showTheme(settings.theme);
  mount(
    <Options
      settings={settings}
      device={await readDevice(settings)}
      granted={await maySee(settings)}
      onChange={(change) => void changed(settings, change)}
      onGrant={() => void askForSites(settings).then(draw)}
      onShortcuts={() => void openBrowserKeys()}
      onCopy={async (text) => await navigator.clipboard.writeText(text)}
    />,
  );
}

async function changed(settings: Settings, change: Partial<Settings>): Promise<void> {
  await askForChanged(settings, change);
  await changeSettings(change);
}
