import '@/components/shared/tokens.css';
import { mount } from '@/components/shared/mount';
import { showTheme } from '@/components/shared/theme';
import { setWords } from '@/components/shared/words';
import { Welcome } from '@/components/welcome/Welcome';
import { ask } from '@/lib/messages/ask';
import { loadWords } from '@/lib/messages/load-words';
import { askForChanged, askForSites, maySee } from '@/lib/messages/site-access';
import type { Settings } from '@/lib/settings';
import { changeSettings, onSettings, readSettings } from '@/lib/storage/settings-store';

onSettings(() => void draw());
await changeSettings({ welcomed: true });
await draw();

async function draw(): Promise<void> {
  const settings = await readSettings();
  const { language, theme } = settings;
  const { dictionary, tag } = await loadWords(language);
  setWords(dictionary, tag);
  showTheme(theme);
  mount(
    <Welcome
      granted={await maySee(settings)}
      settings={settings}
      onChange={(change) => void changed(settings, change)}
      onGrant={() => void askForSites(settings).then(draw)}
      onExample={() => void ask('openExample')}
    />,
  );
}

async function changed(settings: Settings, change: Partial<Settings>): Promise<void> {
  await askForChanged(settings, change);
  await changeSettings(change);
}
