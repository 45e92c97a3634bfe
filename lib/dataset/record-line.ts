import * as v from 'valibot';
import { type PublishedRecord, record } from '@/lib/record/record';
import { bad, good, type Result } from '@/lib/result';
import { LIMITS } from './limits';
import { parsePlain } from './plain-json';

/** Each type's schema: asked by name, a record is held against no other. */
const SCHEMAS: ReadonlyMap<unknown, (typeof record.options)[number]> = new Map(
  record.options.map((option) => [option.entries.type.literal, option]),
);

/**
 * The only way in for a record of a published file: one line of NDJSON. A record of a type that
 * this version does not know is `unknown-type`, to be counted and left out; anything else that is
 * not as it should be is `malformed`.
 */
export function parseRecordLine(
  line: string,
): Result<PublishedRecord, 'unknown-type' | 'malformed'> {
  if (line.length > LIMITS.recordCharacters) return bad('malformed');
  return parseRecord(parsePlain(line));
}

/** The same for a value that has been JSON already. */
export function parseRecord(value: unknown): Result<PublishedRecord, 'unknown-type' | 'malformed'> {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : '';
  const schema = SCHEMAS.get(type);
  if (!schema) return bad(typeof type === 'string' && type !== '' ? 'unknown-type' : 'malformed');
  const parsed = v.safeParse(schema, value);
  return parsed.success ? good(parsed.output) : bad('malformed');
}
