import type { Annotation } from '@/lib/annotate/annotation';
import type { Article } from '@/lib/article/article';
import type { Collection, Item, Target } from '@/lib/collections/item';
import type { Context, Weight } from '@/lib/context/context';
import type { MarkKind, Mute, Settings } from '@/lib/settings';

/** One thing found on a page: what to mark and how much there is to show. */
export type Finding = {
  readonly id: string;
  readonly mark: MarkKind;
  readonly annotation: Annotation;
  readonly weight: Weight;
  /** One line for the side panel and screen readers: the words or the name. */
  readonly label: string;
  /** Set where the mark stands in the title: its spans are then offsets into the title. */
  readonly inTitle: boolean;
};

/** The facts of an article that a card needs beside one annotation. */
export type ArticleFacts = Omit<Article, 'text' | 'blocks'> & {
  /** The sentence or block around the annotation, with its offset in the article's text. */
  readonly around: { readonly start: number; readonly text: string };
};

/** What became of a page; the popup and the panel say it in words. */
export type PageState = {
  readonly url: string;
  readonly status:
    | 'reading'
    | 'marked'
    | 'not-an-article'
    | 'nothing-found'
    | 'no-body'
    | 'too-long'
    | 'paused-here'
    | 'paused'
    | 'private-window'
    | 'host-removed'
    | 'dataset-damaged'
    | 'not-permitted'
    | 'failed';
  /** The gate's reason, a message key of the interface's words. */
  readonly reason?: string;
  readonly title?: string;
  readonly examined: Readonly<Record<MarkKind, number>>;
  readonly withContext: Readonly<Record<MarkKind, number>>;
  /** What could not be read (frames of other origins, text in images), as message keys. */
  readonly unread: readonly string[];
};

/** What the card frame is given in one piece. */
export type CardView = {
  readonly finding: Finding;
  readonly article: ArticleFacts;
  readonly context: Context;
  readonly settings: Settings;
  readonly collections: readonly Collection[];
  readonly lastCollection?: string;
  /** Item ids under which these very words are saved already. */
  readonly savedAs: readonly string[];
  readonly position: { readonly index: number; readonly count: number };
};

/** A wish to keep something. */
export type SaveRequest = {
  readonly kind: Item['kind'];
  readonly target: Target;
  readonly annotation?: Annotation;
  readonly frozen?: Context;
  readonly speaker?: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  /** A collection to be made on the spot. */
  readonly newCollection?: string;
};

/** Every question that a page of ours or a content script may put to the background, with its answer. */
export type Protocol = {
  /** The gate found an article: put the reader's script into this tab. */
  startReader(facts: { readonly reason: string }): { readonly started: boolean };
  settingsFor(page: { readonly url: string }): {
    readonly settings: Settings;
    readonly active: boolean;
    readonly status?: PageState['status'];
  };
  annotate(article: Article): { readonly findings: readonly Finding[]; readonly damaged: boolean };
  lookUp(question: { readonly finding: Finding; readonly article: ArticleFacts }): CardView;
  cardToken(): { readonly token: string };
  cardHello(question: { readonly token: string }): { readonly welcome: boolean };
  reportState(state: PageState): void;
  pageState(question: { readonly tabId: number }): PageState;
  save(request: SaveRequest): { readonly item: Item; readonly collections: readonly Collection[] };
  mute(mute: Mute): void;
};

/** Every question that the background, panel or popup may put to the reader's script in a tab. */
export type ReaderProtocol = {
  findings(): { readonly state: PageState; readonly findings: readonly Finding[] };
  show(question: { readonly id: string; readonly open: boolean }): void;
  /** Looks for saved words and brings them into view. */
  find(target: Target): { readonly outcome: 'exact' | 'moved' | 'changed' | 'gone' };
  refresh(): void;
  step(question: { readonly direction: 'next' | 'previous' }): void;
};

export type Name = keyof Protocol;
export type Question<N extends Name> = Parameters<Protocol[N]>[0];
export type Answer<N extends Name> = ReturnType<Protocol[N]>;
