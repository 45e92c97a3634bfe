/** Names of elements that hold a sentence or a line; names of parts inside them say nothing. */
const SENTENCES = new Set('p li h1 h2 h3 h4 h5 h6 blockquote dd dt td'.split(' '));

export const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

export function isSentenceElement(localName: string): boolean {
  return SENTENCES.has(localName);
}
