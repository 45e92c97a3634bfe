import { strToU8 } from 'fflate';
import type { AuthoredFile } from '@/lib/dataset/authored-file';
import { type FileKind, fileNameOf } from '@/lib/dataset/file-name';
import type { Sha256 } from '@/lib/dataset/published-id';
import type { DatasetFile } from '@/lib/dataset/schema/dataset-file';
import type { EntityFile } from '@/lib/dataset/schema/entity-file';
import type { MeasureFile } from '@/lib/dataset/schema/measure-file';
import type { AuthoredReview } from '@/lib/dataset/schema/parts';
import type {
  AuthoredFigure,
  AuthoredStatement,
  SourceFile,
} from '@/lib/dataset/schema/source-file';
import type { AuthoredVerdict, VerdictsFile } from '@/lib/dataset/schema/verdicts-file';
import { type FoundEntity, isSameThing, lackingIn, merged } from './merge-entity';
import { needed } from './needed';
import { type At, type Part, Parts } from './parts';
import { type Draft, type Held, settled } from './settle';

/** What an import is told: which run, on which day. No clock: same input, same bytes. */
export type ImportRun = {
  /** Importer and run, kept with every record: "popolo cambodia-2015". */
  readonly via: string;
  /** EDTF day. */
  readonly at: string;
  readonly sha256: Sha256;
};

/** What came of an import: files as people write them, and what was held back for an editor. */
export type Imported = {
  readonly files: readonly AuthoredFile[];
  readonly held: readonly Held[];
};

/** Where a record inside a file stands. */
export type Local = { readonly file: string; readonly local: string };

type Found<File> = Omit<File, 'review' | 'statements' | 'figures' | 'verdicts' | 'withdrawn'>;
type Placed<Value> = { readonly value: Value; readonly place: string };
type Keyed = { readonly key: string; readonly review: AuthoredReview };
type Plain = Placed<Keyed> & { readonly kind: FileKind };
/**
 * Collects what importers find, from one file or several, as files of an authored dataset. Things are
 * the same where they bear one Wikidata id, here or in the dataset that is added to; what people
 * reviewed there is never changed.
 */
export class Harvest {
  readonly run: ImportRun;
  readonly #around = new Map<string, AuthoredFile>();
  readonly #entities = new Map<string, Placed<EntityFile>>();
  readonly #plain = new Map<string, Plain>();
  readonly #parts = new Parts();
  readonly #byWikidata = new Map<string, string>();
  readonly #actors = new Set<string>();
  readonly #held = new Map<string, Held>();
  readonly #review: AuthoredReview;
  #place = '';

  constructor(run: ImportRun, around: readonly AuthoredFile[] = []) {
    this.run = run;
    this.#review = { status: 'imported', at: run.at, via: run.via };
    for (const file of around) {
      if ('key' in file.value) this.#around.set(file.value.key, file);
      const wikidata = file.kind === 'entity' ? file.value.ids?.wikidata : undefined;
      if (file.kind === 'entity' && wikidata) this.#byWikidata.set(wikidata, file.value.key);
    }
  }

  /** Where the importer reads now: the file, and the line or path in it. */
  from(place: string): void {
    this.#place = place;
  }

  /** Tells an editor once, however often the same is met in one place. */
  hold(what: string, why: string): void {
    const held = { place: this.#place, what: what.slice(0, 200), why };
    this.#held.set(JSON.stringify(held), held);
  }

  /** Eight letters that stand for a text in keys. */
  hashOf(text: string): string {
    const digest = this.run.sha256(strToU8(text)).subarray(0, 4);
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** @returns the key to refer to it by: another one where its Wikidata id is known already */
  entity(found: FoundEntity): string | undefined {
    const wikidata = found.ids?.wikidata ?? '';
    const key = this.#byWikidata.get(wikidata) ?? found.key;
    const known = this.#knownEntity(key);
    if (known && !this.#isMet(known, found)) return undefined;
    if (wikidata !== '') this.#byWikidata.set(wikidata, key);
    if (!this.#isSigned(key)) this.#keep(known ? merged(known, found) : found, key);
    return key;
  }

  #keep(found: FoundEntity, key: string): void {
    const value = { ...found, key, review: this.#review };
    this.#entities.set(key, { value, place: this.#entities.get(key)?.place ?? this.#place });
  }

  /** An entity that is there to be pointed to, and left out where nothing does in the end. */
  actor(found: FoundEntity): string | undefined {
    const key = this.entity(found);
    if (key !== undefined && key === found.key) this.#actors.add(key);
    return key;
  }

  measure(found: Found<MeasureFile>): string {
    return this.#take('measure', { ...found, review: this.#review });
  }

  source(found: Found<SourceFile>): string {
    return this.#take('source', { ...found, review: this.#review });
  }

  /** The file of one reviewer's verdicts. */
  verdicts(found: Found<VerdictsFile>): string {
    return this.#take('verdicts', { ...found, review: this.#review });
  }

  statement(at: Local, value: AuthoredStatement): string | undefined {
    return this.#put({ ...at, field: 'statements' }, value);
  }

  figure(at: Local, value: AuthoredFigure): string | undefined {
    return this.#put({ ...at, field: 'figures' }, value);
  }

  verdict(at: Local, value: AuthoredVerdict): string | undefined {
    return this.#put({ ...at, field: 'verdicts' }, value);
  }

  /** Everything that passes the checks of the dataset it is for; the rest is held, with the reason. */
  finish(dataset: DatasetFile): Imported {
    const entities = [...this.#entities.values()].map(({ value, place }) =>
      this.#draft({ kind: 'entity', value, place }),
    );
    const drafts = [...entities, ...[...this.#plain.values()].map((plain) => this.#draft(plain))];
    const { files, held } = settled(drafts, { dataset, around: [...this.#around.values()] });
    return { files: needed(files, this.#actors), held: [...this.#held.values(), ...held] };
  }

  #knownEntity(key: string): EntityFile | undefined {
    const around = this.#around.get(key);
    return this.#entities.get(key)?.value ?? (around?.kind === 'entity' ? around.value : undefined);
  }

  /** Whether people answer for a file that is there already. */
  #isSigned(key: string): boolean {
    const file = this.#around.get(key);
    return file !== undefined && 'review' in file.value && file.value.review.status !== 'imported';
  }

  /** Whether two finds under one key are one thing; says what a reviewed one lacks. */
  #isMet(known: EntityFile, found: FoundEntity): boolean {
    if (known.type !== found.type || !isSameThing(known, found)) {
      this.hold(known.key, `the same key stands for another ${known.type}; one needs another id`);
      return false;
    }
    const lacking = this.#isSigned(known.key) ? lackingIn(known, found) : undefined;
    if (lacking !== undefined) {
      this.hold(known.key, `reviewed by people and left as it is; what it lacks: ${lacking}`);
    }
    return true;
  }

  #take(kind: FileKind, value: Keyed): string {
    const { key } = value;
    if (!this.#isSigned(key) && !this.#plain.has(key)) {
      this.#plain.set(key, { kind, value, place: this.#place });
    }
    return key;
  }

  #put(at: At, value: Part['value']): string | undefined {
    const reference = `${at.file}#${at.local}`;
    const before = this.#parts.get(at);
    if (before && JSON.stringify(before.value) !== JSON.stringify(value)) {
      this.hold(reference, `${before.place} says otherwise; only one of the two can be right`);
      return undefined;
    }
    const place = before?.place ?? this.#place;
    if (!this.#isSigned(at.file)) this.#parts.put(at, { value, place });
    else if (!Object.hasOwn(insideOf(this.#around.get(at.file), at.field), at.local)) {
      this.hold(reference, 'its file was reviewed by people; add it there by hand');
      return undefined;
    }
    return reference;
  }

  /** A file with everything that belongs into it; what was imported before stays unless found anew. */
  #draft({ kind, value, place }: Plain): Draft {
    const before = this.#around.get(value.key);
    const whole: Record<string, unknown> = { ...value };
    const places = new Map<string, string>();
    for (const field of ['statements', 'figures', 'verdicts'] as const) {
      const old = insideOf(before, field);
      if (Object.keys(old).length > 0) whole[field] = { ...old };
    }
    for (const [field, parts] of this.#parts.of(value.key)) {
      const found = [...parts].map(([local, part]) => [local, part.value] as const);
      whole[field] = { ...insideOf(before, field), ...Object.fromEntries(found) };
      for (const [local, part] of parts) places.set(`${field} ${local}`, part.place);
    }
    return { name: before?.name ?? fileNameOf(kind, value.key), value: whole, place, places };
  }
}

/** Records inside a file that stands there already. */
function insideOf(file: AuthoredFile | undefined, field: At['field']): object {
  if (file?.kind === 'source') return field === 'verdicts' ? {} : (file.value[field] ?? {});
  return file?.kind === 'verdicts' && field === 'verdicts' ? file.value.verdicts : {};
}
