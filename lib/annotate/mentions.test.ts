import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleFromText } from '@/lib/article/article';
import { isInside, overlaps } from '@/lib/article/span';
import { compileNames } from '@/lib/names/compile';
import { noNames } from '@/lib/names/names';
import { openNames } from '@/lib/names/open-names';
import { marked } from '@/test/support/marked';
import type { Mention } from './annotation';
import { findMentions } from './mentions';

test.for([
  { name: 'a title before a name', source: 'General «Borut Osei» left. Mr. «Ito» stayed.' },
  { name: 'a role before a name', source: 'The spokesman «Borut Osei» said no.' },
  { name: 'a minister and his field', source: 'Minister of Foreign Affairs «Alma Ruiz» spoke.' },
  {
    name: 'a role behind a name',
    source: '“No,” said «Tarik Vemal Sen», spokesperson for a rights group.',
  },
  {
    name: 'a family name alone later',
    source: 'President «Alma Ruiz» left. Then «Ruiz» came back.',
  },
  {
    name: 'a given name alone later',
    source: 'President «Soth Phalla» left. Then «Phalla» came back.',
  },
  {
    name: 'the last two of three names',
    source: 'Governor «Soeng Vor Karuna» left. Then «Vor Karuna» spoke.',
  },
  { name: 'possessives without their ending', source: 'President «Alma Ruiz»’s plan failed.' },
  {
    name: 'lists of people',
    source: 'Among them were «Peter Smith», «Maria Lopez» and «John Brown».',
  },
  { name: 'nobody in weekdays and months', source: 'On Monday and in March nothing happened.' },
  { name: 'nobody in places', source: 'They fled from Paris to Kandal province and to Cambodia.' },
  { name: 'nobody in a pronoun with its verb', source: '“I’m sure,” they said. “I’ve seen it.”' },
])('finds people: $name', ({ source }) => {
  const { text, spans } = marked(source);

  const found = people(findMentions(articleFromText(text), noNames));

  expect(found.map(({ span }) => textAt(text, span))).toEqual(
    spans.map((span) => textAt(text, span)),
  );
});

test.for([
  {
    name: 'ministries either way round',
    source: 'The «Ministry of Interior» and the «Justice Ministry» met.',
  },
  {
    name: 'a ministry of several fields',
    source: 'The «Ministry of Women and Social Affairs» met.',
  },
  {
    name: 'bodies for a purpose',
    source: 'The «Center for Alliance of Labor and Human Rights» said so.',
  },
  {
    name: 'an abbreviation in brackets and later',
    source: 'The «Lowell Teachers Union» («LTU») met. The «LTU» left.',
  },
  { name: 'companies with their dot', source: 'He works for «Arden Inc.» in town.' },
  { name: 'known abbreviations', source: 'Talks with the «EU» and «NATO» went on.' },
  {
    name: 'a ministry meant again',
    source: 'The «Ministry of Interior» met. The «ministry» said no.',
  },
  { name: 'nothing in a ministry that nobody named', source: 'The ministry said no.' },
  { name: 'nothing in kinds of bodies', source: 'Some NGOs and CSOs met two MPs.' },
  { name: 'nothing in laws', source: 'It broke the Law on Associations and NGOs.' },
  {
    name: 'nothing in agreements, wherever they return',
    source: 'The “Open Gates” (OGA) agreement ended. The OGA was old.',
  },
  { name: 'clubs in a line of results', source: '«Arden» 2 «Lowell» 1' },
])('finds organisations: $name', ({ source }) => {
  const { text, spans } = marked(source);

  const found = findMentions(articleFromText(text), noNames).filter(
    ({ of }) => of === 'organisation',
  );

  expect(found.map(({ span }) => textAt(text, span))).toEqual(
    spans.map((span) => textAt(text, span)),
  );
});

test.for([
  {
    name: 'organisation and role before the name',
    text: 'Interior Ministry spokesperson General Borut Osei said so.',
    role: 'Interior Ministry spokesperson General',
    organisation: 'Interior Ministry',
  },
  {
    name: 'an abbreviation between organisation and role',
    text: 'The Lowell Teachers Union (LTU) president Alma Ruiz said so.',
    role: 'Lowell Teachers Union (LTU) president',
    organisation: 'Lowell Teachers Union',
  },
  {
    name: 'the role behind the name',
    text: 'Alma Ruiz, a spokeswoman for the Lowell Teachers Union, said so.',
    role: 'spokeswoman for the Lowell Teachers Union',
    organisation: 'Lowell Teachers Union',
  },
  {
    name: 'two offices at once',
    text: 'Deputy Prime Minister and Interior Minister Alma Ruiz said so.',
    role: 'Deputy Prime Minister and Interior Minister',
    organisation: undefined,
  },
])('reads $name', ({ text, role, organisation }) => {
  const [found] = people(findMentions(articleFromText(text), noNames));

  expect(found?.role).toBe(role);
  expect(found?.organisation).toBe(organisation);
});

test('gives later mentions the full name, the role and the organisation', () => {
  const text = 'The Arden Post editor Alma Ruiz left. Ruiz said no.';

  const [first, later] = people(findMentions(articleFromText(text), noNames));

  expect(later).toMatchObject({ name: 'Alma Ruiz', role: first?.role });
});

test('lets a name that needs context count only beside another of the same entity', () => {
  const names = openNames([{ dataset: 'test', bytes: compileNames([RUIZ]) }]);

  const alone = findMentions(
    articleFromText('Quiet fields lay around red ruiz.Xanta stood.'),
    names,
  );
  const beside = findMentions(articleFromText('Alma Ruiz came late. Xanta stood by.'), names);

  expect(alone.flatMap(({ entities }) => entities)).toEqual([]);
  expect(beside.map(({ name, entities }) => [name, ...entities])).toEqual([
    ['Alma Ruiz', 'test:e0000000000000001'],
    ['Alma Ruiz', 'test:e0000000000000001'],
  ]);
});

test.for([
  {
    name: 'French titles, roles and bodies',
    lang: 'fr',
    source:
      'M. «Dupré», du «ministère de la Justice», a répondu. «Anne Roy», directrice de la «Ligue des Droits de Lowell» («LDL»), refuse. «Roy» et la «LDL» partent.',
  },
  {
    name: 'Khmer names behind titles, with no blank behind them',
    lang: 'km',
    source: 'លោក «អាល់ម៉ា រូអ៊ីស» បានថ្លែងថា «ក្រសួងមហាផ្ទៃ»បានទទួល។ ឯកឧត្តម «ប៊ូរុត អូសេ»បានថ្លែង។',
  },
])('finds $name', ({ lang, source }) => {
  const { text, spans } = marked(source);

  const found = findMentions(articleFromText(text, { lang }), noNames);

  expect(found.map(({ span }) => textAt(text, span))).toEqual(
    spans.map((span) => textAt(text, span)),
  );
});

const PIECES = [
  'Alma',
  'Ruiz',
  'Ministry',
  'of',
  'Interior',
  '(',
  ')',
  'Mr',
  '.',
  'the',
  'ministry',
  '’s',
  '\u0301',
  '\u202E',
  'ស',
  '្',
  '\uD800',
  '\n',
  ' ',
  ' ',
  ' ',
  '“',
  'EU',
  '12',
  '-',
  ',',
];

test('stays inside the text, in order and without overlaps on any text', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(anything, fc.constantFrom('en', 'fr', 'km'), (text, lang) => {
      const spans = findMentions(articleFromText(text, { lang }), noNames).map(({ span }) => span);

      const whole = { start: 0, end: text.length };
      expect(spans.every((span) => isInside(span, whole) && span.start < span.end)).toBe(true);
      expect(spans.some((span, at) => at > 0 && overlaps(span, spans[at - 1] ?? whole))).toBe(
        false,
      );
      expect(spans).toEqual(spans.toSorted((a, b) => a.start - b.start));
    }),
  );
});

/** Whatever is quadratic does not end within the limit. */
test.for([
  { name: 'one name over and over', piece: 'Alma Ruiz ' },
  { name: 'capitals without end', piece: 'Ministry of ' },
  { name: 'one endless word', piece: 'A' },
  { name: 'combining marks', piece: 'a\u0301\u0301\u0301' },
  { name: 'bidirectional controls', piece: '\u202Eabc\u202C ' },
  { name: 'dots', piece: '.' },
  { name: 'initials', piece: 'A.' },
  { name: 'generic words', piece: 'The Lowell Council met. The council left. ' },
  { name: 'Khmer titles', piece: 'លោក' },
  { name: 'brackets', piece: 'Arden (ABC) ' },
])('ends on a megabyte of $name', { timeout: 60_000 }, ({ piece }) => {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));

  const found = findMentions(articleFromText(text), noNames);

  expect(found.every(({ span }) => span.end <= text.length)).toBe(true);
});

const RUIZ = {
  id: 'e0000000000000001',
  of: 'person' as const,
  names: [
    { text: 'Alma Ruiz', lang: 'en', kind: 'main' as const, match: 'alone' as const },
    { text: 'Xanta', lang: 'en', kind: 'weak' as const, match: 'with-context' as const },
  ],
};

function people(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(({ of }) => of === 'person');
}

function textAt(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return text.slice(start, end);
}
