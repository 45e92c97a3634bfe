import { setWords } from '@/components/shared/words';
import en from '@/public/_locales/en/messages.json';
import km from '@/public/_locales/km/messages.json';

/** Gives components their English words, as a page of ours does before it draws. */
export function speakEnglish(): void {
  setWords(wordsOf(en), 'en');
}

/** The same in Khmer. */
export function speakKhmer(): void {
  setWords(wordsOf(km), 'km');
}

function wordsOf(messages: Readonly<Record<string, { readonly message: string }>>): {
  [key: string]: string;
} {
  return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
}
