import type { Complaint } from './complaint';
import type { Entry } from './book';
import type { Path } from './fault';

/** Control characters but tab and line break, and those that turn the direction of text. */
const CONTROL = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/u;
const MARKUP = /<\/?[a-z!][^<>]*>|&(?:[a-z]+|#\d+|#x[0-9a-f]+);|javascript:/iu;
const LONGEST_QUOTE = 500;

/** Text is text: no markup, no control characters, well-formed, and quotes of reasonable length. */
export function checkWords(entry: Entry): readonly Complaint[] {
  const complaints: Complaint[] = [];
  for (const [path, text] of textsOf(entry)) {
    if (CONTROL.test(text) || !text.isWellFormed()) {
      const message = 'holds a control character, a direction mark or half a character';
      complaints.push({ rule: 'characters', path, message });
    }
    if (text.trim() !== text) {
      complaints.push({ rule: 'characters', path, message: 'begins or ends with white space' });
    }
    const markup = MARKUP.exec(text);
    if (markup && !isAddress(path)) {
      complaints.push({ rule: 'markup', path, message: `holds "${markup[0]}"; text is text here` });
    }
  }
  return [...complaints, ...lengthOf(entry)];
}

function lengthOf(entry: Entry): Complaint[] {
  if (entry.type !== 'statement' || entry.value.text.length <= LONGEST_QUOTE) return [];
  if ((entry.review.by?.length ?? 0) >= 2) return [];
  const message = `${entry.value.text.length} characters; over ${LONGEST_QUOTE} need a second editor`;
  return [{ rule: 'quote-length', path: ['text'], message }];
}

/** Addresses are checked by their own form; an ampersand in them is no entity. */
function isAddress(path: Path): boolean {
  return path.some((step) => step === 'url' || step === 'otherUrls');
}

/** Records inside a record are entries of their own and not looked at twice. */
const INSIDE = new Set(['statements', 'figures', 'links', 'withdrawn', 'review']);

function textsOf(entry: Entry): [Path, string][] {
  const found: [Path, string][] = [];
  const walk = (value: unknown, path: Path): void => {
    if (typeof value === 'string') found.push([path, value]);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (path.length > 0 || !INSIDE.has(name)) {
          walk(inner, [...path, Array.isArray(value) ? Number(name) : name]);
        }
      }
    }
  };
  walk(entry.value, []);
  return found;
}
