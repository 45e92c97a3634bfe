import type { PublishedRecord, RecordType } from '@/lib/record/record';
import type { Id } from '@/lib/record/ref';
import { nameFaults } from '@/lib/dataset/check-names';
import { publishedId, type Sha256 } from '@/lib/dataset/published-id';
import { parseRecordLine } from '@/lib/dataset/record-line';

/** What an import is told: whose ids, which run, on which day. No clock: same input, same bytes. */
export type ImportRun = {
  readonly dataset: string;
  /** Importer and run, kept with every record: "popolo cambodia-2015". */
  readonly via: string;
  /** EDTF day. */
  readonly at: string;
  readonly sha256: Sha256;
};

/** What came of an import: records in order of ids, and what was held back for an editor, with the reason. */
export type Imported = {
  readonly records: readonly PublishedRecord[];
  readonly held: readonly Held[];
};
export type Held = { readonly what: string; readonly why: string };

/** A name as an importer finds it. */
export type FoundName = {
  readonly text: string;
  readonly lang: string;
  readonly kind: 'main' | 'alias' | 'abbreviation' | 'former';
};

const MOST_NAMES = 60;

/** Collects the records of one import; the first record of a key counts. */
export class Harvest {
  readonly run: ImportRun;
  readonly #records = new Map<Id, PublishedRecord>();
  readonly #held: Held[] = [];

  constructor(run: ImportRun) {
    this.run = run;
  }

  idOf(type: RecordType, key: string): Id {
    return publishedId({ type, dataset: this.run.dataset, key }, this.run.sha256);
  }

  /** Takes a record when readers would accept it; else it is held, and undefined comes back. */
  add(type: RecordType, key: string, fields: Readonly<Record<string, unknown>>): Id | undefined {
    const id = this.idOf(type, key);
    if (this.#records.has(id)) return id;
    const review = { status: 'imported', by: 0, at: this.run.at, via: this.run.via };
    const record = parseRecordLine(JSON.stringify({ type, id, rev: 1, review, ...fields }));
    if (record.ok) this.#records.set(id, record.value);
    else this.hold(key, `readers would refuse the ${type}`);
    return record.ok ? id : undefined;
  }

  hold(what: string, why: string): void {
    this.#held.push({ what: what.slice(0, 200), why });
  }

  /** Names without those that only an editor may pass, each text once a language, at most 60. */
  goodNames(of: string, names: readonly FoundName[]): (FoundName & { readonly match: string })[] {
    const good = new Map<string, FoundName & { readonly match: string }>();
    for (const { text, lang, kind } of names) {
      const [fault] = nameFaults(text);
      if (fault) this.hold(of, `name held: ${fault.message}`);
      else if (text.length >= 2 && text.length <= 200 && !good.has(`${lang} ${text}`)) {
        good.set(`${lang} ${text}`, {
          text,
          lang,
          kind,
          match: kind === 'main' ? 'alone' : 'with-context',
        });
      }
    }
    return [...good.values()].slice(0, MOST_NAMES);
  }

  finish(): Imported {
    const records = [...this.#records.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return { records, held: this.#held };
  }
}
