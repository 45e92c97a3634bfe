import '@/components/shared/tokens.css';
import { Popup } from '@/components/popup/Popup';
import { mount } from '@/components/shared/mount';
import { showTheme } from '@/components/shared/theme';
import { setWords } from '@/components/shared/words';
import { ask, askReader } from '@/lib/messages/ask';
import { loadWords } from '@/lib/messages/load-words';
import { activeTab, openOwnPage, openPanelBeside, requestSites } from '@/lib/messages/own-page';
import { emptyState } from '@/lib/reading/page-state';
import { changeSettings, readSettings } from '@/lib/storage/settings-store';

const tab = await activeTab();
const first = await readSettings();
const { dictionary, tag } = await loadWords(first.language);
setWords(dictionary, tag);
showTheme(first.theme);
await draw();

async function draw(): Promise<void> {
  const settings = await readSettings();
  const state = tab ? await ask('pageState', { tabId: tab.id }) : emptyState('', 'not-permitted');
  mount(
    <Popup
      state={state}
      settings={settings}
      host={URL.canParse(state.url) ? new URL(state.url).hostname : ''}
      data={await ask('heldDatasets')}
      onChange={(change) => void changeSettings(change).then(draw)}
      onStep={(direction) => tab && void askReader(tab.id, 'step', { direction })}
      onPanel={() => tab && void openPanelBeside(tab)}
      onLibrary={() => void openOwnPage('library')}
      onOptions={() => void openOwnPage('options')}
      onGrant={() => void requestSites().then(draw)}
    />,
  );
}
