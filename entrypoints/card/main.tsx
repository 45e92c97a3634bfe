import { render } from 'preact';
import '@/components/shared/tokens.css';
import { CardFrame } from '@/components/card/CardFrame';
import { ReopenedFrame } from '@/components/card/ReopenedFrame';
import { ask } from '@/lib/messages/ask';
import { openPanelBeside, ownTab } from '@/lib/messages/own-page';
import type { FromCard, ToCard, ToldAgain } from '@/lib/reading/card-port';
import type { CardView } from '@/lib/reading/card-view';
import { isWelcome, port as given } from './port';
import { speak, suit } from './suit';

const place = document.querySelector('#card');
if (place && (await isWelcome())) {
  await speak('auto');
  const beside = await ownTab();
  const openPanel = async (): Promise<void> =>
    await (beside ? openPanelBeside(beside) : ask('openPanel'));
  const port = await given;
  const tell = (message: FromCard): void => port.postMessage(message);
  const onClose = (): void => tell({ close: true });
  let drawn: CardView | undefined;
  let timesSeen = 0;
  let seen: number | undefined;
  let isPlain = true;
  const onMeasured = (height: number): void =>
    tell({ resized: { width: 400, height }, of: drawn?.finding.id ?? '' });
  const draw = async (view: CardView): Promise<void> => {
    await suit(view.settings);
    drawn = view;
    render(
      <CardFrame
        view={view}
        seen={seen}
        isPlain={isPlain}
        onMeasured={onMeasured}
        onClose={onClose}
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
  const say = async ({ reopened, settings }: ToldAgain): Promise<void> => {
    await suit(settings);
    render(<ReopenedFrame reopened={reopened} onMeasured={onMeasured} onClose={onClose} />, place);
  };
  port.addEventListener('message', ({ data }: MessageEvent<ToCard>) => {
    if ('reopened' in data) void say(data);
    else {
      if ('isPlain' in data) ({ isPlain } = data);
      if ('seen' in data) {
        seen = data.seen ? (timesSeen += 1) : undefined;
        isPlain = true;
      }
      const view = 'draw' in data ? data.draw : drawn;
      if (view) void draw(view);
    }
  });
  port.start();
  tell({ ready: true });
}
