import { bad, good, type Result } from '@/lib/result';
import type { Collection, Item, QuoteSelector, Target } from './item';
import { hashOf } from './hash';
import { type Held, itemShape } from './library-file';
import { ITEM_IRI } from './web-annotation';
import * as v from 'valibot';

/**
 * Annotations of others: W3C Web Annotation JSON-LD (one annotation, an AnnotationPage, an
 * AnnotationCollection with its pages inside, or a plain list) and Hypothesis' export. What is HTML
 * comes in as text with its tags visible; links to records do not come in.
 */
export function readAnnotations(json: unknown, now: number): Result<Held, string> {
  const found = annotationsIn(json);
  if (!found) return bad('unknown-format');
  const collections = new Map<string, Collection>();
  const items: Item[] = [];
  for (const [index, raw] of found.flatMap(perTarget).entries()) {
    const parsed = v.safeParse(itemShape, itemFrom(raw, collections, now), { abortEarly: true });
    if (!parsed.success) {
      return bad(`${index + 1}, ${v.getDotPath(parsed.issues[0]) ?? 'annotation'}`);
    }
    items.push(parsed.output);
  }
  return good({ items, collections: [...collections.values()] });
}

/** How a collection that came by its name alone is told from others. */
const NAMED = 'named:';

function annotationsIn(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json)) return json.every(isAnnotation) ? json : undefined;
  if (isAnnotation(json)) return [json];
  const lists = [at(json, 'annotations'), at(json, 'items'), at(at(json, 'first'), 'items')];
  const list = lists.find((each) => Array.isArray(each));
  return Array.isArray(list) ? list : undefined;
}

function isAnnotation(json: unknown): boolean {
  return at(json, 'target') !== undefined && at(json, 'format') === undefined;
}

/** What is said of several places is as many items. */
function perTarget(raw: unknown): readonly unknown[] {
  const targets = manyOf(at(raw, 'target'));
  if (targets.length < 2 || typeof raw !== 'object') return [raw];
  const id = textOf(at(raw, 'id'));
  return targets.map((target, index) => ({
    ...raw,
    target,
    ...(index > 0 && id !== undefined ? { id: `${id}#${index + 1}` } : {}),
  }));
}

function itemFrom(raw: unknown, collections: Map<string, Collection>, now: number): unknown {
  const savedAt = momentOf(at(raw, 'created')) ?? now;
  const bodies = manyOf(at(raw, 'body'));
  const target = targetFrom(raw);
  const speaker = textOf(at(raw, 'onrecord:speaker'));
  const classes = bodies
    .filter((body) => at(body, 'purpose') === 'classifying')
    .map((body) =>
      addNamed(collections, [valueOf(body), textOf(at(body, 'onrecord:above'))], savedAt),
    );
  return {
    id: idFrom(textOf(at(raw, 'id')) ?? namedBy(raw)),
    kind: textOf(at(raw, 'onrecord:kind')) ?? (target.quote ? 'selection' : 'page'),
    target,
    ...(speaker === undefined ? {} : { speaker }),
    note: noteFrom(raw, bodies),
    tags: [...new Set([...tagsFrom(bodies), ...textsOf(at(raw, 'tags'))])].toSorted(),
    collections: [...new Set(classes)].toSorted(),
    savedAt,
    changedAt: momentOf(at(raw, 'modified') ?? at(raw, 'updated')) ?? savedAt,
  };
}

/** Sees that there is a collection of this name, under that of the other. @returns its id. */
function addNamed(
  collections: Map<string, Collection>,
  [name, above]: readonly [name: string, above: string | undefined],
  createdAt: number,
): string {
  const parent =
    above === undefined ? undefined : addNamed(collections, [above, undefined], createdAt);
  const id = `${NAMED}${JSON.stringify(above === undefined ? [name] : [above, name])}`;
  if (collections.has(id)) return id;
  const inside = parent === undefined ? {} : { parent };
  collections.set(id, { id, name, ...inside, createdAt, changedAt: createdAt });
  return id;
}

function idFrom(iri: string): string {
  if (!iri.startsWith(ITEM_IRI)) return iri;
  const name = iri.slice(ITEM_IRI.length);
  return /%(?![0-9A-F]{2})/u.test(name) ? name : decodeURIComponent(name);
}

/**
 * The id of an annotation that has none: made of what it says, so that the same is recognised when it
 * comes again, and two of one page are two.
 */
function namedBy(raw: unknown): string {
  return `unnamed:${hashOf(JSON.stringify(raw)).toString(36)}`;
}

function noteFrom(raw: unknown, bodies: readonly unknown[]): string {
  const said = bodies.filter((body) => {
    const purpose = at(body, 'purpose');
    const isText = typeof body === 'string' || at(body, 'value') !== undefined;
    return isText && purpose !== 'tagging' && purpose !== 'classifying';
  });
  const texts = [
    ...said.map(valueOf),
    ...textsOf(at(raw, 'text')),
    ...textsOf(at(raw, 'bodyValue')),
  ];
  return texts.filter((text) => text !== '').join('\n\n');
}

function tagsFrom(bodies: readonly unknown[]): string[] {
  return bodies.filter((body) => at(body, 'purpose') === 'tagging').map(valueOf);
}

/** A target still to be checked. */
type RawTarget = Readonly<Record<string, unknown>> & {
  readonly source: string;
  readonly quote?: QuoteSelector;
};

function targetFrom(raw: unknown): RawTarget {
  const [target] = manyOf(at(raw, 'target'));
  const source = at(target, 'source') ?? at(target, 'id') ?? target;
  const selectors = manyOf(at(target, 'selector')).flatMap(withRefinements);
  const quote = quoteFrom(selectors.find((each) => at(each, 'type') === 'TextQuoteSelector'));
  const position = positionFrom(
    selectors.find((each) => at(each, 'type') === 'TextPositionSelector'),
  );
  const url = textOf(source) ?? textOf(at(source, 'id')) ?? textOf(at(raw, 'uri')) ?? '';
  const title = at(source, 'dcterms:title') ?? at(at(raw, 'document'), 'title');
  return {
    source: url,
    title: textsOf(title)[0] ?? url,
    ...(quote ? { quote } : {}),
    ...(position ? { position } : {}),
    ...Object.fromEntries(
      SOURCE_FACTS.flatMap(([name, key]) => {
        const fact = textOf(at(source, key));
        return fact === undefined ? [] : [[name, fact]];
      }),
    ),
  };
}

const SOURCE_FACTS = [
  ['canonical', 'canonical'],
  ['publisher', 'dcterms:publisher'],
  ['published', 'dcterms:issued'],
  ['lang', 'language'],
] as const;

function positionFrom(selector: unknown): Target['position'] {
  const [start, end] = [at(selector, 'start'), at(selector, 'end')];
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : undefined;
}

function withRefinements(selector: unknown): unknown[] {
  const refined = at(selector, 'refinedBy');
  return refined === undefined ? [selector] : [selector, ...manyOf(refined)];
}

function quoteFrom(selector: unknown): QuoteSelector | undefined {
  const exact = textOf(at(selector, 'exact'));
  if (exact === undefined) return undefined;
  const prefix = textOf(at(selector, 'prefix')) ?? '';
  return { exact, prefix, suffix: textOf(at(selector, 'suffix')) ?? '' };
}

function at(json: unknown, key: string): unknown {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, key)
    ? Reflect.get(json, key)
    : undefined;
}

function manyOf(json: unknown): readonly unknown[] {
  if (json === undefined || json === null) return [];
  return Array.isArray(json) ? json : [json];
}

function textOf(json: unknown): string | undefined {
  return typeof json === 'string' ? json : undefined;
}

function textsOf(json: unknown): string[] {
  return manyOf(json).filter((each) => typeof each === 'string');
}

function valueOf(body: unknown): string {
  return textOf(body) ?? textOf(at(body, 'value')) ?? '';
}

function momentOf(json: unknown): number | undefined {
  const moment = typeof json === 'string' ? Date.parse(json) : Number.NaN;
  return Number.isNaN(moment) || moment < 0 ? undefined : moment;
}
