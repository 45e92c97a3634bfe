import { render } from 'preact';
import '@/components/shared/tokens.css';
import { CardFrame } from '@/components/card/CardFrame';
import { ReopenedFrame } from '@/components/card/ReopenedFrame';
import { ownTab } from '@/lib/messages/own-page';
import type { FromCard, ToCard, ToldAgain } from '@/lib/reading/card-port';
import type { CardView } from '@/lib/reading/card-view';
import { isWelcome, port as given } from './port';
import { speak, suit } from './suit';
import { wishesOver } from './wishes';

const place = document.querySelector('#card');
if (place && (await isWelcome())) {
  await speak('auto');
  const port = await given;
  const tell = (message: FromCard): void => port.postMessage(message);
  const wishes = wishesOver(tell, await ownTab());
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
      <CardFrame view={view} seen={seen} isPlain={isPlain} onMeasured={onMeasured} {...wishes} />,
      place,
    );
  };
  const say = async ({ reopened, settings }: ToldAgain): Promise<void> => {
    await suit(settings);
    const { onClose } = wishes;
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
