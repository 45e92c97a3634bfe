import type { OwnQuote, OwnRecord } from '@/lib/context/own-record';

/** The own record's port over a map, as a table would do it. */
export function memoryRecord(): OwnRecord {
  const kept = new Map<string, OwnQuote>();
  const all = (): OwnQuote[] => [...kept.values()].toSorted((a, b) => b.seenAt - a.seenAt);
  return {
    keep: async (quotes) => {
      for (const quote of quotes) if (!kept.has(quote.id)) kept.set(quote.id, quote);
      await Promise.resolve();
    },
    bySpeaker: async (key) =>
      await Promise.resolve(all().filter(({ speakerKey }) => speakerKey === key)),
    list: async (words, most) =>
      await Promise.resolve(
        all()
          .filter((quote) => quote.words.includes(words))
          .slice(0, most),
      ),
    remove: async (ids) => {
      for (const id of ids) kept.delete(id);
      await Promise.resolve();
    },
    removeSeenBefore: async (moment) => {
      const old = all().filter(({ seenAt }) => seenAt < moment);
      for (const { id } of old) kept.delete(id);
      return await Promise.resolve(old.length);
    },
    wipe: async () => await Promise.resolve(kept.clear()),
    count: async () => await Promise.resolve(kept.size),
  };
}
