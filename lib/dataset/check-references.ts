import type { Complaint } from './complaint';
import { type Book, type Entry, fullKey, isForeign } from './book';
import type { Path } from './fault';
import { isDraft } from './publishable';

/** One reference as written: what it may point to, and whether the record needs it. */
type Pointer = {
  readonly path: Path;
  readonly to: string;
  readonly kinds: readonly string[];
  readonly needed: boolean;
};

const ACTORS = ['person', 'organisation', 'group', 'office', 'publisher'] as const;
const ENTITIES = [...ACTORS, 'place', 'law', 'event', 'topic'] as const;
const ANY = [...ENTITIES, 'source', 'statement', 'figure', 'measure', 'verdict'] as const;

/** Every reference leads to a record, of a kind that fits, and not from a reviewed record to a draft. */
export function checkReferences(entry: Entry, book: Book): readonly Complaint[] {
  return pointersOf(entry).flatMap((pointer) => complaintsOf(pointer, entry, book));
}

function complaintsOf(pointer: Pointer, entry: Entry, book: Book): Complaint[] {
  const written = fullKey(pointer.to, entry);
  if (isForeign(written)) return foreign(pointer, written);
  const key = book.renamed.get(written) ?? written;
  const found = book.byKey.get(key);
  const { path } = pointer;
  if (!found) return [{ rule: 'reference', path, message: `there is no record ${written}` }];
  const kind = found.type === 'entity' ? found.value.type : found.type;
  if (!pointer.kinds.includes(kind)) {
    const message = `${written} is a ${kind}; here stands ${pointer.kinds.join(', ')}`;
    return [{ rule: 'reference-kind', path, message }];
  }
  if (pointer.needed && isDraft(found) && !isDraft(entry)) {
    return [
      { rule: 'draft', path, message: `${written} is a draft, and drafts are not published` },
    ];
  }
  return [];
}

function foreign({ path }: Pointer, written: string): Complaint[] {
  if (!written.includes('#')) return [];
  const message = `${written}: another dataset's entities, sources and measures can be pointed to, not what is inside them`;
  return [{ rule: 'reference', path, message }];
}

type Sketch = readonly [
  path: Path,
  to: string | undefined,
  kinds: readonly string[],
  needed: boolean,
];

function pointersOf(entry: Entry): Pointer[] {
  const pointers: Pointer[] = [];
  for (const [path, to, kinds, needed] of sketchesOf(entry)) {
    if (to !== undefined) pointers.push({ path, to, kinds, needed });
  }
  return pointers;
}

function sketchesOf(entry: Entry): Sketch[] {
  switch (entry.type) {
    case 'entity':
      return entitySketches(entry.value);
    case 'source':
      return [[['publisher'], entry.value.publisher, ['publisher', 'organisation'], true]];
    case 'measure':
      return [
        [['place'], entry.value.place, ['place'], true],
        ...(entry.value.notComparableWith ?? []).map(({ measure }, at): Sketch => [
          ['notComparableWith', at, 'measure'],
          measure,
          ['measure'],
          false,
        ]),
      ];
    case 'statement':
      return statementSketches(entry.value);
    case 'figure':
      return [
        [['measure'], entry.value.measure, ['measure'], true],
        [['attributedTo'], entry.value.attributedTo, ACTORS, true],
      ];
    case 'link':
      return [
        [['to'], entry.value.to, ANY, false],
        ...list(entry.value.sources, 'sources', ['source']),
      ];
    case 'verdict':
      return [
        [['of'], entry.value.of, ['statement', 'figure'], false],
        [[], entry.reviewer, ACTORS, true],
      ];
    case 'withdrawal':
      return [
        [[], entry.of, [...ANY, 'link'], false],
        [['replacedBy'], entry.value.replacedBy, ANY, true],
      ];
  }
}

function entitySketches({ tenures = [] }: (Entry & { type: 'entity' })['value']): Sketch[] {
  return tenures.flatMap(({ org, office, seenIn }, at): Sketch[] => [
    [['tenures', at, 'org'], org, ['organisation', 'group', 'publisher', 'place'], true],
    [['tenures', at, 'office'], office, ['office'], true],
    ...list(seenIn, 'seenIn', ['source']).map(([path, to, kinds, needed]): Sketch => [
      ['tenures', at, ...path],
      to,
      kinds,
      needed,
    ]),
  ]);
}

function statementSketches(value: (Entry & { type: 'statement' })['value']): Sketch[] {
  return [
    [['speaker'], value.speaker, ACTORS, true],
    [['onBehalfOf'], value.onBehalfOf, ACTORS, true],
    [['via'], value.via, ACTORS, true],
    ...list(value.about, 'about', [...ENTITIES, 'measure']),
    ...list(value.figures, 'figures', ['figure']),
  ];
}

function list(
  of: readonly string[] | undefined,
  field: string,
  kinds: readonly string[],
): Sketch[] {
  return (of ?? []).map((to, at): Sketch => [[field, at], to, kinds, false]);
}
