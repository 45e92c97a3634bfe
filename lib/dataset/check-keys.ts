import type { Complaint } from './complaint';
import type { Book, Entry } from './book';

/** Entities are filed under what they are, so that a key says what it points to. */
const PREFIXES = {
  person: ['person'],
  organisation: ['org', 'organisation'],
  group: ['group', 'org'],
  office: ['office'],
  place: ['place'],
  law: ['law'],
  event: ['event'],
  publisher: ['publisher'],
  topic: ['topic'],
} as const;

/** Keys are unique, say what they stand for, and no former key is in use again. */
export function checkKeys(entry: Entry, book: Book): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const other = book.byKey.get(entry.key);
  if (other !== entry && other !== undefined) {
    const message = `${entry.key} stands in ${other.file} already`;
    complaints.push({ rule: 'key', path: ['key'], message });
  }
  const wanted = prefixesOf(entry);
  if (wanted && !wanted.some((prefix) => entry.key.startsWith(`${prefix}/`))) {
    const message = `${entry.key} should begin with ${wanted.map((prefix) => `${prefix}/`).join(' or ')}`;
    complaints.push({ rule: 'key', path: ['key'], message });
  }
  if (book.renamed.has(entry.key)) {
    const message = `${entry.key} is a former key of ${book.renamed.get(entry.key) ?? ''}`;
    complaints.push({ rule: 'key', path: ['key'], message });
  }
  return complaints;
}

function prefixesOf(entry: Entry): readonly string[] | undefined {
  switch (entry.type) {
    case 'entity':
      return PREFIXES[entry.value.type];
    case 'source':
      return ['source'];
    case 'measure':
      return ['measure'];
    case 'statement':
    case 'figure':
    case 'link':
    case 'verdict':
    case 'withdrawal':
      return undefined;
  }
}
