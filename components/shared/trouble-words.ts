import { words } from './words';

/** What went wrong, a sentence in the reader's words where it is known, else the browser's. */
export function troubleWords(error: unknown): string {
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  const known = KNOWN.find(({ says }) => says.test(text));
  return known ? words(known.key) : text.replace(/^(?:Error\b:?\s*)+/u, '').replace(/\.?$/u, '.');
}

/** Errors that ordinary life brings, by what the browsers write of them. */
const KNOWN = [
  { says: /quota|NS_ERROR_FILE_NO_DEVICE_SPACE|disk is full/iu, key: 'troubleFull' },
  {
    says: /context invalidated|Receiving end does not exist|Nobody answered|port closed/iu,
    key: 'troubleUpdated',
  },
  {
    says: /Cannot access|Missing host permission|cannot be scripted/iu,
    key: 'troubleForbidden',
  },
] as const;
