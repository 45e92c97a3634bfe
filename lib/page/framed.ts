import type { FromCard, ToCard } from '@/lib/reading/card-port';
import { type Host, openHost } from './host';

/** The card's page in a frame of this page, and the port on which the two speak. */
export type Framed = {
  readonly host: Host;
  readonly tell: (message: ToCard) => void;
};

/** Where the card's page is, with the one-time token that ties a frame of it to this tab. */
export type CardAddress = { readonly token: string; readonly address: string };

export type Said = Exclude<FromCard, { readonly ready: true }>;

/** What is heard of a frame, until the signal is given. */
export type FrameEvents = {
  onSaid(said: Said, host: Host): void;
  /** The page has taken our host away. */
  onRemoved(): void;
};

/** Puts the card's page into a frame of this page, hidden, and waits until it can be spoken to. */
export async function openFramed(
  { token, address }: CardAddress,
  events: FrameEvents,
  signal: AbortSignal,
): Promise<Framed> {
  const { port1, port2 } = new MessageChannel();
  const tell = (message: ToCard): void => port1.postMessage(message);
  const host = openHost(`${address}#${token}`, signal, {
    onRemoved: () => events.onRemoved(),
    onSight: (isPlain) => tell({ isPlain }),
  });
  await new Promise((loaded) => {
    host.frame.addEventListener('load', loaded, { once: true });
  });
  const ready = new Promise<void>((done) => {
    port1.addEventListener('message', ({ data }: MessageEvent<FromCard>) => {
      if ('ready' in data) done();
      else events.onSaid(data, host);
    });
  });
  port1.start();
  // The frame's own origin may be a per-session one, which only the browser knows: the token binds.
  host.frame.contentWindow?.postMessage({ onRecord: token }, '*', [port2]);
  await ready;
  return { host, tell };
}
