import type { Speaker } from '@/lib/annotate/annotation';
import type { Statement } from '@/lib/record/shelved';
import type { Muted } from './muted';
import { compareWords, type Sameness } from './sameness';
import type { Shelf } from './shelf';

/** A statement of the record beside the words on the page. */
export type Compared = { readonly statement: Statement; readonly sameness: Sameness };

/** What the record holds that is near to some words. */
export type Matches = {
  /** The statement that these words are, by this speaker; the first of `same`. */
  readonly best?: Compared;
  /** The matched statement with its reprints and repetitions. */
  readonly same: readonly Compared[];
  /** The others near to these words, nearest first. */
  readonly near: readonly Compared[];
};

const PROPOSED = 24;

/** Compares the words of a claim with the statements that retrieval proposes. */
export async function matchStatement(
  words: string,
  speaker: Speaker | undefined,
  { shelf, muted }: { readonly shelf: Shelf; readonly muted: Muted },
): Promise<Matches> {
  const candidates = await shelf.similar(words, PROPOSED);
  const statements = await shelf.statements(candidates.map(({ statement }) => statement));
  const compared = statements
    .filter((statement) => !muted.hidesStatement(statement))
    .map((statement) => ({ statement, sameness: compareWords(words, statement.text) }));
  const same = compared
    .filter((one) => isSame(one) && mayBeBy(one.statement, speaker))
    .toSorted((a, b) => rank(a) - rank(b) || b.sameness.share - a.sameness.share);
  const [best] = same;
  const near = compared.filter((one) => !same.includes(one) && one.sameness.strength !== 'none');
  return { ...(best && { best }), same, near };
}

function isSame({ sameness }: Compared): boolean {
  return sameness.strength === 'same-words' || sameness.strength === 'same-statement';
}

function rank({ sameness }: Compared): number {
  return sameness.strength === 'same-words' ? 0 : 1;
}

/** Whether a statement can be the speaker's: said by, for or through them; anybody's where none is named. */
function mayBeBy(
  { speaker: by, onBehalfOf, via }: Statement,
  speaker: Speaker | undefined,
): boolean {
  if (!speaker) return true;
  return speaker.entities.some((ref) => ref === by || ref === onBehalfOf || ref === via);
}
