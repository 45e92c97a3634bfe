import '@/components/shared/tokens.css';
import { mount } from '@/components/shared/mount';
import { showTheme } from '@/components/shared/theme';
import { setWords } from '@/components/shared/words';
import { loadWords } from '@/lib/messages/load-words';
import { isPrivateWindow } from '@/lib/messages/own-page';
import { changeSettings, onSettings, readSettings } from '@/lib/storage/settings-store';
import { App } from './App';

onSettings(() => void draw());
await draw();

async function draw(): Promise<void> {
  const { language, theme, updatesPaused } = await readSettings();
  const { dictionary, tag } = await loadWords(language);
  setWords(dictionary, tag);
  showTheme(theme);
  mount(
    <App
      updatesPaused={updatesPaused}
      isPrivate={isPrivateWindow()}
      onPauseAll={(paused) => void changeSettings({ updatesPaused: paused })}
    />,
  );
}
