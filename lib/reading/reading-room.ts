import type { Article } from '@/lib/article/article';
import type { Collection, Item, Target } from '@/lib/collections/item';
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

/** The datasets that the reader holds; `damaged` where the bundled one could not be read. */
export type Holdings = {
  readonly names: Names;
  readonly shelf: Shelf;
  readonly damaged: boolean;
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
      const { names, shelf, damaged } = await rooms.holdings();
      const findings = await examine(article, names, await deskOver(rooms, shelf, article.url));
      if (!isPrivate) await keepRead(rooms, read, findings);
      return { findings, damaged };
    },
    getReady: async (opened, turns) => {
      const { shelf } = await rooms.holdings();
      await lookAhead(opened, await deskOver(rooms, shelf, opened.article.url), turns);
    },
    lookUp: async (question) => {
      const { finding, article, target, position } = question;
      const { shelf } = await rooms.holdings();
      const [context, settings, collections, lastCollection, savedAs] = await Promise.all([
        lookUp(finding.annotation, pageWords(article), await deskOver(rooms, shelf, article.url)),
        rooms.settings(),
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

async function deskOver(rooms: Rooms, shelf: Shelf, url: string | undefined): Promise<Desk> {
  const { mutes, ownRecord } = await rooms.settings();
  const desk = { shelf, mutes, now: rooms.now() };
  if (!ownRecord.on) return desk;
  const from = url === undefined ? {} : { url };
  return {
    ...desk,
    readBefore: async (speaker, words) =>
      await readBefore({ speaker, words, ...from }, rooms.ownRecord),
  };
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
