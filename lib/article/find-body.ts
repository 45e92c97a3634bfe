import type { BlockKind, PageFacts } from './article';
import { type BodyPiece, cleanBody } from './clean';
import { type Located, locateBody } from './locate';
import { LINE, type Outline } from './outline';
import { type Scan, scan } from './scan';

/** What is asked: an outline, what its page says of itself, and perhaps another reader's answer. */
export type BodyQuestion = {
  readonly outline: Outline;
  readonly facts: PageFacts;
  /** The outline's texts that another reader takes for the body. */
  readonly opinion?: readonly number[];
};

/** An article's body in an outline. */
export type Body = {
  /** Its blocks in order: the outline's texts that each holds, `LINE` where a line of it ends. */
  readonly blocks: readonly { readonly kind: BlockKind; readonly texts: readonly number[] }[];
  /** The element, by its place in the outline, that holds it all. */
  readonly container: number;
  /** Whether most of the page's prose stands there; where not, another reader may be asked. */
  readonly sure: boolean;
};

/** Prose below which another reader is asked as well, in characters. */
const LITTLE = 300;

/** Finds the article's body in an outline, and leaves out all that only stands in it. */
export function findBody({ outline, facts, opinion }: BodyQuestion): Body {
  const scanned = scan(outline);
  const located = locateBody(scanned, facts.title);
  const pieces = located ? cleanBody(located, facts) : [];
  const sure = located?.sure === true && proseIn(pieces) >= LITTLE;
  const second = sure || !opinion ? [] : otherBody(new Set(opinion), scanned, { located, facts });
  return proseIn(second) > proseIn(pieces) * 1.5
    ? { blocks: second.map(blockOf), container: 0, sure }
    : { blocks: pieces.map(blockOf), container: located?.box.element ?? 0, sure };
}

function otherBody(
  texts: ReadonlySet<number>,
  { pieces, root }: Scan,
  { located, facts }: { readonly located: Located | undefined; readonly facts: PageFacts },
): BodyPiece[] {
  const theirs = pieces.filter(({ nodes }) =>
    nodes.some((node) => node !== 'line' && texts.has(node.text)),
  );
  const headline = located?.headline;
  return cleanBody({ box: root, headline, pieces: theirs, sure: false }, facts);
}

function proseIn(pieces: readonly BodyPiece[]): number {
  return pieces.reduce((sum, { piece }) => sum + piece.prose, 0);
}

function blockOf({ piece, kind }: BodyPiece): Body['blocks'][number] {
  const texts = piece.nodes.flatMap((node) =>
    node === 'line' ? LINE : node.hidden ? [] : node.text,
  );
  return { kind, texts };
}
