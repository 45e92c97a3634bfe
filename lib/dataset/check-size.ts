import type { Entry } from './book';
import type { Complaint } from './complaint';
import { LIMITS } from './limits';

/** Records inside a record are entries of their own; who signed it is published as a number. */
const APART = new Set([
  'statements',
  'figures',
  'verdicts',
  'links',
  'withdrawn',
  'review',
  'found',
]);
/** What the published form adds: id, revision and review, and to each name its kind and rule. */
const AROUND = 200;
const PER_NAME = 40;

/** A record larger than readers take would be published and then refused by every one of them. */
export function checkSize(entry: Entry): readonly Complaint[] {
  const own = Object.entries(entry.value).filter(([field]) => !APART.has(field));
  const names = entry.type === 'entity' ? entry.value.names.length : 0;
  const size = JSON.stringify(Object.fromEntries(own)).length + AROUND + names * PER_NAME;
  if (size <= LIMITS.recordCharacters) return [];
  const message = `about ${size} characters as published; readers take ${LIMITS.recordCharacters}`;
  return [{ rule: 'limit', message }];
}
