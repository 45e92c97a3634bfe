import type { Settings } from '@/lib/settings';

/** Sets the page's theme: the reader's choice, else the system's, followed as it changes. */
export function showTheme(theme: Settings['theme']): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const show = (): void => {
    const isDark = theme === 'dark' || (theme === 'auto' && dark.matches);
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  };
  show();
  dark.addEventListener('change', show);
}
