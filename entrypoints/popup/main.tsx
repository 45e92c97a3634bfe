import '@/components/shared/tokens.css';
import { Popup } from '@/components/popup/Popup';
import { mount } from '@/components/shared/mount';
import { showTheme } from '@/components/shared/theme';
import { setWords } from '@/components/shared/words';
import { ask, askReader } from '@/lib/messages/ask';
import { loadWords } from '@/lib/messages/load-words';
import { activeTab, openOwnPage, openPanelBeside } from '@/lib/messages/own-page';
import type { Answer } from '@/lib/messages/protocol';
import { reopenedIn } from '@/lib/messages/reopen';
import { maySee } from '@/lib/messages/site-access';
import { emptyState } from '@/lib/reading/page-state';
import { onSettings, readSettings } from '@/lib/storage/settings-store';
import { allow, changed, savePage } from './page-wishes';

const tab = await activeTab();
const first = await readSettings();
const { dictionary, tag } = await loadWords(first.language);
setWords(dictionary, tag);
showTheme(first.theme);
let health: Answer<'libraryHealth'> | undefined;
const look = async (): Promise<void> => {
  health = await ask('libraryHealth');
};
void look();
onSettings(() => void draw());
// A page is still being read when the popup opens early, and a switch takes a moment to work.
setInterval(() => void draw(), 700);
await draw();

async function draw(): Promise<void> {
  const settings = await readSettings();
  const state = tab ? await ask('pageState', { tabId: tab.id }) : emptyState('', 'not-permitted');
  const isWeb = /^https?:/u.test(state.url) && URL.canParse(state.url);
  mount(
    <Popup
      state={state}
      settings={settings}
      host={isWeb ? new URL(state.url).hostname : ''}
      data={await ask('heldDatasets')}
      reopened={tab && (await reopenedIn(tab.id))}
      granted={await maySee(settings)}
      onChange={(change) => void changed(settings, change)}
      onStep={(direction) => tab && void askReader(tab.id, 'step', { direction })}
      onPanel={() => tab && void openPanelBeside(tab)}
      health={health}
      onLibrary={(room) => void openOwnPage('library', room)}
      onSources={() => void openOwnPage('sources')}
      onOptions={() => void openOwnPage('options')}
      onGrant={(where) => void allow(where, settings, state.url)}
      onSavePage={async () => await (tab && savePage(tab.id, state.url))}
    />,
  );
}
