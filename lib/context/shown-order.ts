import type { StatementLine, Why } from './context';
import { byOccasion, type Occasion } from './occasions';
import { madeBy, standingOn } from './time-line';

const LINK_STRENGTHS = ['explicit', 'direct', 'partial', 'apparent'] as const;

/**
 * The order in which a card shows statements of one relation: how firmly the record ties them to the
 * claim, then speakers who have not had a word yet, then what had been said by the day of the article
 * before what came after, then nearness to that day. What was said on one occasion stays together, in
 * the place of the firmest of it.
 */
export function inShownOrder<T extends StatementLine>(lines: readonly T[], day: string): T[] {
  const ordered = lines.toSorted(
    (a, b) =>
      firmness(a) - firmness(b) ||
      lateness(a, day) - lateness(b, day) ||
      distance(a, day) - distance(b, day) ||
      (a.ref < b.ref ? -1 : 1),
  );
  const occasions = byOccasion(ordered);
  return LINK_STRENGTHS.flatMap((_, at) =>
    inTurns(occasions.filter(([first]) => firmness(first) === at)).flat(),
  );
}

/** Each speaker's first occasion, then each one's second, and so on. */
function inTurns<T extends StatementLine>(occasions: readonly Occasion<T>[]): Occasion<T>[] {
  const turns = new Map<string, number>();
  const placed = occasions.map((occasion) => {
    const [{ speaker }] = occasion;
    const turn = turns.get(speaker.ref) ?? 0;
    turns.set(speaker.ref, turn + 1);
    return { occasion, turn };
  });
  return placed.toSorted((a, b) => a.turn - b.turn).map(({ occasion }) => occasion);
}

function firmness({ why }: StatementLine): number {
  return firmnessOf(why.linkStrength);
}

/** The rank of a link's strength: the smaller, the firmer. */
export function firmnessOf(strength: Why['linkStrength']): number {
  return strength ? LINK_STRENGTHS.indexOf(strength) : 0;
}

const STANDINGS = ['earlier', 'unknown', 'later'] as const;

function lateness(line: StatementLine, day: string): number {
  return STANDINGS.indexOf(standingOn(day, line, line.source.published));
}

function distance(line: StatementLine, day: string): number {
  const own = madeBy(line, line.source.published);
  return own === undefined ? Infinity : Math.abs(Date.parse(own) - Date.parse(day));
}
