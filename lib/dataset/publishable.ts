import { type Book, type Entry, fullKey, isForeign } from './book';

/**
 * Which authored records go into an edition: reviewed, not withdrawn, under a source that is
 * neither, and, for links, with both ends published. Drafts are never published.
 */
export function publishable(book: Book): ReadonlySet<string> {
  const withdrawn = withdrawnKeys(book);
  const stands = (entry: Entry): boolean =>
    !isDraft(entry) && !withdrawn.has(entry.key) && needsOf(entry).every(standsAt);
  const standsAt = (key: string): boolean => {
    const entry = book.byKey.get(book.renamed.get(key) ?? key);
    return entry !== undefined && stands(entry);
  };
  return new Set(book.entries.filter(stands).map(({ key }) => key));
}

function withdrawnKeys(book: Book): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const entry of book.entries) {
    if (entry.type === 'withdrawal' && !isDraft(entry)) keys.add(entry.of);
  }
  return keys;
}

/** Own records without which this one says nothing. */
function needsOf(entry: Entry): readonly string[] {
  switch (entry.type) {
    case 'statement':
    case 'figure':
      return [entry.source];
    case 'verdict':
      return [fullKey(entry.value.of, entry)].filter((key) => !isForeign(key));
    case 'link':
      return [entry.from, fullKey(entry.value.to, entry)].filter((key) => !isForeign(key));
    case 'entity':
    case 'source':
    case 'measure':
    case 'withdrawal':
      return [];
  }
}

export function isDraft(entry: Entry): boolean {
  return entry.review.status === 'draft';
}
