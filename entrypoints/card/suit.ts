import { showTheme } from '@/components/shared/theme';
import { setWords } from '@/components/shared/words';
import { loadWords } from '@/lib/messages/load-words';
import type { Settings } from '@/lib/settings';

let spoken: Settings['language'] | undefined;

/** Loads the words of a language; only a reader who changes the language waits for words again. */
export async function speak(language: Settings['language']): Promise<void> {
  if (language === spoken) return;
  spoken = language;
  const { dictionary, tag } = await loadWords(language);
  setWords(dictionary, tag);
  document.documentElement.lang = tag;
}

/** Shows the frame in the reader's colours and language. */
export async function suit({
  theme,
  language,
}: Pick<Settings, 'theme' | 'language'>): Promise<void> {
  showTheme(theme);
  await speak(language);
}
