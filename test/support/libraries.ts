import fc from 'fast-check';
import type { Annotation } from '@/lib/annotate/annotation';
import type { Collection, Item } from '@/lib/collections/item';
import type { Held } from '@/lib/collections/library-file';
import type { Context } from '@/lib/context/context';
import type { Ref } from '@/lib/record/ref';

/** Invented libraries, with the oddities of real ones: scripts, emoji, markup, formulas, reserved words. */

const ODD = [
  '=HYPERLINK("http://x.example")',
  '+1',
  '-2',
  '@SUM(A1)',
  '\tcell',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  'កម្ពុជា',
  'العربية',
  '日本語の題',
  '"quoted", and; more',
  'two\nlines',
  '👩🏽‍🌾',
  '---\ntitle: x',
  '# head [x](javascript:alert(1))',
];
const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const some = text.map((each) => (each.trim() === '' ? 'x' : each));
const moment = fc.integer({ min: 0, max: 4_000_000_000_000 });
const page = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('news', 'daily', 'post'))
  .map(([number, site]) => `https://${site}.example/story/${number}`);
const ref = fc
  .integer({ min: 0, max: 9 })
  .map((digit) => `invented.example:s${String(digit).repeat(16)}` as Ref);

const quote = fc.record({ exact: some, prefix: text, suffix: text });
const target = fc.record(
  {
    source: page,
    canonical: page,
    title: text,
    publisher: text,
    published: fc.constantFrom('2025', '2025-03', '2025-03-09', '2025-03-09T10:00:00Z'),
    lang: fc.constantFrom('en', 'km', 'ar'),
    quote,
    position: fc.record({ start: fc.nat(9999), end: fc.nat(9999) }),
  },
  { requiredKeys: ['source', 'title'] },
);
const annotation: fc.Arbitrary<Annotation> = fc.record(
  {
    kind: fc.constant('quote' as const),
    type: fc.constantFrom('direct', 'mixed', 'indirect'),
    segments: fc.array(fc.record({ start: fc.nat(99), end: fc.nat(99) }), { maxLength: 3 }),
    source: fc.constant([]),
    cue: fc.constant([]),
    speaker: fc.record({
      name: some,
      of: fc.constantFrom('person', 'organisation', 'group'),
      entities: fc.array(ref, { maxLength: 2 }),
    }),
  },
  { requiredKeys: ['kind', 'type', 'segments', 'source', 'cue'] },
);
const frozen: fc.Arbitrary<Context> = fc.tuple(ref, some, text).map(([of, words, name]) => ({
  kind: 'quote',
  groups: [
    {
      relation: 'disputedBy',
      lines: [
        {
          ref: of,
          speaker: { ref: of, name },
          kind: 'quote',
          text: words,
          lang: 'en',
          source: {
            ref: of,
            title: words,
            url: 'https://news.example/reply',
            publisher: name,
            published: '2025',
            archives: [{ service: 'none' }],
          },
          alsoIn: [],
          contested: false,
          verdicts: [],
          why: {
            strength: 'link',
            matched: [words],
            dataset: { id: 'invented.example', title: 'Invented', edition: 3 },
          },
        },
      ],
    },
  ],
  earlier: [],
  later: [],
  alsoOnSubject: [],
  figures: [],
  read: [],
}));

const collectionNames = ['Rivers', 'Dams', 'កំណត់ត្រា', 'Read / later', '__proto__'];

/** A library of up to `most` items; ids are unique, tags and collections sorted, as the store keeps them. */
export function libraries(most: number): fc.Arbitrary<Held> {
  return fc
    .tuple(fc.array(itemFacts, { maxLength: most }), fc.subarray(collectionNames), fc.nat(3))
    .map(([facts, names, nested]) => {
      const collections = names.map((name, index): Collection => {
        const parent = index === 1 && nested > 1 ? { parent: 'c0' } : {};
        return { id: `c${index}`, name, ...parent, createdAt: index, changedAt: index };
      });
      const ids = collections.map(({ id }) => id);
      const items = facts.map((each, index): Item => {
        const tags = [...new Set(each.tags)].toSorted();
        const inside = ids.filter((_id, at) => (index + at) % 3 === 0);
        return { ...each, id: `i${index}`, tags, collections: inside };
      });
      return { items, collections };
    });
}

const itemFacts = fc.record(
  {
    kind: fc.constantFrom('claim', 'person', 'organisation', 'figure', 'selection', 'page'),
    target,
    annotation,
    frozen,
    speaker: some,
    note: text,
    tags: fc.array(some, { maxLength: 4 }),
    savedAt: moment,
    changedAt: moment,
  },
  { requiredKeys: ['kind', 'target', 'note', 'tags', 'savedAt', 'changedAt'] },
);
