import { troubleWords } from './trouble-words';
import { words } from './words';

/** Why something was not saved, in words. */
export function whyNotSaved(error: unknown): string {
  const isNewer = String(error).includes('newer-library');
  return isNewer ? words('libraryNewer') : words('saveFailed', troubleWords(error));
}
