import { findBody } from '@/lib/article/find-body';
import type { DatasetLabel } from '@/lib/context/shelf';
import type { SourcesDesk } from '@/lib/dataset/source-state';
import { findWords } from '@/lib/reading/found-words';
import { mayRead } from '@/lib/reading/may-read';
import { emptyState, type PageState } from '@/lib/reading/page-state';
import type { ReadingRoom } from '@/lib/reading/reading-room';
import type { Settings } from '@/lib/settings';
import {
  cardAddress,
  openPage,
  openPanelTab,
  refreshAllReaders,
  showBadge,
  tabOf,
} from './background-tabs';
import { newCardToken, useCardToken } from './card-tokens';
import { type LibraryOffice, libraryReplies } from './library-replies';
import { readyCards } from './ready-cards';
import {
  putCardFrameIn,
  putSecondOpinionIn,
  startReaderIn,
  stateOfTab,
  styleFramesIn,
} from './reader-in-tab';
import type { Replies, Sender } from './serve';
import { sourcesReplies } from './sync-replies';

/** What the background's answers are made from. */
export type Office = {
  readonly room: ReadingRoom;
  settings(): Promise<Settings>;
  change(change: Partial<Settings>): Promise<Settings>;
  readonly library: LibraryOffice;
  datasets(): Promise<readonly DatasetLabel[]>;
  readonly sources: SourcesDesk;
  /** Milliseconds since 1970. */
  now(): number;
};

/** The background's answer to every question of the protocol. */
export function repliesOf(office: Office): Replies {
  const { room } = office;
  const getReady = readyCards(room);
  return {
    startReader: async (_facts, sender) => await startIfAllowed(office, sender),
    settingsFor: async ({ url }, sender) => {
      const settings = await office.settings();
      return { settings, ...mayRead(settings, pageOf(url, sender), office.now()) };
    },
    findBody: async (question) => await Promise.resolve(findBody(question)),
    annotate: async (read, sender) => {
      const answer = await room.annotate(read, sender.tab?.incognito ?? false);
      getReady({ article: read.article, findings: answer.findings }, sender.tab);
      return answer;
    },
    lookUp: async (question) => await room.lookUp(question),
    findWords: async ({ text, target }) => await Promise.resolve(findWords(text, target)),
    secondOpinion: async (_question, sender) => await putSecondOpinionIn(tabOf(sender)),
    styleFrames: async (_question, sender) => await styleFramesIn(tabOf(sender)),
    cardToken: async (_question, sender) => await openCardIn(tabOf(sender)),
    cardHello: async ({ token }, sender) => ({
      welcome: await useCardToken(token, sender.tab?.id),
    }),
    reportState: async (state, sender) => {
      const { badge } = await office.settings();
      await showBadge(tabOf(sender), state, badge);
    },
    pageState: async ({ tabId }) => await stateUnderSettings(office, tabId),
    save: async (request) => await room.save(request),
    mute: async (mute) => await addMute(office, mute),
    openPanel: async (_question, sender) => await openPanelTab(tabOf(sender)),
    heldDatasets: async () => await office.datasets(),
    ...libraryReplies({ library: office.library, now: () => office.now() }),
    ...sourcesReplies(office.sources),
    openExample: async () => await openPage('example'),
  };
}

/** A frame of the card may be made in this tab from now on. */
async function openCardIn(tabId: number): Promise<{ token: string; address: string }> {
  const [token] = await Promise.all([newCardToken(tabId), putCardFrameIn(tabId)]);
  return { token, address: cardAddress() };
}

async function startIfAllowed(office: Office, sender: Sender): Promise<{ started: boolean }> {
  const page = pageOf(sender.url ?? '', sender);
  const { active } = mayRead(await office.settings(), page, office.now());
  return { started: active && (await startReaderIn(tabOf(sender))) };
}

async function addMute(office: Office, mute: Settings['mutes'][number]): Promise<void> {
  const { mutes } = await office.settings();
  const others = mutes.filter(({ what, id }) => what !== mute.what || id !== mute.id);
  await office.change({ mutes: [...others, mute] });
  await refreshAllReaders();
}

/** What became of a page; where the reader's own choice keeps us out, that is the reason to tell. */
async function stateUnderSettings(office: Office, tabId: number): Promise<PageState> {
  const state = await stateOfTab(tabId);
  const page = { host: hostOf(state.url), isPrivate: false };
  const { status } = mayRead(await office.settings(), page, office.now());
  return status === undefined ? state : emptyState(state.url, status);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

function pageOf(url: string, sender: Sender): { host: string; isPrivate: boolean } {
  return { host: hostOf(url), isPrivate: sender.tab?.incognito ?? false };
}
