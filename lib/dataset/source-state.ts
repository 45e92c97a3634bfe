import type { ListedPack } from './manifest';

/** Texts by language. */
type I18n = ListedPack['title'];

/** Why something about a source did not work, for one sentence that the reader reads. */
export type SourceTrouble =
  | 'no-address'
  | 'not-permitted'
  | 'unreachable'
  | 'absent'
  | 'not-as-signed'
  | 'older'
  | 'expired'
  | 'over-limit'
  | 'too-new'
  | 'no-file'
  | 'other-key'
  | 'other-fingerprint'
  | 'built-in'
  | 'too-many';

/** What came of the last look for something newer, for one sentence. */
export type LastWord = SourceTrouble | 'current' | 'updated' | 'full' | 'stopped' | 'busy';

/** Where a dataset is looked for: an address as typed, or a file that the page holds ready. */
export type SourceFrom =
  | { readonly kind: 'address'; readonly typed: string }
  | { readonly kind: 'file'; readonly name: string; readonly blob: string };

/** A statement as a preview shows it; the speaker is missing where the sample does not hold the name. */
export type SampleStatement = {
  readonly text: string;
  readonly lang: string;
  readonly speaker?: string;
  readonly capacity?: string;
  readonly said?: string;
  readonly source?: { readonly url: string; readonly title: string; readonly published: string };
};

export type Counted = Pick<ListedPack['counts'], 'statements' | 'entities' | 'figures'>;

/** A part of a dataset that the reader may choose. */
export type OfferedPack = {
  readonly pack: string;
  readonly title: I18n;
  /** What it takes on the device. */
  readonly bytes: number;
  readonly counts: Counted;
};

/** What the reader is shown of a dataset before saying yes. */
export type SourcePreview = {
  readonly id: string;
  readonly title: I18n;
  readonly description?: I18n;
  readonly publisher?: string;
  readonly homepage?: string;
  readonly licence: string;
  readonly languages: readonly string[];
  readonly edition: number;
  readonly built: string;
  readonly packs: readonly OfferedPack[];
  readonly urls: readonly string[];
  /** SHA-256 of the root keys, in hexadecimal digits. */
  readonly fingerprint: string;
  readonly samples: readonly SampleStatement[];
  /** Hosts of the documents that the sample quotes from. */
  readonly hosts: readonly string[];
  /** Whether the reader has it already; from another key it cannot be added. */
  readonly standing: 'new' | 'held' | 'other-key' | 'built-in';
  /** The fingerprint that the reader said yes to before, where it is another. */
  readonly heldFingerprint?: string;
};

/** A part of a dataset, which can be turned on and off. */
export type SourcePack = OfferedPack & {
  readonly on: boolean;
  readonly edition: number;
  readonly damaged: boolean;
};

/** A dataset that the reader has, as the page of sources lists it. Times in milliseconds since 1970. */
export type SourceState = {
  readonly id: string;
  readonly title: I18n;
  readonly publisher?: string;
  readonly homepage?: string;
  readonly licence?: string;
  readonly trust: 'built-in' | 'subscribed';
  readonly urls: readonly string[];
  readonly fingerprint?: string;
  /** 0 before anything came. */
  readonly edition: number;
  readonly heldSince: number;
  readonly paused: boolean;
  readonly packs: readonly SourcePack[];
  /** Packs that the publisher has and the reader did not choose. */
  readonly offered: readonly OfferedPack[];
  /** Records hidden because the publisher recalled them, by reason. */
  readonly recalled: Readonly<Record<string, number>>;
  readonly last?: { readonly at: number; readonly word: LastWord };
};

/** Long work as it goes: bytes of what is fetched, packs of what is checked. */
export type SourceProgress = {
  readonly id: string;
  readonly step: 'looking' | 'fetching' | 'checking';
  readonly done: number;
  readonly of: number;
};

export type SourceList = {
  readonly sources: readonly SourceState[];
  readonly working?: SourceProgress;
};

/** What the reader can change of a source; `packs`: on or off by name, also one that is only offered. */
export type SourceChange = {
  readonly paused?: boolean;
  readonly packs?: Readonly<Record<string, boolean>>;
};

/** An answer for the page: what was asked for, or why not. */
export type Told<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: SourceTrouble };

/** What the reader said yes to: the fingerprint that was shown, and the packs; all of them where absent. */
export type Agreed = { readonly fingerprint: string; readonly packs?: readonly string[] };

/** Everything that a reader can do with sources. */
export type SourcesDesk = {
  list(): Promise<SourceList>;
  preview(from: SourceFrom): Promise<Told<SourcePreview>>;
  /** Subscribes to what a preview showed, and fetches it. */
  subscribe(from: SourceFrom, yes: Agreed): Promise<Told<LastWord>>;
  /** Looks for something newer now: for one dataset, or for all that are not paused. */
  check(id?: string): Promise<LastWord>;
  /** Ends the work under way; what was fetched is kept for the next time. */
  stop(): void;
  change(id: string, change: SourceChange): Promise<void>;
  /** Hashes everything stored again and fetches anew what is not as it was. @returns how much was not */
  repair(): Promise<number>;
  remove(id: string): Promise<void>;
};

/** Which sentence tells of a problem; what a host sends wrongly is all the same to the reader. */
const TROUBLES: Readonly<Record<string, SourceTrouble>> = {
  unreachable: 'unreachable',
  timeout: 'unreachable',
  status: 'unreachable',
  absent: 'absent',
  unsigned: 'not-as-signed',
  'not-as-signed': 'not-as-signed',
  malformed: 'not-as-signed',
  'wrong-version': 'not-as-signed',
  'too-many-roots': 'not-as-signed',
  'too-large': 'not-as-signed',
  missing: 'not-as-signed',
  damaged: 'not-as-signed',
  contradictory: 'not-as-signed',
  older: 'older',
  expired: 'expired',
  'over-limit': 'over-limit',
  'too-new': 'too-new',
};

/** What several packs hold together. */
export function sumOf(
  packs: readonly Pick<OfferedPack, 'bytes' | 'counts'>[],
): Pick<OfferedPack, 'bytes' | 'counts'> {
  const sum = (of: keyof Counted): number =>
    packs.reduce((total, { counts }) => total + counts[of], 0);
  return {
    bytes: packs.reduce((total, { bytes }) => total + bytes, 0),
    counts: { statements: sum('statements'), entities: sum('entities'), figures: sum('figures') },
  };
}

const OTHER_ENDS = ['current', 'updated', 'full', 'stopped'] as const satisfies readonly LastWord[];

/** The sentence for a problem of a sync, told in one word. */
export function troubleOf(problem: string): SourceTrouble {
  return TROUBLES[problem] ?? 'unreachable';
}

/** The sentence for a result of a sync or for a problem of one, told in one word. */
export function lastWordOf(outcome: string): LastWord {
  return OTHER_ENDS.find((end) => end === outcome) ?? troubleOf(outcome);
}
