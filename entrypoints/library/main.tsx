import { render } from 'preact';
import '@/components/shared/tokens.css';
import { setWords } from '@/components/shared/words';
import { loadWords } from '@/lib/messages/load-words';
import { readSettings } from '@/lib/storage/settings-store';
import { App } from './App';

async function start(): Promise<void> {
  const { language, theme } = await readSettings();
  const { dictionary, tag } = await loadWords(language);
  setWords(dictionary, tag);
  document.documentElement.lang = tag;
  if (theme !== 'auto') document.documentElement.dataset['theme'] = theme;
  const place = document.querySelector('#app');
  if (place) render(<App />, place);
}

void start();
