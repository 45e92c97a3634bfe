import { Dexie, type Table } from 'dexie';
import type { OwnQuote, OwnRecord } from '@/lib/context/own-record';

/** What the reader has read, and nothing else; never mixed with datasets or with what was saved. */
const OWN_RECORD = 'own-record';

/**
 * Versions of the schema:
 * 1  quotes.
 */
class OwnRecordDatabase extends Dexie {
  declare readonly quotes: Table<OwnQuote, string>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ quotes: 'id, speakerKey, seenAt' });
  }
}

/** Opens the reader's own record in a database of its own, when something is first asked of it. */
export function openOwnRecord(name: string = OWN_RECORD): OwnRecord {
  let opened: OwnRecordDatabase | undefined;
  const quotes = (): Table<OwnQuote, string> => (opened ??= new OwnRecordDatabase(name)).quotes;
  return {
    keep: async (given) => await keep(quotes(), given),
    bySpeaker: async (speakerKey) => await quotes().where({ speakerKey }).toArray(),
    list: async (words, most) => await listed(quotes(), words, most),
    remove: async (ids) => await quotes().bulkDelete([...ids]),
    removeSeenBefore: async (moment) => await quotes().where('seenAt').below(moment).delete(),
    wipe: async () => await quotes().clear(),
    count: async () => await quotes().count(),
  };
}

/** A quote that is there already stays as it was first seen. */
async function keep(quotes: Table<OwnQuote, string>, given: readonly OwnQuote[]): Promise<void> {
  const held = await quotes.bulkGet(given.map(({ id }) => id));
  await quotes.bulkPut(given.filter((_, at) => held[at] === undefined));
}

async function listed(
  quotes: Table<OwnQuote, string>,
  words: string,
  most: number,
): Promise<OwnQuote[]> {
  const wanted = folded(words).split(/\s+/u).filter(Boolean);
  return await quotes
    .orderBy('seenAt')
    // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, not an array
    .reverse()
    .filter(({ words: said, speaker, title, verdict }) => {
      const checked = verdict ? `${verdict.reviewer} ${verdict.label}` : '';
      const all = folded(`${said} ${speaker} ${title} ${checked}`);
      return wanted.every((word) => all.includes(word));
    })
    .limit(most)
    .toArray();
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
