import type { CardView } from '@/lib/reading/card-view';
import { offeredOpener } from './card-opener';
import type { CardAddress, Framed, Said } from './framed';
import type { Host } from './host';

/** What the page's script needs from the card and what it hears of it. */
export type CardEvents = {
  /** A fresh one-time token of the card's frame, and its address; puts the script of `card-opener` here. */
  address(): Promise<CardAddress>;
  onStep(direction: 'next' | 'previous'): void;
  onClose(): void;
  onPanel(): void;
  /** The page takes our host away again and again: the card has given up. */
  onLost(): void;
};

type Boxes = () => readonly DOMRect[];
type Shown = { readonly view: CardView; readonly boxes: Boxes };
type Drawn = { readonly view: CardView; readonly whole: PromiseWithResolvers<void> };

/** A frame that says nothing for so long is shown as it is. */
const LONGEST_WAIT_MS = 1000;
const FIGHT_MS = 5000;
const MOST_FIGHTS = 3;

/** The card's frame, made at the first pointer move over a marked page and warm from then on. */
export class CardFrame {
  readonly #events: CardEvents;
  readonly #signal: AbortSignal;
  #frame: Promise<Framed> | undefined;
  #shown: Shown | undefined;
  #pinned = false;
  /** What had the focus when the card took it. */
  #before: Element | null | undefined;
  #drawn: Drawn | undefined;
  #fights: readonly number[] = [];

  constructor(events: CardEvents, signal: AbortSignal) {
    this.#events = events;
    this.#signal = signal;
  }

  isOpen(): boolean {
    return this.#shown !== undefined;
  }

  /** Whether the reader pinned it: it then stays open when a click goes elsewhere. */
  isPinned(): boolean {
    return this.#pinned;
  }

  /** Makes the frame before it is needed. */
  async warm(): Promise<void> {
    if (!this.#hasLost()) await (this.#frame ??= this.#open());
  }

  /** Draws a card out of sight, where none is open, so that a click only shows it. */
  async prepare(view: CardView): Promise<void> {
    if (!this.isOpen() && !this.#hasLost()) await this.#draw(view);
  }

  /** Shows a card beside the boxes once it is whole and its size known, so that it never jumps. */
  async show(view: CardView, boxes: Boxes): Promise<void> {
    if (this.#hasLost()) return;
    this.#shown = { view, boxes };
    const { host, tell } = await this.#draw(view);
    if (this.#shown?.view !== view) return;
    host.show(boxes);
    tell({ seen: true });
    // The reader's next key belongs to the card; closing it gives the focus back to where it was.
    this.#before ??= document.activeElement;
    host.frame.focus();
  }

  hide(): void {
    this.#pinned = false;
    if (!this.#shown) return;
    this.#shown = undefined;
    const before = this.#before;
    this.#before = undefined;
    void this.#frame?.then((frame) => giveBack(frame, before));
  }

  /** Goes along where the words that it stands beside have moved. */
  move(): void {
    if (this.#shown) void this.#frame?.then(({ host }) => host.follow());
  }

  async #draw(view: CardView): Promise<Framed> {
    const frame = await (this.#frame ??= this.#open());
    if (this.#drawn?.view !== view) {
      const whole = Promise.withResolvers<void>();
      setTimeout(whole.resolve, LONGEST_WAIT_MS);
      this.#drawn = { view, whole };
      frame.tell({ draw: view });
    }
    await this.#drawn.whole.promise;
    return frame;
  }

  async #open(): Promise<Framed> {
    const events = {
      onSaid: (said: Said, host: Host) => this.#hear(said, host),
      onRemoved: () => this.#onRemoved(),
    };
    try {
      const address = await this.#events.address();
      return await offeredOpener()(address, events, this.#signal);
    } catch (error) {
      // The next pointer or key tries again.
      this.#frame = undefined;
      throw error;
    }
  }

  #hear(said: Said, host: Host): void {
    if ('resized' in said) {
      if (said.of !== this.#drawn?.view.finding.id) return;
      host.resize(said.resized);
      this.#drawn.whole.resolve();
    } else if ('close' in said) {
      this.hide();
      this.#events.onClose();
    } else if ('step' in said) this.#events.onStep(said.step);
    else if ('pinned' in said) this.#pinned = said.pinned;
    else this.#events.onPanel();
  }

  /** A frame that was taken out of the page is dead: a new one takes its place, unless it is a fight. */
  #onRemoved(): void {
    const now = performance.now();
    this.#fights = [...this.#fights.filter((then) => now - then < FIGHT_MS), now];
    this.#frame = undefined;
    this.#drawn = undefined;
    const shown = this.#shown;
    this.#shown = undefined;
    if (this.#hasLost()) this.#events.onLost();
    else if (shown) void this.show(shown.view, shown.boxes);
  }

  #hasLost(): boolean {
    return this.#fights.length > MOST_FIGHTS;
  }
}

/** Hides the card; the focus goes back to where it was before the card took it. */
function giveBack({ host, tell }: Framed, before: Element | null | undefined): void {
  host.hide();
  tell({ seen: false });
  host.frame.blur();
  window.focus();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
}
