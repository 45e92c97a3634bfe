import type { Article } from '@/lib/article/article';
import type { Collection, Item, Target } from '@/lib/collections/item';
import type { Context } from '@/lib/context/context';
import { type Desk, lookUp } from '@/lib/context/look-up';
import {
  forgottenBefore,
  type OwnRecord,
  quotesToKeep,
  readBefore,
  verdictsToKeep,
} from '@/lib/context/own-record';
import type { Shelf } from '@/lib/context/shelf';
import type { Names } from '@/lib/names/names';
import type { Settings } from '@/lib/settings';
import type { CardView, SaveRequest } from './card-view';
import { examine, pageWords } from './examine';
import type { ArticleFacts, Finding } from './finding';
import { lookAhead, type Opened, type Turns } from './look-ahead';

/** The datasets that the reader holds. */
export type Holdings = {
  readonly shelf: Shelf;
  /** Their names; `damaged` where a dataset could not be read. */
  readonly named: () => Promise<{ readonly names: Names; readonly damaged: boolean }>;
};

/** What the reading room needs, in its own words; storage and the background provide it. */
export type Rooms = {
  holdings(): Promise<Holdings>;
  settings(): Promise<Settings>;
  readonly library: {
    save(request: SaveRequest): Promise<Item>;
    collections(): Promise<readonly Collection[]>;
    lastCollection(): Promise<string | undefined>;
    savedAs(target: Target): Promise<readonly string[]>;
  };
  /** What the reader has read; used only where the reader said yes. */
  readonly ownRecord: OwnRecord;
  /** Milliseconds since 1970. */
  now(): number;
};

/** What a page's script read. */
export type ReadPage = {
  readonly article: Article;
  /** The page's JSON-LD where it holds fact checks, as it stands there. */
  readonly factChecks: readonly string[];
};

/** What a card is asked for. */
type CardQuestion = {
  readonly finding: Finding;
  readonly article: ArticleFacts;
  readonly target: Target;
  readonly position: CardView['position'];
};

/** Articles in, findings out; a finding in, everything that its card shows out. */
export type ReadingRoom = {
  /** `isPrivate`: from a private window, of which nothing is ever kept. */
  annotate(
    read: ReadPage,
    isPrivate: boolean,
  ): Promise<{ findings: readonly Finding[]; damaged: boolean }>;
  /** Reads what the cards of an article will show, before anybody asks. */
  getReady(opened: Opened, turns: Turns): Promise<void>;
  lookUp(question: CardQuestion): Promise<CardView>;
  save(request: SaveRequest): Promise<{ item: Item; collections: readonly Collection[] }>;
};

/** The background's work on what is being read, without a browser. */
export function readingRoom(rooms: Rooms): ReadingRoom {
  return {
    annotate: async (read, isPrivate) => {
      const { article } = read;
      const { desk, named } = await openedAt(rooms, article.url, rooms.settings());
      const { names, damaged } = await named();
      const findings = await examine(article, names, desk);
      if (!isPrivate) await keepRead(rooms, read, findings);
      return { findings, damaged };
    },
    getReady: async (opened, turns) => {
      const { desk } = await openedAt(rooms, opened.article.url, rooms.settings());
      await lookAhead(opened, desk, turns);
    },
    lookUp: async (question) => {
      const { finding, article, target, position } = question;
      // All at once: each of these waits for another store, and the reader for the sum of them.
      const chosen = rooms.settings();
      const [context, settings, collections, lastCollection, savedAs] = await Promise.all([
        contextFor(question, openedAt(rooms, article.url, chosen)),
        chosen,
        rooms.library.collections(),
        rooms.library.lastCollection(),
        rooms.library.savedAs(target),
      ]);
      const view = { finding, article, context, settings, collections, savedAs, position, target };
      return lastCollection === undefined ? view : { ...view, lastCollection };
    },
    save: async (request) => {
      const item = await rooms.library.save(request);
      return { item, collections: await rooms.library.collections() };
    },
  };
}

async function contextFor(
  { finding, article }: CardQuestion,
  opened: ReturnType<typeof openedAt>,
): Promise<Context> {
  return await lookUp(finding.annotation, pageWords(article), (await opened).desk);
}

/** What lies ready for an article: the datasets held, and a desk over them. */
async function openedAt(
  rooms: Rooms,
  url: string | undefined,
  settings: Promise<Settings>,
): Promise<Holdings & { readonly desk: Desk }> {
  const [holdings, { mutes, ownRecord }] = await Promise.all([rooms.holdings(), settings]);
  const desk = { shelf: holdings.shelf, mutes, now: rooms.now() };
  if (!ownRecord.on) return { ...holdings, desk };
  const from = url === undefined ? {} : { url };
  const read: NonNullable<Desk['readBefore']> = async (speaker, words) =>
    await readBefore({ speaker, words, ...from }, rooms.ownRecord);
  return { ...holdings, desk: { ...desk, readBefore: read } };
}

/**
 * Keeps what named speakers said in an opened article, and what its publisher says of their words,
 * where the reader wants that, for as long.
 */
async function keepRead(
  rooms: Rooms,
  { article, factChecks }: ReadPage,
  findings: readonly Finding[],
): Promise<void> {
  const { on, retention } = (await rooms.settings()).ownRecord;
  if (!on) return;
  const quotes = findings.flatMap(({ annotation, inTitle }) =>
    annotation.kind === 'quote' && !inTitle ? [annotation] : [],
  );
  await rooms.ownRecord.keep([
    ...quotesToKeep(quotes, article, rooms.now()),
    ...verdictsToKeep(factChecks, article, rooms.now()),
  ]);
  const forgotten = forgottenBefore(retention, rooms.now());
  if (forgotten !== undefined) await rooms.ownRecord.removeSeenBefore(forgotten);
}
