import type { Target } from '@/lib/collections/item';
import type { FoundWords } from '@/lib/reading/found-words';
import { pageText } from './page-text';
import { type BodyDesk, readPage } from './read-page';
import type { TextMap } from './text-map';

/** What is asked of the background on the way. */
export type FindDesk = BodyDesk & {
  /** Where saved words stand in a text now. */
  findWords(question: { text: string; target: Target }): Promise<FoundWords>;
};

/** Saved words in the page as it is now. */
export type FoundAgain = {
  readonly outcome: FoundWords['outcome'];
  /** The words that stand there now. */
  readonly now: string;
  readonly ranges: readonly StaticRange[];
};

const GONE: FoundAgain = { outcome: 'gone', now: '', ranges: [] };

/** Many pages bring their words late; so long after each other they are looked at again. Milliseconds. */
const LOOKS = [0, 400, 800, 1500, 2500];

/** The best first. */
const ORDER: readonly FoundWords['outcome'][] = ['exact', 'moved', 'changed', 'gone'];

/**
 * Looks for saved words in the article of this page, then in all that it shows. `onBetter` hears of
 * each find that is better than the one before; what is not exact is looked for until the page has
 * had its time, and only then are the words said to be gone.
 */
export async function findAgain(
  desk: FindDesk,
  { target, signal }: { readonly target: Target; readonly signal: AbortSignal },
  onBetter: (found: FoundAgain) => void,
): Promise<FoundAgain> {
  let best = GONE;
  for (const wait of LOOKS) {
    await pause(wait);
    for await (const map of textsOf(desk, signal)) {
      if (signal.aborted) return best;
      const found = await findIn(map, desk, target);
      if (ORDER.indexOf(found.outcome) >= ORDER.indexOf(best.outcome)) continue;
      best = found;
      onBetter(found);
      if (found.outcome === 'exact') return found;
    }
  }
  return best;
}

/** The article's words, among which a card's were saved, and then all words of the page. */
async function* textsOf(desk: BodyDesk, signal: AbortSignal): AsyncGenerator<TextMap> {
  const reading = await readPage(desk, signal);
  if (reading) yield reading.map;
  yield pageText(document);
}

async function findIn(map: TextMap, desk: FindDesk, target: Target): Promise<FoundAgain> {
  const found = await desk.findWords({ text: map.text, target });
  if (found.outcome === 'gone') return GONE;
  const ranges = map.rangesOf(found.span);
  const now = map.text.slice(found.span.start, found.span.end);
  // The page has changed its nodes meanwhile: the next look sees them.
  return ranges.length === 0 ? GONE : { outcome: found.outcome, now, ranges };
}

async function pause(ms: number): Promise<void> {
  await new Promise((done) => {
    setTimeout(done, ms);
  });
}
