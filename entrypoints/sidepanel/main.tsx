import '@/components/shared/tokens.css';
import { mount } from '@/components/shared/mount';
import { showTheme } from '@/components/shared/theme';
import { setWords } from '@/components/shared/words';
import { loadWords } from '@/lib/messages/load-words';
import { readSettings } from '@/lib/storage/settings-store';
import { App } from './App';

const settings = await readSettings();
const { dictionary, tag } = await loadWords(settings.language);
setWords(dictionary, tag);
showTheme(settings.theme);
mount(<App />);
