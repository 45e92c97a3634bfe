import { bad, good, type Result } from '@/lib/result';
import { type FileSize, fromLibraryFile, type Held, isLibraryFile } from './library-file';
import { readAnnotations } from './read-annotations';

/** Why a file is refused; `where` names the entry, counted from one, and the part of it. */
export type Refusal = {
  readonly problem:
    | 'too-large'
    | 'too-many'
    | 'not-json'
    | 'unknown-format'
    | 'newer-version'
    | 'forbidden-key'
    | 'too-deep'
    | 'malformed';
  readonly where?: string;
};
export type Incoming = Held & { readonly format: 'own' | 'annotations' };

/** What a file may hold at most; a larger library goes out, and comes in, as several files. */
export const LARGEST_FILE: FileSize = { items: 50_000, bytes: 50_000_000 };
const DEEPEST = 24;
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a file that somebody gave the reader: our own JSON, W3C Web Annotation JSON-LD or Hypothesis'
 * export. Whole or not at all; nothing is stored here.
 * @param now the time of annotations that bear none, milliseconds since 1970.
 */
export function readImport(text: string, now: number): Result<Incoming, Refusal> {
  if (text.length > LARGEST_FILE.bytes) return bad({ problem: 'too-large' });
  const json = parsed(text.replace(/^\uFEFF/u, ''));
  if (typeof json !== 'object' || json === null) return bad({ problem: 'not-json' });
  const danger = dangerIn(json);
  if (danger) return bad(danger);
  const isOwn = isLibraryFile(json);
  const read = isOwn ? fromLibraryFile(json) : readAnnotations(json, now);
  if (!read.ok) return bad(refusalOf(read.problem));
  if (read.value.items.length > LARGEST_FILE.items) return bad({ problem: 'too-many' });
  return good({ ...read.value, format: isOwn ? 'own' : 'annotations' });
}

function refusalOf(problem: string): Refusal {
  return problem === 'newer-version' || problem === 'unknown-format'
    ? { problem }
    : { problem: 'malformed', where: problem };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Looks through the whole file without recursion, so that depth cannot break us. */
export function dangerIn(json: object): Refusal | undefined {
  const waiting: { readonly of: object; readonly depth: number }[] = [{ of: json, depth: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { of, depth } = next;
    if (depth > DEEPEST) return { problem: 'too-deep' };
    if (Array.isArray(of) && of.length > LARGEST_FILE.items) return { problem: 'too-many' };
    for (const key of Object.keys(of)) {
      const value: unknown = Reflect.get(of, key);
      if (FORBIDDEN.has(key)) return { problem: 'forbidden-key', where: key };
      if (typeof value === 'object' && value !== null)
        waiting.push({ of: value, depth: depth + 1 });
    }
  }
  return undefined;
}
