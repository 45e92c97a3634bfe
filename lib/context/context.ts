import type { Change } from '@/lib/annotate/annotation';
import type { Edtf, I18n, Lang } from '@/lib/record/base';
import type { Archive, Rel } from '@/lib/record/record';
import type { Ref } from '@/lib/record/ref';
import type { Statement } from '@/lib/record/shelved';
import type { DatasetLabel } from './shelf';

/** Where a record was published, as a card shows it. */
export type SourceLine = {
  readonly ref: Ref;
  readonly title: string;
  readonly url: string;
  readonly publisher: string;
  readonly published: Edtf;
  readonly dateNote?: string;
  readonly archives: readonly Archive[];
};

/** Why a record is shown: the stated order of strengths, the words that matched, the dataset. */
export type Why = {
  readonly strength: 'same-words' | 'same-statement' | 'same-subject' | 'link' | 'name' | 'measure';
  /** Words of the page that matched, as they stand there. */
  readonly matched: readonly string[];
  readonly dataset: DatasetLabel;
  readonly relation?: Rel;
  readonly linkStrength?: 'explicit' | 'direct' | 'partial' | 'apparent';
  readonly drawnBy?: 'speaker' | 'publisher' | 'editor';
  readonly note?: string;
};

/** Who or what an entity is on the day of the article. */
export type EntityLine = {
  readonly ref: Ref;
  readonly kind: 'person' | 'organisation' | 'other';
  readonly name: string;
  /** The name in other scripts, with its language. */
  readonly otherNames: readonly { readonly text: string; readonly lang: Lang }[];
  readonly summary?: I18n;
  /** Offices held on the article's date; `certain` is false where the record has no dates. */
  readonly offices: readonly {
    readonly role: I18n;
    readonly organisation?: string;
    readonly from?: Edtf;
    readonly to?: Edtf;
    readonly certain: boolean;
  }[];
  readonly country?: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly dataset: DatasetLabel;
};

/** One statement as a card shows it; both sides of a dispute have this same form. */
export type StatementLine = {
  readonly ref: Ref;
  readonly speaker: { readonly ref: Ref; readonly name: string };
  readonly capacity?: string;
  readonly kind: Statement['kind'];
  readonly text: string;
  readonly lang: Lang;
  readonly translatedFrom?: Lang;
  readonly gist?: I18n;
  readonly said?: Edtf;
  readonly saidNote?: string;
  readonly occasion?: string;
  readonly source: SourceLine;
  /** The same statement in other documents: reprints and syndicated copies, one source not several. */
  readonly alsoIn: readonly SourceLine[];
  readonly contested: boolean;
  readonly verdicts: readonly {
    readonly reviewer: string;
    readonly label: string;
    readonly url: string;
    readonly published: Edtf;
  }[];
  readonly why: Why;
};

/** How a group of statements stands to the claim on the page, in the order in which cards show them. */
export type Relation =
  | 'disputedBy'
  | 'deniedBy'
  | 'supportedBy'
  | 'inAnswerTo'
  | 'answeredBy'
  | 'corrected'
  | 'contextTo'
  | 'oppositeOnSubject';

/** A published value of a measure. */
export type ObservationLine = {
  readonly ref: Ref;
  readonly value: string;
  readonly low?: string;
  readonly high?: string;
  readonly quality: 'exact' | 'rounded' | 'about' | 'at-least' | 'at-most' | 'range';
  readonly period: Edtf;
  readonly attributedTo?: string;
  readonly note?: string;
  readonly source: SourceLine;
};

export type MeasureLine = {
  readonly ref: Ref;
  readonly name: I18n;
  readonly unit: string;
  readonly definition: I18n;
  readonly observations: readonly ObservationLine[];
  readonly why: Why;
};

export type MentionContext = {
  readonly kind: 'mention';
  /** One: known. Several: namesakes, a choice. None: only what the article itself says. */
  readonly candidates: readonly EntityLine[];
  readonly by: readonly StatementLine[];
  readonly about: readonly StatementLine[];
  /** Statements by subject, each oldest to newest, for the timeline. */
  readonly subjects: readonly { readonly label: I18n; readonly lines: readonly StatementLine[] }[];
};

export type QuoteContext = {
  readonly kind: 'quote';
  readonly speaker?: EntityLine;
  /** The record that these words are, where there is one. */
  readonly matched?: StatementLine;
  readonly groups: readonly {
    readonly relation: Relation;
    readonly lines: readonly StatementLine[];
  }[];
  /** By the same speaker on the same subject, oldest to newest, not after the article's date. */
  readonly earlier: readonly EarlierLine[];
  /** The same, said after the article. */
  readonly later: readonly EarlierLine[];
  /** The weaker class: others on the same subject. */
  readonly alsoOnSubject: readonly StatementLine[];
  /** A figure inside the claim. */
  readonly figures: readonly FigureContext[];
  /** What the reader has read before by this speaker, from the reader's own record. */
  readonly read: readonly ReadLine[];
};

/** An earlier or later statement, and what the record itself says of how the two stand. */
export type EarlierLine = StatementLine & {
  readonly standing?: 'repeats' | 'revises' | 'contradictsOwnEarlier' | 'corrects' | 'retracts';
};

/** A quote that the reader saw in an article opened before; never mixed with published records. */
export type ReadLine = {
  readonly id: string;
  readonly speaker: string;
  readonly words: string;
  readonly url: string;
  readonly title: string;
  readonly publisher?: string;
  /** When the reader opened it, milliseconds since 1970. */
  readonly seenAt: number;
  readonly published?: string;
  /** Set where this is somebody's published fact check of the words, as their page words it. */
  readonly verdict?: { readonly reviewer: string; readonly label: string };
};

export type FigureContext = {
  readonly kind: 'figure';
  /** The figure as the page has it, for the chart. */
  readonly onPage: { readonly value: number | readonly [number, number]; readonly change: Change };
  readonly measure?: MeasureLine;
  /** Figures that look alike and are not, each with the reason. */
  readonly different: readonly { readonly measure: MeasureLine; readonly reason: I18n }[];
  /** Statements that are about this number. */
  readonly claims: readonly StatementLine[];
};

/** What is on record about one annotation: everything a card shows. */
export type Context = MentionContext | QuoteContext | FigureContext;

/** How much there is to show; decides density. `direct` raises a mark in quiet mode. */
export type Weight = 'direct' | 'some' | 'none';

/** How much a context has to show. */
export function weightOf(context: Context): Weight {
  switch (context.kind) {
    case 'mention':
      return context.candidates.length > 0 ? 'some' : 'none';
    case 'quote':
      return weightOfQuote(context);
    case 'figure':
      return context.measure || context.different.length > 0 ? 'direct' : 'none';
  }
}

/** Only a link that the source or the same proposition makes may raise a mark (`DATASET.md`, 1.3). */
function weightOfQuote(context: QuoteContext): Weight {
  const lists = [...context.groups.map(({ lines }) => lines), context.earlier];
  const firm = lists.some((lines) =>
    lines.some(
      ({ why: { linkStrength } }) => linkStrength === 'explicit' || linkStrength === 'direct',
    ),
  );
  if (firm) return 'direct';
  const weak = [
    context.groups,
    context.earlier,
    context.later,
    context.alsoOnSubject,
    context.read,
  ];
  return context.matched || weak.some((lines) => lines.length > 0) ? 'some' : 'none';
}
