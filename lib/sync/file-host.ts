import type { PublishedTree } from '@/lib/dataset/build-dataset';
import { bad, good } from '@/lib/result';
import type { Host } from './host';

/** A tree that came as one file, read as if it stood on a web server. */
export function fileHost(tree: PublishedTree): Host {
  return {
    read: async (path, { most }) => {
      const bytes = tree.get(path);
      if (!bytes) return await Promise.resolve(bad({ kind: 'absent', path }));
      return bytes.length > most ? bad({ kind: 'too-large', path }) : good(bytes);
    },
  };
}
