import type { Body, BodyQuestion } from '@/lib/article/find-body';
import type { DatasetLabel } from '@/lib/context/shelf';
import type { Collection, Item, Target } from '@/lib/collections/item';
import type { LibraryHealth } from '@/lib/collections/library-health';
import type { Reopened } from '@/lib/collections/reopened';
import type { CardView, SaveRequest } from '@/lib/reading/card-view';
import type { ArticleFacts, Finding } from '@/lib/reading/finding';
import type { PageState } from '@/lib/reading/page-state';
import type { ReadPage } from '@/lib/reading/reading-room';
import type { Mute, Settings } from '@/lib/settings';

import type { FoundWords } from '@/lib/reading/found-words';
import type {
  Agreed,
  LastWord,
  SourceChange,
  SourceFrom,
  SourceList,
  SourcePreview,
  Told,
} from '@/lib/dataset/source-state';

export type { CardView } from '@/lib/reading/card-view';
export type { Finding } from '@/lib/reading/finding';
export type { PageState } from '@/lib/reading/page-state';

/** Every question that a page of ours or a content script may put to the background, with its answer. */
type Protocol = {
  /** The gate found an article: put the reader's script into this tab. */
  startReader(facts: { readonly reason: string }): { readonly started: boolean };
  /** What the reader's script may do on this page; `status` says why not. */
  settingsFor(page: { readonly url: string }): {
    readonly settings: Settings;
    readonly active: boolean;
    readonly status?: PageState['status'];
  };
  /** Where an article's body stands in what a page's script gathered. */
  findBody(question: BodyQuestion): Body;
  annotate(read: ReadPage): { readonly findings: readonly Finding[]; readonly damaged: boolean };
  lookUp(question: {
    readonly finding: Finding;
    readonly article: ArticleFacts;
    readonly target: Target;
    readonly position: CardView['position'];
  }): CardView;
  /** Where saved words stand in an article's text now. */
  findWords(question: { readonly text: string; readonly target: Target }): FoundWords;
  /** Puts Readability into the page that asks, for its reader is not sure where the article is. */
  secondOpinion(): void;
  /** Gives the frames of a tab's page the look of marks. */
  styleFrames(): void;
  /** Puts the script that opens cards into the page that asks. */
  cardToken(): { readonly token: string; readonly address: string };
  cardHello(question: { readonly token: string }): { readonly welcome: boolean };
  reportState(state: PageState): void;
  pageState(question: { readonly tabId: number }): PageState;
  save(request: SaveRequest): { readonly item: Item; readonly collections: readonly Collection[] };
  mute(mute: Mute): void;
  /** Opens a saved item's page and finds its words there; a whole page has none. */
  openItem(item: Pick<Item, 'id' | 'target'>): Reopened | undefined;
  /** Whether what the reader saved is there and may be changed. */
  libraryHealth(): LibraryHealth;
  /** Puts the whole library into the downloads folder. @returns how many files that took */
  copyLibrary(): number;
  /** Opens the panel as a tab, for the card of a browser that lets no frame open its sidebar. */
  openPanel(): void;
  /** The datasets that are held, for one line each. */
  heldDatasets(): readonly DatasetLabel[];
  /** The datasets that the reader has, and long work that goes on now. */
  sources(): SourceList;
  /** Reads what stands at an address or in a file, and keeps nothing of it. */
  previewSource(from: SourceFrom): Told<SourcePreview>;
  /** The reader said yes to what a preview showed. */
  subscribe(question: Agreed & { readonly from: SourceFrom }): Told<LastWord>;
  checkSources(question: { readonly id?: string }): LastWord;
  stopSync(): void;
  changeSource(question: { readonly id: string; readonly change: SourceChange }): void;
  /** Checks everything stored and mends it. @returns how many pieces were damaged */
  repairSources(): number;
  removeSource(question: { readonly id: string }): void;
  /** Opens the bundled example article, read and marked. */
  openExample(): void;
};

/** Every question that the background, panel or popup may put to the reader's script in a tab. */
type ReaderProtocol = {
  findings(): { readonly state: PageState; readonly findings: readonly Finding[] };
  /** What the card of a finding shows, for the panel; undefined where it is no longer there. */
  view(question: { readonly id: string }): CardView | undefined;
  /** Where the reader is: `run` changes with the findings, `inView` with the scroll. */
  where(): { readonly run: number; readonly inView?: string; readonly current?: string };
  show(question: { readonly id: string; readonly open: boolean }): void;
  refresh(): void;
  step(question: { readonly direction: 'next' | 'previous' }): void;
};

export type Name = keyof Protocol;
export type Question<N extends Name> = Parameters<Protocol[N]>[0];
export type Answer<N extends Name> = ReturnType<Protocol[N]>;
export type ReaderName = keyof ReaderProtocol;
export type ReaderQuestion<N extends ReaderName> = Parameters<ReaderProtocol[N]>[0];
export type ReaderAnswer<N extends ReaderName> = ReturnType<ReaderProtocol[N]>;
