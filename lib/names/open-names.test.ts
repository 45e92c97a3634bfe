import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Name } from '@/lib/record/record';
import { marked } from '@/test/support/marked';
import { type NamedEntity, compileNames } from './compile';
import { openNames } from './open-names';
import { readNames } from './table';

const PEOPLE: readonly NamedEntity[] = [
  entity('e0000000000000001', 'person', ['Alma Ruiz', 'Ruiz', 'អាល់ម៉ា រូអ៊ីស']),
  entity('e0000000000000002', 'person', ['Zoë Müller', "Dara O'Neil", 'J. K. Arden']),
  entity('e0000000000000003', 'organisation', ['Interior Ministry', 'Ministry of Interior', 'MoI']),
  entity('e0000000000000004', 'organisation', ['WHO', "Gov't Audit Office", 'U.N. Relief']),
  entity('e0000000000000005', 'organisation', ['ក្រសួងមហាផ្ទៃ', 'Doctors without Walls', '1Stop']),
  entity('e0000000000000006', 'person', ['Jean-Luc de Brie', 'de Brie', 'bin Arden']),
];

test.for([
  { name: 'a full name', source: 'So «Alma Ruiz» said.' },
  {
    name: 'a possessive without its ending',
    source: "«Alma Ruiz»’s plan and the «Interior Ministry»'s reply",
  },
  { name: 'the longer of two that overlap', source: 'the «Ministry of Interior» and «MoI»' },
  { name: 'names without their accents', source: '«Zoe Muller», «Zoë Müller»' },
  { name: 'no name with accents of its own', source: 'Zoé Muller' },
  { name: 'either apostrophe', source: "«Dara O’Neil» and «Dara O'Neil» and «Gov’t Audit Office»" },
  { name: 'initials with and without dots and blanks', source: '«J. K. Arden», «J K Arden»' },
  { name: 'dotted abbreviations', source: '«W.H.O.» and «UN Relief»' },
  { name: 'no abbreviation in a small word', source: 'Who knows who came? Moi?' },
  { name: 'headlines in capitals', source: '«ALMA RUIZ» MEETS «INTERIOR MINISTRY»' },
  { name: 'the common noun written small', source: 'the «Interior ministry»' },
  {
    name: 'no name across a full stop or comma',
    source: 'It is for the Interior. Ministry, Alma, Ruiz'.replace('Ruiz', '«Ruiz»'),
  },
  { name: 'no name inside a longer word', source: 'Ruizville' },
  { name: 'small words inside', source: '«Doctors without Walls»' },
  {
    name: 'hyphens as blanks',
    source: '«Jean-Luc de Brie», «Jean Luc de Brie», «de Brie», «bin Arden»',
  },
  { name: 'digits in front', source: '«1Stop»' },
  { name: 'Khmer without blanks', source: 'លោក«អាល់ម៉ារូអ៊ីស»បានថ្លែងថា «ក្រសួងមហាផ្ទៃ»នឹង' },
  { name: 'Khmer with unseen blanks', source: '«ក្រសួង\u200Bមហាផ្ទៃ»' },
  { name: 'no Khmer name that ends inside a cluster', source: 'ក្រសួងមហាផ្ទៃ្យ' },
])('finds $name', ({ source }) => {
  const { text, spans } = marked(source);
  const names = openNames([{ dataset: 'test', bytes: compileNames(PEOPLE) }]);

  const hits = names.scan(text);

  expect(hits.map(({ span }) => text.slice(span.start, span.end))).toEqual(
    spans.map((span) => text.slice(span.start, span.end).replace(/\.$/u, '')),
  );
});

test('names the bearer, the kind and the rule', () => {
  const names = openNames([{ dataset: 'test', bytes: compileNames(PEOPLE) }]);

  const [hit] = names.scan('The MoI said so.');

  expect(hit?.entities).toEqual([
    { ref: 'test:e0000000000000003', of: 'organisation', name: 'Interior Ministry', rule: 'alone' },
  ]);
});

test('lists namesakes of several packs', () => {
  const other = compileNames([entity('e0000000000000009', 'person', ['Alma Ruiz'])]);
  const names = openNames([
    { dataset: 'one', bytes: compileNames(PEOPLE) },
    { dataset: 'two', bytes: other },
  ]);

  const [hit] = names.scan('Alma Ruiz');

  expect(hit?.entities.map(({ ref }) => ref)).toEqual([
    'one:e0000000000000001',
    'two:e0000000000000009',
  ]);
});

test('gives the same bytes for the same entities in any order', () => {
  expect(compileNames(PEOPLE.toReversed())).toEqual(compileNames(PEOPLE));
});

test('refuses bytes that were cut or altered, and never fails on them', () => {
  const bytes = compileNames(PEOPLE);
  fc.assert(
    fc.property(
      fc.nat(bytes.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      (at, flip, cut) => {
        const damaged = cut ? bytes.slice(0, at) : bytes.slice();
        if (!cut) damaged[at] = (damaged[at] ?? 0) ^ flip;

        expect(readNames(damaged)).toEqual({ ok: false, problem: 'damaged-names' });
        expect(() =>
          openNames([{ dataset: 'test', bytes: damaged }]).scan('Alma Ruiz of the MoI'),
        ).not.toThrow();
      },
    ),
  );
});

test('finds every name it was given, wherever it stands', () => {
  const word = fc.stringMatching(/^[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2,8}$/u);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.array(word, { minLength: 1, maxLength: 4 }), {
        minLength: 1,
        maxLength: 30,
      }),
      (words) => {
        const texts = words.map((parts) => parts.join(' '));
        const entities = texts.map((text, at) =>
          entity(`e${String(at).padStart(16, '0')}`, 'person', [text]),
        );
        const names = openNames([{ dataset: 'test', bytes: compileNames(entities) }]);

        for (const text of texts) {
          const [hit] = names.scan(`then ${text}, who left`);

          expect(hit?.span).toEqual({ start: 5, end: 5 + text.length });
        }
      },
    ),
  );
});

function entity(id: string, of: NamedEntity['of'], texts: readonly string[]): NamedEntity {
  return {
    id,
    of,
    names: texts.map((text, at): Name => ({
      text,
      lang: 'en',
      kind: at === 0 ? 'main' : 'alias',
      match: 'alone',
    })),
  };
}
