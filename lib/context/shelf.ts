import type { Ref } from '@/lib/record/ref';
import type {
  Entity,
  Link,
  Measure,
  Observation,
  Source,
  Statement,
  Verdict,
} from '@/lib/record/shelved';

/** A statement that retrieval proposes for some words, with the words both share. */
export type Candidate = {
  readonly statement: Ref;
  /** Larger is nearer; only its order means something. */
  readonly score: number;
  /** How many different telling words both have, at most; and as a share of the fewer and of the more. */
  readonly shared: number;
  readonly inSmaller: number;
  readonly inLarger: number;
  /** Whether it is among those that were to stand before the others. */
  readonly isFirst: boolean;
};

/** What statements belong to: their speaker, or a subject. */
type Belonging = readonly ['by' | 'about', Ref];

/** Statements of some speakers or subjects alone, and which of them come before all others. */
export type AmongStatements = {
  readonly only?: readonly Belonging[];
  /** These stand before the others, even where they share no word. */
  readonly first?: readonly Belonging[];
};

/** Who publishes a dataset, as cards name it. */
export type DatasetLabel = {
  readonly id: string;
  readonly title: string;
  readonly edition: number;
  /** Where its publisher can be reached. */
  readonly homepage?: string;
  /** When this edition came onto the device, milliseconds since 1970. */
  readonly heldSince?: number;
};

/**
 * What context needs to read, in context's own words; storage provides it, and so does the
 * command line over a folder of files. Withdrawn and recalled records never come from a shelf.
 * Answers for several references come in the order asked, those unknown left out.
 */
export type Shelf = {
  datasets(): Promise<readonly DatasetLabel[]>;
  entities(refs: readonly Ref[]): Promise<readonly Entity[]>;
  statements(refs: readonly Ref[]): Promise<readonly Statement[]>;
  sources(refs: readonly Ref[]): Promise<readonly Source[]>;
  measures(refs: readonly Ref[]): Promise<readonly Measure[]>;
  /** `most`: where there are more, about so many of the latest; all where absent. */
  statementsBy(speaker: Ref, most?: number): Promise<readonly Statement[]>;
  /** `most`: where there are more, about so many; all where absent. */
  statementsAbout(subject: Ref, most?: number): Promise<readonly Statement[]>;
  /** Statements and figures taken from one document. */
  statementsIn(source: Ref): Promise<readonly Statement[]>;
  figuresOf(measure: Ref): Promise<readonly Observation[]>;
  figures(refs: readonly Ref[]): Promise<readonly Observation[]>;
  /** Links from or to a record. */
  linksOf(record: Ref): Promise<readonly Link[]>;
  verdictsOf(statement: Ref): Promise<readonly Verdict[]>;
  /** Statements whose words are near these, best first. */
  similar(words: string, most: number, among?: AmongStatements): Promise<readonly Candidate[]>;
  /** Measures one of whose cues stands in these words. */
  measuresCued(words: string): Promise<readonly Ref[]>;
};
