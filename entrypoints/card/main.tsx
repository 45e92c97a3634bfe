import { render } from 'preact';
import '@/components/shared/tokens.css';
import { CardFrame } from '@/components/card/CardFrame';
import { showTheme } from '@/components/shared/theme';
import { setWords } from '@/components/shared/words';
import { ask } from '@/lib/messages/ask';
import { loadWords } from '@/lib/messages/load-words';
import { openPanelBeside, ownTab } from '@/lib/messages/own-page';
import type { FromCard, ToCard } from '@/lib/reading/card-port';
import type { CardView } from '@/lib/reading/card-view';
import type { Settings } from '@/lib/settings';

const place = document.querySelector('#card');
const token = location.hash.slice(1);
const given = Promise.withResolvers<MessagePort>();

/** The frame does nothing until the background has matched its one-time token to this tab. */
window.addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
  const named =
    typeof data === 'object' && data !== null && Reflect.get(data, 'onRecord') === token;
  if (named && ports[0]) given.resolve(ports[0]);
});

const { welcome } = await ask('cardHello', { token });
if (welcome && place) {
  let spoken = await speak('auto');
  const beside = await ownTab();
  const openPanel = async (): Promise<void> =>
    await (beside ? openPanelBeside(beside) : ask('openPanel'));
  const port = await given.promise;
  const tell = (message: FromCard): void => port.postMessage(message);
  const onMeasured = (height: number): void => tell({ resized: { width: 400, height } });
  const show = async (view: CardView): Promise<void> => {
    const { theme, language } = view.settings;
    showTheme(theme);
    // Only a reader who chose another language than the browser's waits for words, once.
    if (language !== spoken) spoken = await speak(language);
    render(
      <CardFrame
        view={view}
        onMeasured={onMeasured}
        onClose={() => tell({ close: true })}
        onStep={(step) => tell({ step })}
        onPin={(pinned) => tell({ pinned })}
        onPanel={() => void openPanel().then(() => tell({ panel: true }))}
        onSave={async (request) => await ask('save', request)}
        onMute={(mute) => void ask('mute', mute)}
        onCopy={async (text) => await navigator.clipboard.writeText(text)}
      />,
      place,
    );
  };
  port.addEventListener('message', ({ data }: MessageEvent<ToCard>) => {
    if ('show' in data) void show(data.show);
  });
  port.start();
  tell({ ready: true });
}

async function speak(language: Settings['language']): Promise<Settings['language']> {
  const { dictionary, tag } = await loadWords(language);
  setWords(dictionary, tag);
  document.documentElement.lang = tag;
  return language;
}
