import { articlesIn, nearestOf } from './articles';
import { isDocument, isElement, isShadowRoot } from './nodes';

/** Why a page may hold other words than before. */
export type Why =
  | 'navigation'
  | 'content'
  | 'expanded'
  | 'restored'
  | 'translated'
  | 'print'
  | 'scrolled';

/** A page under watch. */
export type PageWatch = {
  /**
   * Watches a body's box and what could take it away, instead of the whole page; the whole page
   * again where it is undefined.
   */
  readonly follow: (container: Element | undefined) => void;
};

/** How long a page must be still before it is worth another look, in milliseconds. */
const QUIET_MS = 250;
/** A page that is never still is looked at all the same, ever more rarely up to the last figure. */
const PATIENCE_MS = 1500;
const LONGEST_PATIENCE_MS = 12_000;
/** What a look took is rested so many times over, while nothing but the words of the page changes. */
const RESTS = 2;
const LONGEST_REST_MS = 5000;

/**
 * Calls back, at idle, when a page may hold other words than before: it went elsewhere without
 * loading, grew or swapped its content, was unfolded, translated, printed, or came back from the
 * cache. A hidden page waits until it is seen. Where the callback gives a promise, the more time that
 * takes, the later the next look. Everything ends with the signal.
 */
export function watchPage(
  page: Document,
  wake: (why: Why) => unknown,
  signal: AbortSignal,
): PageWatch {
  const alarm = new Alarm(page, wake, signal);
  const words = new WordsObserver(page, alarm, signal);
  watchAddress(page, alarm, signal);
  watchReader(page, alarm, signal);
  watchFrames(page, alarm, signal);
  watchLanguage(page, alarm, signal);
  watchScroll(page, () => words.isElsewhere() && alarm.set('scrolled'), signal);
  return { follow: (container) => words.follow(container) };
}

/** Gathers reasons until the page is still, seen and idle, then wakes once. */
class Alarm {
  readonly #page: Document;
  readonly #wake: (why: Why) => unknown;
  readonly #signal: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #why: Why | undefined;
  #since = 0;
  #patience = PATIENCE_MS;
  #lastRing = 0;
  #restsUntil = 0;

  constructor(page: Document, wake: (why: Why) => unknown, signal: AbortSignal) {
    this.#page = page;
    this.#wake = wake;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
    page.addEventListener('visibilitychange', () => this.#setTimer(), { signal });
  }

  /** Sets the alarm, or puts it off a little where it is set; a change of address outranks content. */
  set(why: Why): void {
    if (this.#signal.aborted) return;
    if (this.#why === undefined) this.#since = performance.now();
    if (this.#why === undefined || this.#why === 'content' || why === 'navigation') this.#why = why;
    this.#setTimer();
  }

  #setTimer(): void {
    if (this.#why === undefined || this.#page.visibilityState === 'hidden') return;
    clearTimeout(this.#timer);
    const now = performance.now();
    const left =
      this.#why === 'navigation' ? QUIET_MS : Math.max(0, this.#patience - now + this.#since);
    const rest = this.#why === 'content' ? this.#restsUntil - now : 0;
    this.#timer = setTimeout(() => this.#ringAtIdle(), Math.max(rest, Math.min(QUIET_MS, left)));
  }

  #ringAtIdle(): void {
    if (!('requestIdleCallback' in globalThis)) this.#ring();
    else requestIdleCallback(() => this.#ring(), { timeout: 500 });
  }

  #ring(): void {
    const why = this.#why;
    if (why === undefined || this.#signal.aborted) return;
    this.#why = undefined;
    const now = performance.now();
    const restless = now - this.#lastRing < this.#patience * 2;
    this.#patience = restless ? Math.min(this.#patience * 2, LONGEST_PATIENCE_MS) : PATIENCE_MS;
    this.#lastRing = now;
    void this.#look(why);
  }

  /** A live report of a hundred entries, read anew for each one more, would keep the machine busy. */
  async #look(why: Why): Promise<void> {
    const began = performance.now();
    this.#restsUntil = began + LONGEST_PATIENCE_MS;
    await this.#wake(why);
    const now = performance.now();
    this.#restsUntil = now + Math.min((now - began) * RESTS, LONGEST_REST_MS);
    if (!this.#signal.aborted) this.#setTimer();
  }
}

/** Sees words come and go: everywhere, or in the body's box and in the chain that holds it. */
class WordsObserver {
  readonly #page: Document;
  readonly #alarm: Alarm;
  readonly #observer: MutationObserver;
  #container: Element | undefined;

  constructor(page: Document, alarm: Alarm, signal: AbortSignal) {
    this.#page = page;
    this.#alarm = alarm;
    this.#observer = new MutationObserver((records) => this.#see(records));
    signal.addEventListener('abort', () => this.#observer.disconnect());
    this.follow(undefined);
  }

  follow(container: Element | undefined): void {
    this.#observer.disconnect();
    this.#container = container;
    const deep = { childList: true, subtree: true, characterData: true };
    if (!container) {
      this.#observer.observe(this.#page.body ?? this.#page, deep);
      return;
    }
    this.#observer.observe(container, deep);
    for (let at = parentOf(container); at; at = parentOf(at)) {
      this.#observer.observe(at, { childList: true });
    }
  }

  /** Whether the reader has scrolled on from the article that is followed, to another one of the page. */
  isElsewhere(): boolean {
    const read = this.#container;
    const nearest = read && nearestOf(articlesIn(this.#page))?.element;
    return nearest ? !nearest.contains(read) && !read.contains(nearest) : false;
  }

  #see(records: readonly MutationRecord[]): void {
    const lost = this.#container?.isConnected === false;
    if (lost) this.follow(undefined);
    if (lost || records.some(changesWords)) this.#alarm.set('content');
  }
}

/** The node around another, out of shadow roots and frames. */
function parentOf(node: Node): Node | null {
  if (node.parentNode) return node.parentNode;
  if (isShadowRoot(node)) return node.host;
  const view = isDocument(node) ? node.defaultView : null;
  return view && view !== window ? view.frameElement : null;
}

function changesWords({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  return type === 'characterData' || hasWords(addedNodes) || hasWords(removedNodes);
}

/** Pictures, players, scripts and our own host come and go without a word. */
function hasWords(nodes: NodeList): boolean {
  for (const node of nodes) {
    if (/^(?:SCRIPT|STYLE|LINK|IMG|IFRAME|NOSCRIPT|#comment)$/u.test(node.nodeName)) continue;
    if (/[\p{L}\p{N}]/u.test(node.textContent ?? '') || holdsShadow(node)) return true;
  }
  return false;
}

function holdsShadow(node: Node): boolean {
  if (!isElement(node)) return false;
  if (node.shadowRoot) return true;
  for (const inner of node.querySelectorAll('*')) if (inner.shadowRoot) return true;
  return false;
}

/** The address changes without a load: by the Navigation API, or by history and hash where it is absent. */
function watchAddress(page: Document, alarm: Alarm, signal: AbortSignal): void {
  const view = page.defaultView;
  let before = page.URL;
  const look = (): void => {
    const now = page.URL;
    if (isElsewhere(before, now)) alarm.set('navigation');
    before = now;
  };
  view?.addEventListener('popstate', look, { signal });
  view?.addEventListener('hashchange', look, { signal });
  if (view && 'navigation' in view) {
    view.navigation.addEventListener('currententrychange', look, { signal });
  }
  view?.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) alarm.set('restored');
    },
    { signal },
  );
}

/** Whether two addresses are two pages: an anchor in a page is none, an app's route after the hash is. */
function isElsewhere(before: string, now: string): boolean {
  if (before === now) return false;
  const [from, to] = [new URL(before), new URL(now)];
  if (from.pathname !== to.pathname || from.search !== to.search) return true;
  return /^#!?\//u.test(to.hash) || /^#!?\//u.test(from.hash);
}

/** What the reader does to a page: unfolds a part of it, prints it. */
function watchReader(page: Document, alarm: Alarm, signal: AbortSignal): void {
  const unfold = ({ target }: Event): void => {
    const pressed = target instanceof Element ? target.closest(UNFOLDERS) : null;
    if (pressed) alarm.set('expanded');
  };
  page.addEventListener('click', unfold, { signal, passive: true, capture: true });
  page.addEventListener('toggle', unfold, { signal, passive: true, capture: true });
  page.defaultView?.addEventListener('afterprint', () => alarm.set('print'), { signal });
}

/** Letters in a frame that may be a part of an article; most frames hold an advertisement or nothing. */
const FRAME_WORTH = 300;

/** A frame's words come when it has loaded, and go when it loads another page. */
function watchFrames(page: Document, alarm: Alarm, signal: AbortSignal): void {
  page.addEventListener(
    'load',
    ({ target }) => {
      const inner = target instanceof HTMLIFrameElement ? target.contentDocument?.body : undefined;
      if ((inner?.textContent.length ?? 0) > FRAME_WORTH) alarm.set('content');
    },
    { signal, capture: true },
  );
}

const UNFOLDERS =
  'button, summary, details, label, [role="button"], [aria-expanded], a:not([href]), a[href^="#"], a[href^="javascript:"]';

/** A page of several articles, one below the other, may be scrolled from one to the next. */
function watchScroll(page: Document, look: () => void, signal: AbortSignal): void {
  page.addEventListener('scrollend', look, { signal, passive: true, capture: true });
}

/** Browsers' translators swap every text node and say so at the root. */
function watchLanguage(page: Document, alarm: Alarm, signal: AbortSignal): void {
  const root = page.documentElement;
  const stateOf = (): string =>
    `${root.lang} ${/\btranslated-\w+/u.exec(root.className)?.[0] ?? ''}`;
  let before = stateOf();
  const observer = new MutationObserver(() => {
    const now = stateOf();
    if (now !== before) alarm.set('translated');
    before = now;
  });
  observer.observe(root, { attributes: true, attributeFilter: ['lang', 'class'] });
  signal.addEventListener('abort', () => observer.disconnect());
}
