import type { Held } from './library-file';
import type { Collection, Item, Target } from './item';
import { linesOf } from './since-saved';

/** W3C Web Annotation Data Model (REC 2017-02-23), out; `read-annotations.ts` reads it back. */

const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    dcterms: 'http://purl.org/dc/terms/',
    onrecord: 'https://on-record.example/ns#',
  },
] as const;

/** The prefix of an item's id as an IRI. */
export const ITEM_IRI = 'urn:on-record:item:';

/**
 * An AnnotationCollection with one page. Target: page, TextQuoteSelector, TextPositionSelector;
 * bodies: note (commenting), tags (tagging), collections by their names (classifying), and the
 * records shown, as links. The records' text stays in our own file.
 */
export function toWebAnnotations({ items, collections }: Held): string {
  const byId = new Map(collections.map((each) => [each.id, each]));
  const collection = {
    '@context': CONTEXT,
    type: 'AnnotationCollection',
    label: 'On Record',
    total: items.length,
    first: {
      type: 'AnnotationPage',
      startIndex: 0,
      items: items.map((item) => annotationOf(item, byId)),
    },
  };
  return `${JSON.stringify(collection, undefined, 1)}\n`;
}

/** The name of each collection, its parent's before it. */
export function pathsOf(collections: readonly Collection[]): ReadonlyMap<string, string> {
  const byId = new Map(collections.map((each) => [each.id, each]));
  return new Map(
    collections.map(({ id, name, parent }) => {
      const above = parent === undefined ? undefined : byId.get(parent);
      return [id, above ? `${above.name} / ${name}` : name];
    }),
  );
}

function annotationOf(item: Item, byId: ReadonlyMap<string, Collection>): object {
  return {
    id: iriOf(item.id),
    type: 'Annotation',
    motivation: item.note === '' ? 'bookmarking' : 'commenting',
    created: new Date(item.savedAt).toISOString(),
    modified: new Date(item.changedAt).toISOString(),
    'onrecord:kind': item.kind,
    ...(item.speaker === undefined ? {} : { 'onrecord:speaker': item.speaker }),
    body: bodiesOf(item, byId),
    target: targetOf(item.target),
  };
}

function iriOf(id: string): string {
  return /^[a-z][a-z0-9+.-]*:/u.test(id)
    ? id
    : `${ITEM_IRI}${encodeURIComponent(id.toWellFormed())}`;
}

function bodiesOf(item: Item, byId: ReadonlyMap<string, Collection>): object[] {
  return [
    ...(item.note === '' ? [] : [textual(item.note, 'commenting')]),
    ...item.tags.map((tag) => textual(tag, 'tagging')),
    ...classesOf(item, byId),
    ...recordsOf(item).map((source) => ({ type: 'SpecificResource', source, purpose: 'linking' })),
  ];
}

/** The collections an item is in, by name and the name of the one above, in the order of both. */
function classesOf(item: Item, byId: ReadonlyMap<string, Collection>): object[] {
  const named = item.collections.flatMap((id) => {
    const collection = byId.get(id);
    const above = byId.get(collection?.parent ?? '')?.name;
    return collection ? [{ name: collection.name, above }] : [];
  });
  return named
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ name, above }) =>
      Object.assign(
        textual(name, 'classifying'),
        above === undefined ? {} : { 'onrecord:above': above },
      ),
    );
}

function keyOf({
  name,
  above = '',
}: {
  readonly name: string;
  readonly above: string | undefined;
}): string {
  return JSON.stringify([above, name]);
}

function textual(value: string, purpose: string): object {
  return { type: 'TextualBody', value, format: 'text/plain', purpose };
}

/** Where the records shown were published. */
function recordsOf({ frozen }: Item): string[] {
  if (!frozen) return [];
  const figures =
    frozen.kind === 'figure' && frozen.measure
      ? frozen.measure.observations.map(({ source }) => source.url)
      : [];
  return [...new Set([...linesOf(frozen).map(({ source }) => source.url), ...figures])];
}

function targetOf(target: Target): object {
  const { quote, position } = target;
  const selectors = [
    ...(quote ? [{ type: 'TextQuoteSelector', ...quote }] : []),
    ...(position ? [{ type: 'TextPositionSelector', ...position }] : []),
  ];
  return {
    source: {
      id: target.source,
      type: 'Text',
      ...(target.lang === undefined ? {} : { language: target.lang }),
      'dcterms:title': target.title,
      ...(target.publisher === undefined ? {} : { 'dcterms:publisher': target.publisher }),
      ...(target.published === undefined ? {} : { 'dcterms:issued': target.published }),
      ...(target.canonical === undefined ? {} : { canonical: target.canonical }),
    },
    ...(selectors.length === 0 ? {} : { selector: selectors }),
  };
}
