import type { EditionProblem, ReadObject } from '@/lib/dataset/edition';
import type { ObjectRef } from '@/lib/dataset/manifest';
import { bad, good, type Result } from '@/lib/result';
import type { DatasetDatabase } from './dataset-database';
import { sha256Hex } from './digest';

/** Brings bytes from wherever a tree is published; throws or gives nothing where it cannot. */
export type ReadPath = (path: string) => Promise<Uint8Array>;

/**
 * Keeps an object under its hash, in a transaction of its own, when length and hash are right.
 * @returns whether they were
 */
export async function storeObject(
  database: DatasetDatabase,
  object: ObjectRef,
  found: { readonly bytes: Uint8Array; readonly at: number },
): Promise<boolean> {
  const { bytes, at } = found;
  if (bytes.length !== object.bytes || (await sha256Hex(bytes)) !== object.sha256) return false;
  await database.objects.put({ sha256: object.sha256, bytes, storedAt: at });
  return true;
}

/** The hashes of every object stored. */
export async function heldObjects(database: DatasetDatabase): Promise<ReadonlySet<string>> {
  return new Set(await database.objects.toCollection().primaryKeys());
}

/** Those of some objects that are not stored yet, each once. */
export async function missingObjects(
  database: DatasetDatabase,
  objects: readonly ObjectRef[],
): Promise<readonly ObjectRef[]> {
  const held = await heldObjects(database);
  const wanted = new Map(objects.map((object) => [object.sha256, object]));
  return [...wanted.values()].filter(({ sha256 }) => !held.has(sha256));
}

/** Reads stored objects, for the checks before a switch. */
export function objectsOf(database: DatasetDatabase): ReadObject {
  return async ({ sha256 }) => (await database.objects.get(sha256))?.bytes;
}

/** Fetches what is missing; stops at the first object that is not what its name says. */
export async function fetchObjects(
  database: DatasetDatabase,
  objects: readonly ObjectRef[],
  from: {
    readonly read: (object: ObjectRef) => Promise<Uint8Array | undefined>;
    readonly at: number;
  },
): Promise<Result<number, EditionProblem>> {
  const missing = await missingObjects(database, objects);
  for (const object of missing) {
    const bytes = await from.read(object);
    if (!bytes) return bad({ kind: 'missing', where: object.sha256 });
    if (!(await storeObject(database, object, { bytes, at: from.at }))) {
      return bad({ kind: 'damaged', where: object.sha256 });
    }
  }
  return good(missing.length);
}
