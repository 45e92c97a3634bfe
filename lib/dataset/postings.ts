import type { PublishedRecord } from '@/lib/record/record';
import { datasetOf, type Ref } from '@/lib/record/ref';

/** How a record stands to what is asked for; each question of a reader is one of them. */
export type Relation =
  /** the record of this id */
  | 'is'
  /** statements of this speaker */
  | 'by'
  /** statements about this entity or topic */
  | 'about'
  /** statements in this source */
  | 'in'
  /** figures of this measure */
  | 'of'
  /** links to this record; those from it stand beside it */
  | 'to'
  /** verdicts on this statement that do not stand beside it */
  | 'on'
  /** all records of this type */
  | 'type';

/** Under which questions a record is found, as `relation:id`. */
export function questionsOf(record: PublishedRecord): readonly string[] {
  const own = question('is', record.id);
  switch (record.type) {
    case 'statement':
      return [
        own,
        question('by', record.speaker),
        ...record.about.map((about) => question('about', about)),
        question('in', record.source),
      ];
    case 'figure':
      return [own, question('of', record.measure)];
    case 'link':
      return [own, question('to', record.to), question('to', record.from)];
    case 'verdict':
      return [own, question('on', record.of)];
    case 'measure':
    case 'withdrawal':
      return [own, question('type', record.type)];
    case 'entity':
    case 'source':
      return [own];
  }
}

/** A pack is asked for its own records by their ids, and for what points to others by their references. */
export function questionsFor(
  dataset: string,
  asked: readonly (readonly [Relation, Ref])[],
): string[] {
  const questions: string[] = [];
  for (const [relation, ref] of asked) {
    const isOwn = datasetOf(ref) === dataset;
    if (isOwn) questions.push(question(relation, ref.slice(dataset.length + 1)));
    if (relation !== 'is') questions.push(question(relation, ref));
  }
  return questions;
}

export function question(relation: Relation, of: string): string {
  return `${relation}:${of}`;
}

/** FNV-1a of a question, 32 bits; two that share one only cost a frame read in vain. */
export function hashOf(asked: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < asked.length; at += 1) {
    hash = Math.imul(hash ^ asked.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
