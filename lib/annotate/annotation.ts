import type { Span } from '@/lib/article/span';
import type { Ref } from '@/lib/record/ref';

/** A person or organisation named in the text. */
export type Mention = {
  readonly kind: 'mention';
  readonly of: 'person' | 'organisation';
  /** The name itself, without title or article ("Sar Kheng", "Interior Ministry"). */
  readonly span: Span;
  /** The full name as the article or the dataset gives it. */
  readonly name: string;
  /** Dataset entities that bear this name; more than one means namesakes, a choice for the reader. */
  readonly entities: readonly Ref[];
  /** Title or role as the article words it ("Interior Ministry spokesperson"). */
  readonly role?: string;
  /** The organisation that the role names, as the article words it. */
  readonly organisation?: string;
};

/** How a figure stands to its value: exactly, about, below, above, risen or fallen to or by. */
export type Change = '=' | '~' | '<' | '>' | 'up' | 'down';

/** A number with what it counts. */
export type Figure = {
  readonly kind: 'figure';
  /** Value, unit and counted noun ("more than 170 NGOs"). */
  readonly span: Span;
  readonly value: number | readonly [low: number, high: number];
  /** British singular name: `percentage`, `dollar`, `metre`, `year of age`, or the counted noun; `-` for none. */
  readonly unit: string;
  readonly change: Change;
  /** What is counted, by words of the sentence, nearest first. */
  readonly of: readonly string[];
  readonly period?: string;
  /** Who gives the figure, where the sentence says so. */
  readonly speaker?: Speaker;
  /** Whether it is a statistic worth a card; ages, scores, dates and street numbers are not. */
  readonly statistic: boolean;
};

/** Who is quoted: the full name as the article or dataset gives it. */
export type Speaker = {
  readonly name: string;
  readonly of: 'person' | 'organisation' | 'group';
  readonly entities: readonly Ref[];
  readonly role?: string;
};

/** A quote or an attributed statement (kind of mark: claim). */
export type Quote = {
  readonly kind: 'quote';
  readonly type: 'direct' | 'mixed' | 'indirect';
  /** The content, quotation marks included; several where the cue breaks it or it runs over paragraphs. */
  readonly segments: readonly Span[];
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly speaker?: Speaker;
  /** Stands in the title, whose offsets these then are. */
  readonly inTitle?: boolean;
};

/** Everything in a text that can be clicked on. */
export type Annotation = Mention | Figure | Quote;

/** What was found in one article, each list in reading order. */
export type Annotations = {
  readonly mentions: readonly Mention[];
  readonly figures: readonly Figure[];
  readonly quotes: readonly Quote[];
};

/** The words an annotation stands on; the first is where its mark begins. */
export function spansOf(annotation: Annotation): readonly Span[] {
  switch (annotation.kind) {
    case 'mention':
    case 'figure':
      return [annotation.span];
    case 'quote':
      return annotation.segments;
  }
}
