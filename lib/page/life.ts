/**
 * Calls back when a page may hold other words than before: it went elsewhere without loading, came
 * back from the cache, or its content changed. Everything ends with the signal.
 */
export function watchPage(page: Document, wake: (why: string) => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (why: string): void => {
    clearTimeout(timer);
    timer = setTimeout(() => wake(why), QUIET_MS);
  };
  const observer = new MutationObserver(() => later('content'));
  observer.observe(page.body, { childList: true, subtree: true, characterData: true });
  navigation.addEventListener('currententrychange', () => later('navigation'), { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && later('pageshow'), { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

const QUIET_MS = 250;
