import '@/components/shared/tokens.css';
import { Panel } from '@/components/panel/Panel';
import { mount } from '@/components/shared/mount';
import { showTheme } from '@/components/shared/theme';
import { setWords } from '@/components/shared/words';
import { ask, askReader } from '@/lib/messages/ask';
import { loadWords } from '@/lib/messages/load-words';
import { activeTab, onActiveTab } from '@/lib/messages/own-page';
import { emptyState } from '@/lib/reading/page-state';
import { onSettings, readSettings } from '@/lib/storage/settings-store';

const settings = await readSettings();
const { dictionary, tag } = await loadWords(settings.language);
setWords(dictionary, tag);
showTheme(settings.theme);

onActiveTab(() => void draw());
onSettings(() => void draw());
await draw();

async function draw(): Promise<void> {
  const tabId = (await activeTab())?.id;
  if (tabId === undefined) return;
  const found = await askReader(tabId, 'findings').catch(async () => ({
    state: await ask('pageState', { tabId }).catch(() => emptyState('', 'not-permitted')),
    findings: [],
  }));
  mount(
    <Panel
      {...found}
      onShow={(id) => void askReader(tabId, 'show', { id, open: true })}
      onStep={(direction) => void askReader(tabId, 'step', { direction })}
    />,
  );
}
