import { unzipSync, zipSync } from 'fflate';
import { bad, good, type Result } from '@/lib/result';
import type { PublishedTree } from './build-dataset';
import { LIMITS } from './limits';

/** Largest file and whole tree that is taken from a zip, and how many files. */
const MOST_BYTES = 60 * 1024 * 1024;
const MOST_FILES = 5000;
/** Files of a published tree, signed or not; nothing else is unpacked. */
const OURS =
  /^(?:(?:recalls\/)?(?:root\/)?[\d.]*(?:root|timestamp|snapshot|targets|catalog)\.json|(?:recalls\/)?[ot]\/[0-9a-f]{64}[\w.-]{0,80}|catalog\.json)$/u;
/** The earliest day that a zip can tell. */
const MTIME = '1980-01-01T00:00:00Z';

/** A published tree as one file, for a hand-over without a network: the same tree, the same bytes. */
export function packTree(tree: PublishedTree): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const path of [...tree.keys()].toSorted()) {
    const bytes = tree.get(path);
    if (bytes) files[path] = bytes;
  }
  // Stored, not deflated: objects are gzip already.
  return zipSync(files, { level: 0, mtime: MTIME });
}

/**
 * Unpacks such a file. Only paths of a published tree, within the limits, are taken; whether they are
 * what they say is for the same checks to find that run on a tree from the network.
 */
export function unpackTree(
  zip: Uint8Array,
): Result<PublishedTree, 'no-zip' | 'too-large' | 'no-dataset'> {
  if (zip.length > MOST_BYTES) return bad('too-large');
  let total = 0;
  let count = 0;
  let isOver = false;
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(zip, {
      filter: ({ name, size, originalSize }) => {
        if (isOver || !OURS.test(name)) return false;
        total += Math.max(size, originalSize);
        count += 1;
        isOver = total > MOST_BYTES || count > MOST_FILES || originalSize > LIMITS.objectInflated;
        return !isOver;
      },
    });
  } catch {
    // fflate throws on anything that is no zip.
    return bad('no-zip');
  }
  if (isOver) return bad('too-large');
  const tree = new Map(Object.entries(files));
  return tree.has('catalog.json') ? good(tree) : bad('no-dataset');
}
