import { words } from './words';

/** Why something was not saved, in words; a library of a later version is the one known reason. */
export function whyNotSaved(error: unknown): string {
  const reason = String(error);
  return reason.includes('newer-library') ? words('libraryNewer') : words('saveFailed', reason);
}
