import { spansOf } from '@/lib/annotate/annotation';
import { factsAround, type Finding } from '@/lib/reading/finding';
import type { Examination } from './examined';

/**
 * The id that a finding has in a later examination of its article; undefined where its words are gone.
 * Ids count through the text, so that an entry that comes in above makes all of them mean other words.
 */
export function keptId(
  id: string | undefined,
  before: Examination | undefined,
  now: Examination,
): string | undefined {
  if (before?.findings === now.findings) return id;
  const wanted = before?.findings.find((each) => each.id === id);
  return before && wanted && mostLike(wanted, before, now)?.id;
}

function mostLike(wanted: Finding, before: Examination, now: Examination): Finding | undefined {
  const there = placeOf(wanted, before);
  const known = new Set(before.reading.map.nodes);
  let [best, most]: [Finding | undefined, number] = [undefined, 0];
  for (const finding of now.findings) {
    if (!saysTheSame(finding, wanted)) continue;
    const here = placeOf(finding, now);
    // Words that stood elsewhere before are other words, though they may say the same.
    const isOther = here.node !== there.node && here.node !== undefined && known.has(here.node);
    const worth = isOther ? 0 : likeness(here, there);
    if (worth > most) [best, most] = [finding, worth];
  }
  return best;
}

function saysTheSame(one: Finding, other: Finding): boolean {
  return one.mark === other.mark && one.label === other.label && one.inTitle === other.inTitle;
}

/** Where a finding stands: in which node of the page, and between which words of its block. */
type FindingPlace = {
  readonly node: Text | undefined;
  readonly front: string;
  readonly back: string;
};

function placeOf({ annotation, inTitle }: Finding, { reading }: Examination): FindingPlace {
  const { article, map, titleMap } = reading;
  const [span = { start: 0, end: 0 }] = spansOf(annotation);
  const around = factsAround(article, annotation).around;
  const { start, text } = inTitle ? { start: 0, text: article.title } : around;
  const { runs } = inTitle ? titleMap : map;
  return {
    node: runs.findLast((run) => run.start <= span.start)?.node,
    front: text.slice(0, span.start - start),
    back: text.slice(span.end - start),
  };
}

/** Words enough to know a place by, in characters, where what stands on the other side has changed. */
const TELLING = 12;

/** The same node goes before all others, for a new entry may say just the same. */
function likeness(one: FindingPlace, other: FindingPlace): number {
  const same = [one.front === other.front && one.front, one.back === other.back && one.back];
  const sides = same.filter((side) => side !== false);
  if (one.node === other.node && sides.length > 0) return 2 + sides.length;
  if (sides.length === 2) return 2;
  return sides.some(({ length }) => length >= TELLING) ? 1 : 0;
}
