import type { Article } from '@/lib/article/article';
import type { Collection, Item, Target } from '@/lib/collections/item';
import { type Desk, lookUp } from '@/lib/context/look-up';
import type { ReadLine } from '@/lib/context/context';
import type { Shelf } from '@/lib/context/shelf';
import type { Names } from '@/lib/names/names';
import type { Settings } from '@/lib/settings';
import type { CardView, SaveRequest } from './card-view';
import { examine, pageWords } from './examine';
import type { ArticleFacts, Finding } from './finding';

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
  readBefore(speaker: string, words: string): Promise<readonly ReadLine[]>;
  /** Milliseconds since 1970. */
  now(): number;
};

/** What a card is asked for. */
export type CardQuestion = {
  readonly finding: Finding;
  readonly article: ArticleFacts;
  readonly target: Target;
  readonly position: CardView['position'];
};

/** Articles in, findings out; a finding in, everything that its card shows out. */
export type ReadingRoom = {
  annotate(article: Article): Promise<{ findings: readonly Finding[]; damaged: boolean }>;
  lookUp(question: CardQuestion): Promise<CardView>;
  save(request: SaveRequest): Promise<{ item: Item; collections: readonly Collection[] }>;
};

/** The background's work on what is being read, without a browser. */
export function readingRoom(rooms: Rooms): ReadingRoom {
  const deskOver = async (shelf: Shelf): Promise<Desk> => {
    const { mutes, ownRecord } = await rooms.settings();
    const readBefore = async (speaker: string, words: string): Promise<readonly ReadLine[]> =>
      await rooms.readBefore(speaker, words);
    return { shelf, mutes, now: rooms.now(), ...(ownRecord.on ? { readBefore } : {}) };
  };
  return {
    annotate: async (article) => {
      const { names, shelf, damaged } = await rooms.holdings();
      return { findings: await examine(article, names, await deskOver(shelf)), damaged };
    },
    lookUp: async (question) => {
      const { finding, article, target, position } = question;
      const { shelf } = await rooms.holdings();
      const [context, settings, collections, lastCollection, savedAs] = await Promise.all([
        lookUp(finding.annotation, pageWords(article), await deskOver(shelf)),
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
