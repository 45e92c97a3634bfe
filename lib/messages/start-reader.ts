import { browser } from 'wxt/browser';
import { emptyState, type PageState } from '@/lib/reading/page-state';
import type { Settings } from '@/lib/settings';
import { ask } from './ask';
import { fetchSecondOpinion } from './second-opinion';
import type { Answer, CardView, Finding, Question, ReaderAnswer } from './protocol';
import { type ReaderReplies, serveReader } from './serve';

/** What the reader's script asks of the background. */
type Desk = {
  findBody(question: Question<'findBody'>): Promise<Answer<'findBody'>>;
  annotate(read: Question<'annotate'>): Promise<Answer<'annotate'>>;
  lookUp(question: Question<'lookUp'>): Promise<Answer<'lookUp'>>;
  card(): Promise<Answer<'cardToken'>>;
  secondOpinion: typeof fetchSecondOpinion;
  styleFrames(): void;
  report(state: PageState): void;
};

/** One reading of the page, as the rest of the extension speaks to it. */
type PageSession = {
  state(): PageState;
  findings(): readonly Finding[];
  viewOf(id: string): Promise<CardView | undefined>;
  where(): ReaderAnswer<'where'>;
  refresh(settings?: Settings): Promise<void>;
  /** The element that carries the article; undefined where there is none. */
  container(): Element | undefined;
  show(id: string, open: boolean): Promise<void>;
  step(direction: 'next' | 'previous'): Promise<void>;
};

/** What watches the page: quietly, only the article's own element, once that is known. */
type Watching = { follow(container: Element | undefined): void };

/** Told to scripts of an older version of ours in the same page, which then end. */
const TAKEN_OVER = 'or:taken-over';
const LOOK_MS = 3000;

/**
 * Starts reading where the reader's settings allow it. Everything ends when the reader pauses, when
 * the extension is updated under the open page, or when a newer script takes over.
 */
export function startReader(
  open: (desk: Desk, settings: Settings, signal: AbortSignal) => PageSession,
  watch: (wake: () => Promise<void>, signal: AbortSignal) => Watching,
): void {
  const life = new AbortController();
  document.dispatchEvent(new CustomEvent(TAKEN_OVER));
  document.addEventListener(TAKEN_OVER, () => life.abort(), { signal: life.signal });
  endWithExtension(life);
  let reading: { session: PageSession; end: AbortController } | undefined;
  let state = emptyState(location.href, 'reading');
  const desk = deskOf((next) => {
    state = next;
  });
  const begin = async (): Promise<void> => {
    const { settings, active, status } = await ask('settingsFor', { url: location.href });
    if (life.signal.aborted) return;
    if (!active) {
      reading?.end.abort();
      reading = undefined;
      desk.report(emptyState(location.href, status ?? 'paused'));
    } else if (reading) await reading.session.refresh(settings);
    else {
      const end = new AbortController();
      const signal = AbortSignal.any([life.signal, end.signal]);
      const session = open(desk, settings, signal);
      reading = { session, end };
      const read = async (): Promise<void> => {
        await session.refresh();
        watching.follow(session.container());
      };
      const watching = watch(async () => await read().catch(() => undefined), signal);
      await read();
    }
  };
  const stop = serveReader(
    answersOf({ state: () => state, session: () => reading?.session, refresh: begin }),
  );
  life.signal.addEventListener('abort', stop);
  quietly(begin());
}

type Life = {
  state(): PageState;
  session(): PageSession | undefined;
  refresh(): Promise<void>;
};

/** What panel, popup and background may ask of this page. */
function answersOf(life: Life): ReaderReplies {
  return {
    findings: () => ({ state: life.state(), findings: life.session()?.findings() ?? [] }),
    view: async ({ id }) => await life.session()?.viewOf(id),
    where: () => life.session()?.where() ?? { run: 0 },
    show: async ({ id, open }) => await life.session()?.show(id, open),
    refresh: async () => await life.refresh(),
    step: async ({ direction }) => await life.session()?.step(direction),
  };
}

function deskOf(keep: (state: PageState) => void): Desk {
  return {
    findBody: async (question) => await ask('findBody', question),
    annotate: async (read) => await ask('annotate', read),
    lookUp: async (question) => await ask('lookUp', question),
    card: async () => await ask('cardToken'),
    secondOpinion: fetchSecondOpinion,
    styleFrames: () => quietly(ask('styleFrames')),
    report: (state) => {
      keep(state);
      quietly(ask('reportState', state));
    },
  };
}

/**
 * An extension that was updated or removed leaves its scripts behind in open pages, without an id.
 * A port would tell at once, but would also wake the background for every open article.
 */
function endWithExtension(life: AbortController): void {
  const timer = setInterval(() => {
    if (browser.runtime.id === undefined) life.abort();
  }, LOOK_MS);
  life.signal.addEventListener('abort', () => clearInterval(timer));
}

/** Where the background is gone the page's script ends soon; there is nobody left to tell. */
function quietly(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
