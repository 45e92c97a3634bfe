import type { FromCard, ToCard } from '@/lib/reading/card-port';
import type { CardView } from '@/lib/reading/card-view';
import { type Host, openHost } from './host';

/** What the page's script needs from the card and what it hears of it. */
export type CardEvents = {
  /** A fresh one-time token of the card's frame, and the address at which the frame is. */
  address(): Promise<{ readonly token: string; readonly address: string }>;
  onStep(direction: 'next' | 'previous'): void;
  onClose(): void;
  onPanel(): void;
  onLost(): void;
};

/** The card as the page's script handles it. */
export type Card = {
  /** Makes the frame before it is needed, so that a click only shows it. */
  warm(): Promise<void>;
  show(view: CardView, boxes: () => readonly DOMRect[]): Promise<void>;
  hide(): void;
  isOpen(): boolean;
  /** Whether the reader pinned it: it then stays open when a click goes elsewhere. */
  isPinned(): boolean;
};

const LONGEST_WAIT_MS = 150;

type Frame = { readonly host: Host; readonly port: MessagePort };

/** The card's frame, made at the first pointer move over a marked page and warm from then on. */
export function cardFrame(events: CardEvents, signal: AbortSignal): Card {
  let warmed: Promise<Frame> | undefined;
  let opened: Host | undefined;
  let pinned = false;
  let drawn: (() => void) | undefined;
  const hear = (said: FromCard, host: Host): void => {
    if ('close' in said) {
      pinned = false;
      host.hide();
      events.onClose();
    } else if ('resized' in said) {
      host.resize(said.resized);
      drawn?.();
    }
    else if ('step' in said) events.onStep(said.step);
    else if ('pinned' in said) ({ pinned } = said);
    else events.onPanel();
  };
  const warm = async (): Promise<Frame> => {
    const frame = await openFrame(events, signal, hear);
    opened = frame.host;
    return frame;
  };
  return {
    warm: async () => void (await (warmed ??= warm())),
    show: async (view, boxes) => {
      const { host, port } = await (warmed ??= warm());
      const measured = new Promise<void>((done) => {
        drawn = done;
        setTimeout(done, LONGEST_WAIT_MS);
      });
      tell(port, { show: view });
      // The card is seen once it knows its size, so that it never jumps.
      await measured;
      host.show(boxes);
      // The reader's next key belongs to the card; closing it gives the focus back to the page.
      host.frame.focus();
    },
    hide: () => {
      pinned = false;
      if (!opened?.isOpen()) return;
      opened.hide();
      window.focus();
    },
    isOpen: () => opened?.isOpen() ?? false,
    isPinned: () => pinned,
  };
}

function tell(port: MessagePort, message: ToCard): void {
  port.postMessage(message);
}

async function openFrame(
  events: CardEvents,
  signal: AbortSignal,
  hear: (said: FromCard, host: Host) => void,
): Promise<Frame> {
  const { token, address } = await events.address();
  const host = openHost(`${address}#${token}`, signal, () => events.onLost());
  await new Promise((loaded) => {
    host.frame.addEventListener('load', loaded, { once: true });
  });
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', ({ data }: MessageEvent<FromCard>) => hear(data, host));
  port1.start();
  // The frame's own origin may be a per-session one, which only the browser knows: the token binds.
  host.frame.contentWindow?.postMessage({ onRecord: token }, '*', [port2]);
  return { host, port: port1 };
}
