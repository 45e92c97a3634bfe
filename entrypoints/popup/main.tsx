import '@/components/shared/tokens.css';
import { Popup } from '@/components/popup/Popup';
import { mount } from '@/components/shared/mount';
import { showTheme } from '@/components/shared/theme';
import { setWords } from '@/components/shared/words';
import { ask, askReader } from '@/lib/messages/ask';
import { loadWords } from '@/lib/messages/load-words';
import { activeTab, openOwnPage, openPanelBeside } from '@/lib/messages/own-page';
import type { Answer } from '@/lib/messages/protocol';
import type { Settings } from '@/lib/settings';
import { onSettings, readSettings } from '@/lib/storage/settings-store';
import { lookAt } from './look-at';
import { allow, changed, savePage } from './page-wishes';

const tab = await activeTab();
let settings = await readSettings();
const { dictionary, tag } = await loadWords(settings.language);
setWords(dictionary, tag);
showTheme(settings.theme);
let health: Answer<'libraryHealth'> | undefined;
void (async () => {
  health = await ask('libraryHealth');
})();
let page = await lookAt(tab, settings);
draw();
onSettings((next) => {
  settings = next;
  void lookAgain();
});
// A page is still being read when the popup opens early, and a switch takes a moment to work.
setInterval(() => void lookAgain(), 700);

async function lookAgain(): Promise<void> {
  page = await lookAt(tab, settings);
  draw();
}

/** A press shows at once, and the next one builds on it, however long the page takes to follow. */
function change(part: Partial<Settings>): void {
  void changed(settings, part);
  settings = { ...settings, ...part };
  draw();
}

function draw(): void {
  const { url } = page.state;
  const isWeb = /^https?:/u.test(url) && URL.canParse(url);
  mount(
    <Popup
      {...page}
      settings={settings}
      host={isWeb ? new URL(url).hostname : ''}
      onChange={change}
      onStep={(direction) => tab && void askReader(tab.id, 'step', { direction })}
      onPanel={() => tab && void openPanelBeside(tab)}
      health={health}
      onLibrary={(room) => void openOwnPage('library', room)}
      onSources={() => void openOwnPage('sources')}
      onOptions={() => void openOwnPage('options')}
      onGrant={(where) => void allow(where, settings, url)}
      onSavePage={async () => await (tab && savePage(tab.id, url))}
    />,
  );
}
