import type { SpeakerTables } from '@/lib/language/speech';
import { COMMON_WORDS } from '@/lib/language/world/common-words';
import { COUNTRIES } from '@/lib/language/world/countries';

const RUN = /\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+\p{Lu}[\p{L}\p{M}.'’-]*)*/gu;
const POSSESSIVE = /['’]s$/u;

/** The name that a source's own words give, without titles; undefined where they name nobody. */
export function nameIn(
  words: string,
  tables: SpeakerTables,
): { readonly name: string; readonly of: 'person' | 'organisation' } | undefined {
  if (!/[\p{Lu}\p{Ll}]/u.test(words)) return caselessName(words, tables);
  const parts = words.split(/,|\swho\s|\(/u).map((part) => part.trim());
  return nameAtEnd(parts[0] ?? '', tables) ?? nameAtEnd(parts[1] ?? '', tables);
}

function nameAtEnd(
  head: string,
  tables: SpeakerTables,
): { readonly name: string; readonly of: 'person' | 'organisation' } | undefined {
  const run = [...head.matchAll(RUN)].at(-1);
  if (!run || run.index + run[0].length < head.length) return undefined;
  const parts = run[0].split(/\s+/u);
  while (parts.length > 1 && tables.titles.has(plain(parts[0] ?? ''))) parts.shift();
  const name = parts.join(' ');
  if (tables.titles.has(plain(name)) || POSSESSIVE.test(name)) return undefined;
  if (parts.length === 1 && isNobody(plain(name), tables)) return undefined;
  if (COUNTRIES.has(name.toLowerCase())) return undefined;
  const body =
    parts.some((part) => tables.bodies.has(plain(part))) ||
    /^\p{Lu}{2,}$/u.test(name) ||
    /^the\s/iu.test(head);
  return { name, of: body ? 'organisation' : 'person' };
}

/** "Officials", "Police": a capital at the head of a sentence makes no name. */
function isNobody(word: string, { bodies }: SpeakerTables): boolean {
  return COMMON_WORDS.has(word) || bodies.has(word);
}

/** A name in a script without capitals, which only a title before it gives away. */
function caselessName(words: string, { titles, bodies }: SpeakerTables): ReturnType<typeof nameIn> {
  const parts = words.split(/\s+/u);
  if ([...bodies].some((body) => words.startsWith(body)))
    return { name: words, of: 'organisation' };
  let titled = false;
  while (parts.length > 1 && titles.has(parts[0] ?? '')) {
    parts.shift();
    titled = true;
  }
  return titled ? { name: parts.join(' '), of: 'person' } : undefined;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/\.$/u, '');
}
