import type { Review } from '@/lib/record/base';
import type { PublishedRecord, RecordType } from '@/lib/record/record';
import type { Id, Ref } from '@/lib/record/ref';
import * as v from 'valibot';
import { ref } from '@/lib/record/ref';
import { type Book, type Entry, type EntryOf, fullKey, isForeign } from './book';
import { publishable } from './publishable';
import { publishedId, type Sha256 } from './published-id';
import { formerIds } from './renames';
import type { EntityFile } from './schema/entity-file';

/** The published records of an authored dataset that has no faults, with each one's key. */
export type Keyed = {
  readonly key: string;
  readonly record: PublishedRecord;
  /** Ids under which it was published before. */
  readonly formerIds?: readonly Id[];
};

/**
 * Turns every publishable authored record into its published form, revision 1, in the order of the
 * files. Two keys with one id, which chance makes once in 10^9 datasets, stop the build.
 */
export function recordsOfBook(book: Book, sha256: Sha256): readonly Keyed[] {
  const published = publishable(book);
  const pointer = pointerOf(book, sha256);
  const keyed = book.entries
    .filter(({ key }) => published.has(key))
    .map((entry) => ({
      key: entry.key,
      formerIds: formerIds(entry, book, sha256),
      record: recordOf(entry, {
        id: publishedId({ type: entry.type, dataset: book.dataset.id, key: entry.key }, sha256),
        to: (reference) => pointer(reference, entry),
        shown: (references) =>
          (references ?? []).filter((reference) => {
            const key = fullKey(reference, entry);
            return isForeign(key) || published.has(book.renamed.get(key) ?? key);
          }),
      }),
    }));
  refuseCollisions(keyed);
  return keyed;
}

/** What turning one record needs: its id, and what its references become. */
type Turn = {
  readonly id: Id;
  to(reference: string): Id | Ref;
  /** Those references whose records are published. */
  shown(references: readonly string[] | undefined): readonly string[];
};

function recordOf(entry: Entry, turn: Turn): PublishedRecord {
  switch (entry.type) {
    case 'entity':
      return entityRecord(entry, turn);
    case 'source':
      return sourceRecord(entry, turn);
    case 'measure':
      return measureRecord(entry, turn);
    case 'statement':
      return statementRecord(entry, turn);
    case 'figure':
      return figureRecord(entry, turn);
    case 'link':
      return linkRecord(entry, turn);
    case 'verdict':
      return verdictRecord(entry, turn);
    case 'withdrawal':
      return withdrawalRecord(entry, turn);
  }
}

function verdictRecord(entry: EntryOf<'verdict'>, turn: Turn): PublishedRecord {
  const { url, published, label, scale } = entry.value;
  const ends = { of: turn.to(entry.value.of), reviewer: turn.to(entry.reviewer) };
  return { type: 'verdict', ...begin(entry, turn), ...ends, url, published, label, scale };
}

function withdrawalRecord(entry: EntryOf<'withdrawal'>, turn: Turn): PublishedRecord {
  const { at, reason, note, purge = false } = entry.value;
  const ends = { of: turn.to(entry.of), replacedBy: maybe(turn, entry.value.replacedBy) };
  return { type: 'withdrawal', ...begin(entry, turn), ...ends, at, reason, note, purge };
}

function begin(entry: Entry, turn: Turn): { id: Id; rev: number; review: Review } {
  const { status, by = [], at = 'XXXX', via } = entry.review;
  return { id: turn.id, rev: 1, review: { status, by: by.length, at, via } };
}

function maybe(turn: Turn, reference: string | undefined): Id | Ref | undefined {
  return reference === undefined ? undefined : turn.to(reference);
}

function all(turn: Turn, references: readonly string[] | undefined): (Id | Ref)[] {
  return turn.shown(references).map((reference) => turn.to(reference));
}

/** A list, or nothing where it is empty: empty lists would only cost bytes. */
function some(turn: Turn, references: readonly string[] | undefined): (Id | Ref)[] | undefined {
  const list = all(turn, references);
  return list.length > 0 ? list : undefined;
}

function entityRecord(entry: EntryOf<'entity'>, turn: Turn): PublishedRecord {
  const { type: kind, country, names, ids, tenures, summary } = entry.value;
  return {
    type: 'entity',
    ...begin(entry, turn),
    kind,
    names: namesOf(names),
    country,
    tenures: tenures?.map(({ role, org, office, from, to, seenIn }) => ({
      role,
      org: maybe(turn, org),
      office: maybe(turn, office),
      from,
      to,
      source: some(turn, seenIn),
    })),
    summary,
    ids: ids === undefined ? undefined : compact(ids),
  };
}

type AuthoredNames = EntityFile['names'];

function namesOf(names: AuthoredNames): (PublishedRecord & { type: 'entity' })['names'] {
  const withMain = new Set(names.filter(({ kind }) => kind === 'main').map(({ lang }) => lang));
  return names.map(({ text, lang, kind, from, to, match }) => {
    const isMain = kind === undefined && !withMain.has(lang);
    if (isMain) withMain.add(lang);
    const settled = kind ?? (isMain ? 'main' : 'alias');
    const rule = match ?? (settled === 'weak' ? 'never' : 'alone');
    return { text, lang, kind: settled, from, to, match: rule };
  });
}

function compact(of: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(of)) if (value !== undefined) kept[name] = value;
  return kept;
}

function sourceRecord(entry: EntryOf<'source'>, turn: Turn): PublishedRecord {
  const { url, otherUrls, publisher, title, authors, lang } = entry.value;
  const { published, dateNote, accessed, archives = [], licence } = entry.value;
  const facts = { url, otherUrls, publisher: turn.to(publisher), title, authors, lang };
  const dates = { published, dateNote, accessed, archives, licence };
  return { type: 'source', ...begin(entry, turn), ...facts, ...dates };
}

function measureRecord(entry: EntryOf<'measure'>, turn: Turn): PublishedRecord {
  const { name, unit, place, kind = 'stock', definition, cues = {}, ids } = entry.value;
  const shown = new Set(turn.shown(entry.value.notComparableWith?.map(({ measure }) => measure)));
  const notComparableWith = entry.value.notComparableWith
    ?.filter(({ measure }) => shown.has(measure))
    .map(({ measure, why }) => ({ measure: turn.to(measure), why }));
  return {
    type: 'measure',
    ...begin(entry, turn),
    name,
    unit,
    place: maybe(turn, place),
    kind,
    definition,
    cues,
    notComparableWith,
    ids: ids === undefined ? undefined : compact(ids),
  };
}

function statementRecord(entry: EntryOf<'statement'>, turn: Turn): PublishedRecord {
  const { kind, speaker, capacity, onBehalfOf, via, text, lang, translatedFrom } = entry.value;
  const { gist, said, saidNote, occasion, about, before, after, figures } = entry.value;
  return {
    type: 'statement',
    ...begin(entry, turn),
    kind,
    speaker: turn.to(speaker),
    capacity,
    onBehalfOf: maybe(turn, onBehalfOf),
    via: maybe(turn, via),
    text,
    lang,
    translatedFrom,
    gist,
    said,
    saidNote,
    occasion,
    about: all(turn, about),
    source: turn.to(entry.source),
    before,
    after,
    figures: some(turn, figures),
  };
}

function figureRecord(entry: EntryOf<'figure'>, turn: Turn): PublishedRecord {
  const { measure, value, low, high, quality = 'exact', period } = entry.value;
  const { attributedTo, text, note } = entry.value;
  return {
    type: 'figure',
    ...begin(entry, turn),
    measure: turn.to(measure),
    value,
    low,
    high,
    quality,
    period,
    attributedTo: maybe(turn, attributedTo),
    text,
    note,
    source: turn.to(entry.source),
  };
}

function linkRecord(entry: EntryOf<'link'>, turn: Turn): PublishedRecord {
  const { to, rel, strength, by, note, sources } = entry.value;
  const ends = { from: turn.to(entry.from), to: turn.to(to) };
  const drawn = { rel, strength, by, note, sources: some(turn, sources) };
  return { type: 'link', ...begin(entry, turn), ...ends, ...drawn };
}

/** Keys of another dataset begin with what they are; only records with files of their own are reached. */
function typeOfForeign(key: string): RecordType {
  if (key.startsWith('source/')) return 'source';
  return key.startsWith('measure/') ? 'measure' : 'entity';
}

function pointerOf(book: Book, sha256: Sha256): (reference: string, at: Entry) => Id | Ref {
  const known = new Map<string, Id>();
  return (reference, at) => {
    if (isForeign(reference)) {
      const [dataset = '', key = ''] = reference.split(':');
      const id = publishedId({ type: typeOfForeign(key), dataset, key }, sha256);
      return v.parse(ref, `${dataset}:${id}`);
    }
    const written = fullKey(reference, at);
    const key = book.renamed.get(written) ?? written;
    const held = known.get(key);
    if (held) return held;
    const type = book.byKey.get(key)?.type ?? 'entity';
    const id = publishedId({ type, dataset: book.dataset.id, key }, sha256);
    known.set(key, id);
    return id;
  };
}

function refuseCollisions(keyed: readonly Keyed[]): void {
  const seen = new Map<string, string>();
  for (const { key, record } of keyed) {
    const other = seen.get(record.id);
    if (other !== undefined) throw new Error(`${key} and ${other} have the same id ${record.id}`);
    seen.set(record.id, key);
  }
}
