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
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth - 1));
  const keys = Object.keys(value);
  if (keys.length > LIMITS.objectKeys || keys.some((key) => REFUSED.has(key))) return false;
  return Object.values(value).every((item) => isPlain(item, depth - 1));
}
