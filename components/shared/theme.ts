import type { Settings } from '@/lib/settings';

let following: AbortController | undefined;

/** Sets the page's theme: the reader's choice, else the system's, followed as it changes. */
export function showTheme(theme: Settings['theme']): void {
  // An earlier choice must not answer the system's next change.
  following?.abort();
  following = new AbortController();
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const show = (): void => {
    const isDark = theme === 'dark' || (theme === 'auto' && dark.matches);
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  };
  show();
  dark.addEventListener('change', show, { signal: following.signal });
}
