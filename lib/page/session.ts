import type { Article } from '@/lib/article/article';
import type { CardView } from '@/lib/reading/card-view';
import { factsAround, type Finding } from '@/lib/reading/finding';
import { emptyState, type PageState } from '@/lib/reading/page-state';
import { targetOf } from '@/lib/reading/target';
import type { Settings } from '@/lib/settings';
import { aroundPrint } from './around-print';
import type { Point } from './boxes';
import { CardFrame } from './card-frame';
import type { Desk } from './desk';
import { EarlierArticles, type Examination, type Examined, isSame, mark } from './examined';
import { keptId } from './kept-finding';
import type { Reading } from './read';
import { readPage } from './read-page';
import { type Gestures, listenToReader } from './reader-gestures';
import { stateOf } from './state-of';

/** A card that was asked for before it is wanted. */
type Ahead = { readonly id: string; readonly view: Promise<CardView> };

/** The longest article that is examined, in characters; longer pages are books or lists. */
const LONGEST = 400_000;
const RESTED_MS = 120;

/** One reading of one page, from its words to an open card. Everything ends with the signal. */
export class Session {
  readonly #desk: Desk;
  readonly #signal: AbortSignal;
  readonly #card: CardFrame;
  readonly #heard = new WeakSet<Document>();
  #settings: Settings;
  #read: Examined | undefined;
  readonly #earlier = new EarlierArticles();
  #state: PageState = emptyState(location.href, 'reading');
  #current: string | undefined;
  /** Whose card is open, or about to be. */
  #opened: string | undefined;
  /** How many cards were asked for: of several the last one is shown, whichever comes first. */
  #asked = 0;
  #run = 0;
  #drawn = 0;
  #rested: ReturnType<typeof setTimeout> | undefined;
  #ahead: Ahead | undefined;

  constructor(desk: Desk, settings: Settings, signal: AbortSignal) {
    this.#desk = desk;
    this.#signal = signal;
    this.#settings = settings;
    this.#card = new CardFrame(
      {
        address: async () => await desk.card(),
        onStep: (direction) => void this.step(direction),
        onClose: () => this.#read?.marks.focus(undefined),
        // The panel shows it from now on; the ring stays, to say which one it is.
        onPanel: () => this.#card.hide(),
        onLost: () => this.#report({ ...this.#state, status: 'host-removed' }),
      },
      signal,
    );
    this.#listenIn([document]);
    aroundPrint((isPrinting) => {
      this.#earlier.lift(isPrinting);
      this.#read?.marks.lift(isPrinting);
    }, signal);
    signal.addEventListener('abort', () => {
      this.#earlier.clear();
      this.#read?.marks.clear();
    });
  }

  state(): PageState {
    return this.#state;
  }

  findings(): readonly Finding[] {
    return this.#read?.findings ?? [];
  }

  container(): Element | undefined {
    return this.#read?.reading.container;
  }

  /** Reads the page anew: after navigation, late content, or a change of settings. */
  async refresh(changed?: Settings): Promise<void> {
    const mutes = JSON.stringify(this.#settings.mutes);
    this.#settings = changed ?? this.#settings;
    this.#run += 1;
    const mine = this.#run;
    const next = await readPage(this.#desk, this.#signal);
    if (this.#signal.aborted || mine !== this.#run) return;
    // Earlier articles are marked as the reader wanted it then; those gone back to are read anew.
    if (changed) this.#earlier.clear();
    const isSameSearch = JSON.stringify(this.#settings.mutes) === mutes;
    const known = isSameSearch ? this.#knownAs(next) : undefined;
    if (!next || !known) await this.#readAnew(next, mine);
    else if (known === this.#read) this.#redraw({ ...known, reading: next });
    else this.#goBackTo({ ...known, reading: next });
  }

  /** An article with the same words, perhaps in other nodes: only the ranges are to be made anew. */
  #knownAs(next: Reading | undefined): Examined | undefined {
    if (!next) return undefined;
    return this.#read && isSame(this.#read.reading, next) ? this.#read : this.#earlier.take(next);
  }

  /** The reader has scrolled back, or clicked on a mark of an earlier article. */
  #goBackTo(earlier: Examined): void {
    this.#leave(earlier.reading);
    earlier.marks.clear();
    this.#showFindings({ ...earlier, state: { ...earlier.state, url: location.href } });
  }

  /** How often the findings were made anew, the first mark in the window, and the one with the ring. */
  where(): { run: number; inView?: string; current?: string } {
    const inView = this.#read?.order.find((id) => this.#read?.marks.isInSight(id));
    return {
      run: this.#drawn,
      ...(inView === undefined ? {} : { inView }),
      ...(this.#current === undefined ? {} : { current: this.#current }),
    };
  }

  /** Brings a finding into view, with the ring around it; and its card, where `open`. */
  async show(id: string, open: boolean): Promise<void> {
    const marks = this.#read?.marks;
    if (!marks || !this.findings().some((each) => each.id === id)) return;
    this.#current = id;
    marks.focus(id);
    if (!marks.isInSight(id)) marks.scrollTo(id);
    if (!open) return;
    this.#opened = id;
    const mine = (this.#asked += 1);
    const view = await this.viewOf(id);
    // By then the words may be gone, or the reader elsewhere.
    if (this.#signal.aborted || !view || mine !== this.#asked || this.#opened === undefined) return;
    await this.#card.show(view, () => this.#boxesOfOpened());
  }

  /** The words may be in other nodes by now, and the marks of another reading. */
  #boxesOfOpened(): readonly DOMRect[] {
    return (this.#opened !== undefined && this.#read?.marks.boxesOf(this.#opened)) || [];
  }

  /** Goes to the next or previous mark; an open card goes along. */
  async step(direction: 'next' | 'previous'): Promise<void> {
    const order = this.#order();
    const at = this.#current === undefined ? -1 : order.indexOf(this.#current);
    const next = direction === 'next' ? at + 1 : Math.max(at, 0) - 1;
    const id = order[(next + order.length) % order.length];
    if (id === undefined) return;
    await this.show(id, this.#card.isOpen());
    clearTimeout(this.#rested);
    // Steps come fast; the mark at which they end is what may be opened.
    this.#rested = setTimeout(() => this.#lookAhead(id), RESTED_MS);
  }

  #order(): readonly string[] {
    return this.#read?.order ?? [];
  }

  async #readAnew(next: Reading | undefined, mine: number): Promise<void> {
    if (next?.article.title !== this.#read?.reading.article.title) this.#leave(next);
    if (next) await this.#examine(next, mine);
    else this.#report(emptyState(location.href, 'no-body'));
  }

  async #examine(reading: Reading, mine: number): Promise<void> {
    const { article, factChecks } = reading;
    if (article.text.length > LONGEST) {
      const state = { ...emptyState(location.href, 'too-long'), title: article.title };
      this.#showFindings({ reading, findings: [], state });
      return;
    }
    const { findings, damaged } = await this.#desk.annotate({ article, factChecks });
    if (this.#signal.aborted || mine !== this.#run) return;
    this.#showFindings({ reading, findings, state: stateOf(reading, findings, damaged) });
  }

  #showFindings(examination: Examination): void {
    this.#redraw(examination);
    this.#report(examination.state);
  }

  #redraw(examination: Examination): void {
    this.#drawn += 1;
    this.#read?.marks.clear();
    this.#current = keptId(this.#current, this.#read, examination);
    this.#opened = keptId(this.#opened, this.#read, examination);
    const { marks } = (this.#read = mark(examination, this.#settings));
    if (this.#current !== undefined) marks.focus(this.#current);
    this.#listenIn(marks.documents);
    this.#ahead = undefined;
    // A card whose words are gone would stand beside nothing; any other goes where they are now.
    if (this.#boxesOfOpened().length > 0) this.#card.move();
    else this.#card.hide();
  }

  /** Another article is before the reader's eyes, or none. */
  #leave(next: Reading | undefined): void {
    this.#card.hide();
    this.#read?.marks.focus(undefined);
    this.#read?.marks.hover(undefined);
    if (this.#read) this.#earlier.leave(this.#read, next);
    this.#read = undefined;
    this.#current = undefined;
    this.#opened = undefined;
    this.#ahead = undefined;
  }

  #report(state: PageState): void {
    this.#state = state;
    this.#desk.report(state);
  }

  /** What a card shows, asked for once when the pointer rests on the mark, so that a click only draws. */
  async viewOf(id: string): Promise<CardView | undefined> {
    const ahead = this.#askFor(id);
    // What the reader saves or mutes changes the answer: the next opening asks again.
    this.#ahead = undefined;
    return await ahead?.view;
  }

  #askFor(id: string): Ahead | undefined {
    if (this.#ahead?.id === id) return this.#ahead;
    const finding = this.findings().find((each) => each.id === id);
    if (!finding || !this.#read) return undefined;
    this.#ahead = { id, view: this.#lookUp(finding, this.#read.reading.article) };
    return this.#ahead;
  }

  async #lookUp(finding: Finding, article: Article): Promise<CardView> {
    const { annotation, inTitle } = finding;
    return await this.#desk.lookUp({
      finding,
      article: factsAround(article, annotation),
      target: targetOf(article, annotation, inTitle),
      position: { index: this.#order().indexOf(finding.id), count: this.#order().length },
    });
  }

  /** A frame hears of no click in the page around it, nor does it have the look of marks yet. */
  #listenIn(documents: Iterable<Document>): void {
    const fresh = [...documents].filter((page) => !this.#heard.has(page));
    for (const page of fresh) {
      this.#heard.add(page);
      listenToReader(this.#gestures(), page, this.#signal);
    }
    if (fresh.some((page) => page !== document)) this.#desk.styleFrames();
  }

  #gestures(): Gestures {
    const close = (): void => {
      this.#opened = undefined;
      this.#card.hide();
      this.#read?.marks.focus(undefined);
    };
    return {
      marks: () => this.#read?.marks,
      press: (point, page) => {
        const id = this.#pressed(point, page);
        if (id !== undefined) void this.show(id, true);
        else if (!this.#card.isPinned()) close();
      },
      approach: () => {
        if (this.#order().length > 0) void this.#card.warm();
      },
      hover: (id) => this.#read?.marks.hover(id),
      aim: (id) => this.#lookAhead(id),
      close,
      step: (direction) => void this.step(direction),
      open: () => void (this.#current !== undefined && this.show(this.#current, true)),
      move: () => this.#card.move(),
    };
  }

  /** The mark at a point; one of an earlier article makes that the one before the eyes again. */
  #pressed(point: Point, page: Document): string | undefined {
    const here = this.#read?.marks.at(point, page);
    const earlier = here === undefined ? this.#earlier.at(point, page) : undefined;
    if (!earlier) return here;
    this.#earlier.take(earlier.reading);
    // What is being read meanwhile is read again when the reader scrolls to it.
    this.#run += 1;
    this.#goBackTo(earlier);
    return this.#read?.marks.at(point, page);
  }

  /** Looks a card up and draws it out of sight, so that a click only shows it. */
  #lookAhead(id: string | undefined): void {
    if (id === undefined || this.#ahead?.id === id) return;
    const ahead = this.#askFor(id);
    ahead?.view
      .then(async (view) => await (this.#ahead === ahead && this.#card.prepare(view)))
      // A background that is gone is told of at the click, not at a passing pointer.
      .catch(() => undefined);
  }
}
