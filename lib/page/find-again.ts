import { anchor } from '@/lib/collections/anchor';
import type { Target } from '@/lib/collections/item';
import { focusRange, scrollToRange } from './marks';
import type { Reading } from './read';

/** How saved words stand on the page now. */
export type Again = 'exact' | 'moved' | 'changed' | 'gone';

/** Scrolls to saved words and draws the ring around them; never around other words. */
export function findAgain(target: Target, reading: Reading | undefined): Again {
  if (!reading || !target.quote) return 'gone';
  const found = anchor(reading.article.text, target.quote, target.position);
  if (found.outcome === 'gone') return 'gone';
  const range = reading.map.rangeOf(found.span);
  if (!range) return 'gone';
  focusRange(range);
  scrollToRange(range);
  return found.outcome;
}
