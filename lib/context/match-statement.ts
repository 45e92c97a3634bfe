import type { Speaker } from '@/lib/annotate/annotation';
import type { Ref } from '@/lib/record/ref';
import type { Statement } from '@/lib/record/shelved';
import type { Muted } from './muted';
import { comparerWith, type Sameness } from './sameness';
import type { Candidate, Shelf } from './shelf';

/** A statement of the record beside the words on the page. */
export type Compared = { readonly statement: Statement; readonly sameness: Sameness };

/** What the record holds that is near to some words. */
export type Matches = {
  /** The statement that these words are, by this speaker; the first of `same`. */
  readonly best?: Compared;
  /** The matched statement with its reprints and repetitions, and further parts of a long quote. */
  readonly same: readonly Compared[];
  /** The others near to these words, nearest first. */
  readonly near: readonly Compared[];
};

/** So many are proposed; only those that can still turn out to be near are read. */
const PROPOSED = 40;
const READ = 16;
const FEWEST_SHARED = 2;
const SMALLEST_OF_FEWER = 0.4;
const SMALLEST_OF_MORE = 0.2;

/** Compares the words of a claim with the statements that retrieval proposes. */
export async function matchStatement(
  words: string,
  speaker: Speaker | undefined,
  { shelf, muted }: { readonly shelf: Shelf; readonly muted: Muted },
): Promise<Matches> {
  const compare = comparerWith(words);
  const compared = (await proposed(words, shelf))
    .filter((statement) => !muted.hidesStatement(statement))
    .map((statement) => ({ statement, sameness: compare(statement) }));
  const names = await namesOf(compared, speaker, shelf);
  const same = compared
    .filter((one) => isSame(one, speaker, names))
    .toSorted((a, b) => order(a) - order(b) || b.sameness.share - a.sameness.share);
  const [best] = same;
  const near = compared.filter((one) => !same.includes(one) && one.sameness.strength !== 'none');
  return { ...(best && { best }), same, near };
}

async function proposed(words: string, shelf: Shelf): Promise<readonly Statement[]> {
  const candidates = (await shelf.similar(words, PROPOSED)).filter(mayBeNear).slice(0, READ);
  return await shelf.statements(candidates.map(({ statement }) => statement));
}

/** Whether a statement's words, once read, can show it near; those that cannot are never read. */
export function mayBeNear({ shared, inSmaller, inLarger }: Candidate): boolean {
  const enough = inSmaller >= SMALLEST_OF_FEWER || inLarger >= SMALLEST_OF_MORE;
  return enough && (shared >= FEWEST_SHARED || inSmaller === 1);
}

/** Verbatim words of this length are the record's even where the page's speaker is not known to it. */
const LONG = 6;

/** The same words may stand without a speaker; the same in other words needs the speaker as well. */
function isSame(
  { statement, sameness }: Compared,
  speaker: Speaker | undefined,
  names: ReadonlyMap<Ref, ReadonlySet<string>>,
): boolean {
  if (sameness.strength === 'same-statement')
    return speaker !== undefined && isBy(statement, speaker);
  if (sameness.strength !== 'same-words') return false;
  if (!speaker || isBy(statement, speaker)) return true;
  if (speaker.entities.length > 0) return false;
  return sameness.common >= LONG || names.get(statement.speaker)?.has(plain(speaker.name)) === true;
}

/** All names of those who said the same words, where the page's speaker is known by name alone. */
async function namesOf(
  compared: readonly Compared[],
  speaker: Speaker | undefined,
  shelf: Shelf,
): Promise<Map<Ref, ReadonlySet<string>>> {
  if (!speaker || speaker.entities.length > 0) return new Map();
  const verbatim = compared.filter(({ sameness }) => sameness.strength === 'same-words');
  const speakers = await shelf.entities([...new Set(verbatim.map((one) => one.statement.speaker))]);
  return new Map(
    speakers.map(({ ref, names }) => [ref, new Set(names.map(({ text }) => plain(text)))]),
  );
}

function plain(name: string): string {
  return name.toLowerCase().replace(/^the /u, '');
}

function order({ sameness }: Compared): number {
  return sameness.strength === 'same-words' ? 0 : 1;
}

/** Whether a statement is the speaker's: said by or for them; what they report of others is not theirs. */
function isBy({ speaker: by, onBehalfOf }: Statement, speaker: Speaker): boolean {
  return speaker.entities.some((ref) => ref === by || ref === onBehalfOf);
}
