import type { AuthoredFile } from './authored-file';
import type { Fault } from './fault';

/** Kinds of statement whose words are the source's own. */
const VERBATIM: ReadonlySet<string> = new Set(['quote', 'claim', 'denial', 'promise', 'finding']);

/**
 * Looks for every verbatim statement in the text of its source. An editor's insertion in square
 * brackets and an omission (…) part the words; the parts must follow each other.
 * @param texts text of a source by its key; sources without one are passed over
 */
export function checkQuotes(
  files: readonly AuthoredFile[],
  texts: ReadonlyMap<string, string>,
): readonly Fault[] {
  return files.flatMap((file) => {
    const text = file.kind === 'source' ? texts.get(file.value.key) : undefined;
    if (file.kind !== 'source' || text === undefined) return [];
    const words = plain(text);
    return Object.entries(file.value.statements ?? {}).flatMap(([local, statement]): Fault[] =>
      !VERBATIM.has(statement.kind) || standsIn(words, statement.text)
        ? []
        : [
            {
              file: file.name,
              path: ['statements', local, 'text'],
              rule: 'quote-found',
              message: 'these words do not stand in the text of the source',
            },
          ],
    );
  });
}

function standsIn(words: string, quote: string): boolean {
  let at = 0;
  for (const part of quote.split(/\[[^\]]*\]|…|\.{3}/u).map(plain)) {
    if (part === '') continue;
    const found = words.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

/** Letters and digits in order, so that line breaks, kinds of quotation marks and dashes do not count. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
