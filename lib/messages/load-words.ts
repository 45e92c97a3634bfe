import { browser } from 'wxt/browser';
import type { Settings } from '@/lib/settings';

/** The languages of the interface; the first is what all others fall back to. */
const LANGUAGES = ['en', 'km'] as const;

/** The interface's words in the reader's choice of language, else the browser's; English fills gaps. */
export async function loadWords(
  language: Settings['language'],
): Promise<{ readonly dictionary: Readonly<Record<string, string>>; readonly tag: string }> {
  const wanted = language === 'auto' ? browser.i18n.getUILanguage() : language;
  const tag = LANGUAGES.find((each) => wanted.toLowerCase().startsWith(each)) ?? LANGUAGES[0];
  const base = await wordsOf(LANGUAGES[0]);
  return { dictionary: tag === LANGUAGES[0] ? base : { ...base, ...(await wordsOf(tag)) }, tag };
}

async function wordsOf(tag: string): Promise<Record<string, string>> {
  const answer = await fetch(new URL(`/_locales/${tag}/messages.json`, location.origin));
  const messages: unknown = await answer.json();
  if (typeof messages !== 'object' || messages === null) return {};
  return Object.fromEntries(
    Object.entries(messages).map(([key, entry]: [string, unknown]) => [key, messageIn(entry)]),
  );
}

function messageIn(entry: unknown): string {
  const message: unknown =
    typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'message') : undefined;
  return typeof message === 'string' ? message : '';
}
