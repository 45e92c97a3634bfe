import { LIMITS } from './limits';

/** Names that reach an object's prototype in careless code; no record has a use for them. */
const REFUSED = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * JSON from outside as a plain value: at most 8 deep, at most 64 keys an object (lists may be
 * longer), no key that reaches a prototype, every text whole characters.
 * @returns undefined where it is anything else
 */
export function parsePlain(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON; the caller names the problem.
    return undefined;
  }
  return isPlain(value, LIMITS.recordDepth) ? value : undefined;
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  return Array.isArray(value) ? isPlainList(value, depth - 1) : isPlainObject(value, depth - 1);
}

// Looked at in place: tens of thousands of records are read so, and what is left behind has to be cleared.

function isPlainList(list: readonly unknown[], depth: number): boolean {
  for (const item of list) if (!isPlain(item, depth)) return false;
  return true;
}

function isPlainObject(value: object, depth: number): boolean {
  let keys = 0;
  for (const key in value) {
    keys += 1;
    if (keys > LIMITS.objectKeys || REFUSED.has(key)) return false;
    if (!isPlain(Reflect.get(value, key), depth)) return false;
  }
  return true;
}
