import type { PublishedRecord } from '@/lib/record/record';
import type { Id } from '@/lib/record/ref';
import { entityId, link, person, publisher, source, statement, topic } from './records';

/** A random number from 0 to 1 that is the same on every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const SYLLABLES = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'ha',
  'je',
  'ki',
  'lo',
  'mu',
  'na',
  'pe',
  'ri',
  'so',
  'tu',
  'va',
];

/** Words of an invented language: few are frequent, most are rare, as in any. */
function vocabulary(random: () => number): () => string {
  const words = Array.from({ length: 20_000 }, () =>
    Array.from(
      { length: 1 + Math.floor(random() * 4) },
      () => SYLLABLES[Math.floor(random() * 16)],
    ).join(''),
  );
  return () => words[Math.floor(words.length ** random()) - 1] ?? 'na';
}

/**
 * A dataset of any size about invented people: twenty statements a speaker, most of them by few,
 * three to a source, one in three linked to another, 30 words each.
 * @param of before the names of everything, so that several packs share none
 */
export function inventedRecords(statements: number, seed = 1, of = ''): PublishedRecord[] {
  const random = dice(seed);
  const word = vocabulary(random);
  const sentence = (): string =>
    `${Array.from({ length: 18 + Math.floor(random() * 24) }, word).join(' ')}.`;
  const speakers = Math.max(1, Math.floor(statements / 20));
  const subjects = 60;
  const records: PublishedRecord[] = [publisher('Harbour Gazette')];
  for (let at = 0; at < speakers; at += 1) records.push(person(`${of}${nameOf(at)}`));
  const about: Id[] = Array.from({ length: subjects }, (_, at) => entityId(`${of}subject ${at}`));
  for (let at = 0; at < subjects; at += 1) records.push(topic(`${of}subject ${at}`));
  for (let at = 0; at < statements; at += 1) {
    const document = `${of}document-${Math.floor(at / 3)}`;
    if (at % 3 === 0) records.push(source(document, { title: sentence().slice(0, 80) }));
    const day = `20${10 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`;
    const subject = about[Math.floor(subjects ** random()) - 1];
    const by = of + nameOf(Math.floor(speakers ** random()) - 1);
    records.push(
      statement(`${of}statement ${at}`, {
        by,
        from: document,
        text: sentence(),
        said: day,
        about: subject ? [subject] : [],
      }),
    );
    if (at % 3 === 2)
      records.push(
        link(`${of}statement ${at}`, 'disputes', {
          to: `${of}statement ${Math.floor(random() * at)}`,
        }),
      );
  }
  return records;
}

function nameOf(speaker: number): string {
  return `Speaker ${speaker}`;
}
