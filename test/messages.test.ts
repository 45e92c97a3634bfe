import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import en from '@/public/_locales/en/messages.json';
import km from '@/public/_locales/km/messages.json';
import type { Item } from '@/lib/collections/item';
import type { Reopened } from '@/lib/collections/reopened';
import type { EarlierLine, Relation, StatementLine, Why } from '@/lib/context/context';
import { MARK_KINDS, type Mute, type Settings } from '@/lib/settings';

/** The ends of keys that are put together as the program runs, by what such keys begin with. */
const PUT_TOGETHER = {
  density_: ['quiet', 'normal', 'all'] satisfies Settings['density'][],
  theme_: ['auto', 'light', 'dark'] satisfies Settings['theme'][],
  language_: ['auto', 'en', 'km'] satisfies Settings['language'][],
  sites_: ['everywhere', 'news', 'chosen'] satisfies Settings['sites'][],
  retention_: ['30_days', '1_year', 'keep'],
  kindOfMark_: MARK_KINDS,
  count_: MARK_KINDS,
  libraryKind_: [
    'claim',
    'person',
    'organisation',
    'figure',
    'selection',
    'page',
  ] satisfies Item['kind'][],
  reopened_: ['exact', 'moved', 'changed', 'gone', 'unread'] satisfies Reopened['outcome'][],
  mute_: ['claim', 'person', 'dataset', 'site', 'all'] satisfies Mute['what'][],
  kind_: [
    'quote',
    'paraphrase',
    'claim',
    'denial',
    'promise',
    'finding',
  ] satisfies StatementLine['kind'][],
  standing_: [
    'repeats',
    'revises',
    'contradictsOwnEarlier',
    'corrects',
    'retracts',
  ] satisfies EarlierLine['standing'][],
  relation_: [
    'disputedBy',
    'deniedBy',
    'supportedBy',
    'inAnswerTo',
    'answeredBy',
    'corrected',
    'contextTo',
    'oppositeOnSubject',
  ] satisfies Relation[],
  why_: ['same_words', 'same_statement', 'same_subject', 'link', 'name', 'measure'],
  whyDrawn_: ['speaker', 'publisher', 'editor'] satisfies Why['drawnBy'][],
  whyStrength_: ['explicit', 'direct', 'partial', 'apparent'] satisfies Why['linkStrength'][],
  status_: [
    'reading',
    'marked',
    'not_an_article',
    'nothing_found',
    'no_body',
    'too_long',
    'paused_here',
    'not_chosen',
    'paused',
    'private_window',
    'host_removed',
    'dataset_damaged',
    'not_permitted',
    'failed',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const MADE_KEYS: readonly string[] = Object.entries(PUT_TOGETHER).flatMap(([start, ends]) =>
  ends.map((end) => start + end),
);

/** Names and units, which are written alike in every language. */
const NAMES = /^(?:extensionName|language_en|libraryFormat_|\w*[Kk]ilobytes$)/u;

type Messages = Readonly<Record<string, { readonly message: string }>>;
const ENGLISH: Messages = en;
const KHMER: Messages = km;

const sources = Object.entries(
  import.meta.glob<string>(['/{components,entrypoints,lib}/**/*.{ts,tsx}', '/wxt.config.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).filter(([path]) => !path.includes('.test.'));

/** What keys begin with that the program puts together: `words(\`start_${end}\`)`. */
const starts = sources.flatMap(([, text]) =>
  [...text.matchAll(/(?<![\w.])(?:words|plural)\(\s*`(\w+)\$\{/gu)].map(([, start]) => start ?? ''),
);

const drawn = sources.filter(([path]) => path.endsWith('.tsx'));

test('both languages have the same keys, none without words', () => {
  expect(Object.keys(KHMER).toSorted()).toEqual(Object.keys(ENGLISH).toSorted());
  expect(keysWhere(ENGLISH, (message) => message.trim() === '')).toEqual([]);
  expect(keysWhere(KHMER, (message) => message.trim() === '')).toEqual([]);
});

test('every Khmer message is in Khmer, names apart', () => {
  const untranslated = keysWhere(KHMER, (message) => !/\p{Script=Khmer}/u.test(message));

  expect(
    untranslated.filter((key) => !NAMES.test(key) && /\p{L}/u.test(en[key as 'save'].message)),
  ).toEqual([]);
});

test('both languages have the same places for numbers and names', () => {
  const uneven = Object.keys(ENGLISH).filter(
    (key) => placesIn(ENGLISH[key]?.message) !== placesIn(KHMER[key]?.message),
  );

  expect(uneven).toEqual([]);
});

test('every key that is asked for exists', () => {
  const missing = sources.flatMap(([path, text]) =>
    [...keysAskedIn(text)].filter((key) => !exists(key)).map((key) => `${path}: ${key}`),
  );

  expect(missing).toEqual([]);
});

test('every key is used', () => {
  const text = sources.map(([, each]) => each).join('\n');

  const begun = new Set(starts.filter((start) => !(start in PUT_TOGETHER)).flatMap(keysFrom));

  const unused = Object.keys(ENGLISH).filter((key) => !isUsed(key, text) && !begun.has(key));

  expect(unused).toEqual([]);
});

test('every key that is put together exists', () => {
  expect(MADE_KEYS.filter((key) => !exists(key))).toEqual([]);
});

test('every beginning of keys that are put together has keys', () => {
  expect(starts.length).toBeGreaterThan(10);
  expect(starts.filter((start) => keysFrom(start).length === 0)).toEqual([]);
});

test.for(drawn)('%s draws no words of its own', ([, text]) => {
  expect(wordsDrawnIn(text)).toEqual([]);
});

test('the checks above see words and keys where they stand', () => {
  const component =
    "<p title=\"Two words\" class=\"two words\">Three {x} {'four words'} ✕ {words(on ? 'a' : 'b', c)}</p>";

  expect(wordsDrawnIn(component)).toEqual(['Two words', 'Three ', 'four words']);
  expect([
    ...keysAskedIn("words('save') + plural('items', n) + words(x === 'no' ? 'a' : 'b', 'c')"),
  ]).toEqual(['save', 'items', 'a', 'b']);
});

function keysWhere(messages: Messages, holds: (message: string) => boolean): string[] {
  return Object.entries(messages)
    .filter(([, { message }]) => holds(message))
    .map(([key]) => key);
}

function placesIn(message: string | undefined): string {
  return [...new Set((message ?? '').match(/\$\d/gu))].toSorted().join('');
}

/** Literal keys in `words(…)` and `plural(…)`, those on either side of a choice included. */
function keysAskedIn(text: string): Set<string> {
  const keys = new Set<string>();
  for (const [, , first = ''] of text.matchAll(
    /(?<![\w.])(words|plural)\(\s*((?:[^,()`]|\([^()]*\))*)/gu,
  )) {
    for (const [, key = ''] of first.matchAll(/(?<![=!]==? )'(\w+)'(?! [=!]==)/gu)) keys.add(key);
  }
  return keys;
}

function keysFrom(start: string): string[] {
  return Object.keys(ENGLISH).filter((key) => key.startsWith(start));
}

function exists(key: string): boolean {
  return key in ENGLISH || `${key}_other` in ENGLISH;
}

function isUsed(key: string, text: string): boolean {
  const base = key.replace(/_(?:zero|one|two|few|many|other)$/u, '');
  return [key, base].some(
    (each) =>
      text.includes(`'${each}'`) ||
      text.includes(`"${each}"`) ||
      text.includes(`__MSG_${each}__`) ||
      MADE_KEYS.includes(each),
  );
}

/** Attributes that people read or hear. */
const SPOKEN = new Set(['title', 'alt', 'placeholder', 'aria-label', 'label', 'aria-description']);

/** Text and spoken attributes that stand in a component as they are; marks such as ✕ are no words. */
function wordsDrawnIn(text: string): string[] {
  const found: string[] = [];
  visit(parseAst(text, { lang: 'tsx' }), (node) => {
    const value: unknown = Reflect.get(node, 'value');
    if (node.type === 'JSXText' && typeof value === 'string') found.push(value);
    if (node.type === 'JSXAttribute') found.push(...spokenLiteral(node, value));
    if (node.type === 'JSXExpressionContainer') found.push(...literalIn(node));
  });
  // A key that is handed on is no word either.
  return found.filter((each) => /\p{L}/u.test(each) && !exists(each));
}

type Node = { readonly type: string };

function spokenLiteral(node: Node, value: unknown): string[] {
  const name: unknown = Reflect.get(Object(Reflect.get(node, 'name')), 'name');
  const literal: unknown = Reflect.get(Object(value), 'value');
  return typeof name === 'string' && SPOKEN.has(name) && typeof literal === 'string'
    ? [literal]
    : [];
}

/** `{'Two words'}` as a child of an element; one word alone may be a name or a key. */
function literalIn(node: Node): string[] {
  const expression: unknown = Object(Reflect.get(node, 'expression'));
  const value: unknown = Reflect.get(Object(expression), 'value');
  return typeof value === 'string' && /\S\s+\S/u.test(value) ? [value] : [];
}

function visit(node: unknown, look: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, look);
  } else if (typeof node === 'object' && node !== null) {
    if ('type' in node && typeof node.type === 'string') look({ ...node, type: node.type });
    for (const each of Object.values(node)) visit(each, look);
  }
}
