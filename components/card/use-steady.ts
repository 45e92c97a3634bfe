import { useEffect, useState } from 'preact/hooks';

const STEADY_MS = 400;
/** A frame may count as covered for a moment while it comes; only what lasts is told. */
const COVERED_MS = 1500;

/** Chromium alone tells whether something covers or fades an element (IntersectionObserver v2). */
type Observation = IntersectionObserverEntry & { readonly isVisible?: boolean };

/** How the frame stands before the reader's eyes: only once it is steady have presses an effect. */
export type Standing = 'waiting' | 'steady' | 'covered';

/**
 * Whether the frame has stood in plain sight for a moment since `seen` changed, undefined being out
 * of sight: a page could otherwise slip a button of ours under a click that was meant for something
 * else. `isPlain` is what the page's script sees, where the browser tells the frame nothing.
 */
export function useSteady(seen: number | undefined, isPlain: boolean): Standing {
  const [standing, setStanding] = useState<Standing>('waiting');
  useEffect(() => {
    setStanding('waiting');
    if (seen === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const become = (next: Standing, ms: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setStanding(next), ms);
    };
    const options = { trackVisibility: true, delay: 100, threshold: 0.5 };
    const observer = new IntersectionObserver((entries) => {
      const last: Observation | undefined = entries.at(-1);
      const isSeen = isPlain && last?.isIntersecting === true && last.isVisible !== false;
      if (isSeen) become('steady', STEADY_MS);
      else {
        setStanding('waiting');
        become('covered', COVERED_MS);
      }
    }, options);
    observer.observe(document.documentElement);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [seen, isPlain]);
  return standing;
}
