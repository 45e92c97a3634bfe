import { useEffect, useState } from 'preact/hooks';

const STEADY_MS = 400;

/** Chromium alone tells whether something covers or fades an element (IntersectionObserver v2). */
type Observation = IntersectionObserverEntry & { readonly isVisible?: boolean };

/**
 * Whether the frame has stood in plain sight for a moment since `seen` changed, undefined being out
 * of sight: a page could otherwise slip a button of ours under a click that was meant for something
 * else.
 */
export function useSteady(seen: number | undefined): boolean {
  const [steady, setSteady] = useState(false);
  useEffect(() => {
    setSteady(false);
    if (seen === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const options = { trackVisibility: true, delay: 100, threshold: 0.5 };
    const observer = new IntersectionObserver((entries) => {
      const last: Observation | undefined = entries.at(-1);
      clearTimeout(timer);
      if (last?.isIntersecting && last.isVisible !== false) {
        timer = setTimeout(() => setSteady(true), STEADY_MS);
      } else setSteady(false);
    }, options);
    observer.observe(document.documentElement);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [seen]);
  return steady;
}
