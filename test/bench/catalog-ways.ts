import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Catalog } from '@/lib/dataset/manifest';

/** Other ways to tell a reader of some packs what is new, each by what it weighs on the wire. */
export const CATALOG_WAYS: Readonly<
  Record<string, (catalog: Catalog, wanted: readonly string[]) => number>
> = {
  'as it is': (catalog) => packed(catalog),
  'names, editions and hashes alone': (catalog) =>
    packed({
      ...catalog,
      packs: catalog.packs.map(({ pack, edition, manifest }) => ({ pack, edition, manifest })),
    }),
  'the same, hashes in base64': (catalog) =>
    packed({
      ...catalog,
      packs: catalog.packs.map(({ pack, edition, manifest: { sha256, bytes } }) => [
        pack,
        edition,
        bytes,
        Buffer.from(sha256, 'hex').toString('base64'),
      ]),
    }),
  'in nodes of sixteen packs': (catalog, wanted) => inNodes(catalog, wanted, 16),
  'in nodes of four packs': (catalog, wanted) => inNodes(catalog, wanted, 4),
};

/** Status and headers of one more answer. */
const HEADERS = 330;

/** A top that names nodes, and those nodes in which a wanted pack stands. */
function inNodes(catalog: Catalog, wanted: readonly string[], size: number): number {
  const nodes: Catalog['packs'][] = [];
  for (let at = 0; at < catalog.packs.length; at += size) {
    nodes.push(catalog.packs.slice(at, at + size));
  }
  const own = nodes.filter((node) => node.some(({ pack }) => wanted.includes(pack)));
  const top = { ...catalog, packs: nodes.map((node) => hashOf(node)) };
  return packed(top) + own.reduce((sum, node) => sum + packed(node) + HEADERS, 0);
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** As the server of the guide packs it. */
function packed(value: unknown): number {
  return gzipSync(JSON.stringify(value), { level: 6 }).length;
}
