import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Path } from '@/lib/dataset/fault';

/** The line, from 1, on which a field stands; for a field that is missing, where it would belong. */
export type LinesOf = (path: Path) => number;

/** A file's values, or what is wrong with it. */
export type ReadYaml = {
  readonly value: unknown;
  readonly problem: string | undefined;
  readonly lineOf: LinesOf;
};

/**
 * Reads YAML in the small form that datasets use: 1.2 core schema, unique keys; no anchors, aliases,
 * merge keys or tags, so that a file says what it shows. Dates and `no` stay text.
 */
export function readYaml(text: string): ReadYaml {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: true,
    lineCounter: counter,
    prettyErrors: false,
  });
  const lineAt = (offset: number | undefined): number => counter.linePos(offset ?? 0).line || 1;
  const [wrong] = [...document.errors, ...document.warnings];
  if (wrong) return failed(wrong.message, lineAt(wrong.pos[0]));
  const odd = firstOddity(document);
  if (odd) return failed(odd.problem, lineAt(odd.offset));
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  return { value, problem: undefined, lineOf: (path) => lineAt(offsetOf(document.contents, path)) };
}

function failed(problem: string, line: number): ReadYaml {
  return { value: undefined, problem, lineOf: () => line };
}

type Oddity = { readonly problem: string; readonly offset: number | undefined };

function firstOddity(document: ReturnType<typeof parseDocument>): Oddity | undefined {
  let found: Oddity | undefined;
  visit(document, {
    Node: (_key, node) => {
      const problem = oddityOf(node);
      if (problem === undefined) return undefined;
      found = { problem, offset: node.range?.[0] };
      return visit.BREAK;
    },
  });
  return found;
}

function oddityOf(node: unknown): string | undefined {
  if (isAlias(node)) return 'aliases (*name) are not used here';
  if (!isNode(node)) return undefined;
  if ('anchor' in node && node.anchor) return 'anchors (&name) are not used here';
  if (node.tag !== undefined && node.tag.startsWith('!')) return 'tags (!name) are not used here';
  return undefined;
}

function offsetOf(root: unknown, path: Path): number | undefined {
  let node = root;
  let offset = rangeStart(root);
  for (const step of path) {
    const next = childOf(node, step);
    if (!next) return offset;
    offset = next.offset ?? offset;
    node = next.node;
  }
  return offset;
}

type Child = { readonly node: unknown; readonly offset: number | undefined };

function childOf(node: unknown, step: string | number): Child | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
    return pair && { node: pair.value, offset: rangeStart(pair.key) };
  }
  if (!isSeq(node) || typeof step !== 'number') return undefined;
  const item = node.items[step];
  return { node: item, offset: rangeStart(item) };
}

function rangeStart(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
