import type { Span } from '@/lib/article/span';
import type { Ref } from '@/lib/record/ref';

/** A name of a dataset as it stands in a text. */
export type NameHit = {
  readonly span: Span;
  /** The entities that bear it; several are namesakes. */
  readonly entities: readonly {
    readonly ref: Ref;
    readonly of: 'person' | 'organisation' | 'other';
    /** The entity's first main name. */
    readonly name: string;
    readonly rule: 'alone' | 'with-context';
  }[];
};

/** What the annotators ask the compiled index of names. */
export type Names = {
  /** Every dataset name in the text, longest first where two overlap, in reading order. */
  scan(text: string): readonly NameHit[];
};

/** An index without names: the annotators then go by titles and cue words alone. */
export const noNames: Names = { scan: () => [] };
