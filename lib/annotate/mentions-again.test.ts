import { describe, expect, test } from 'vitest';
import { articleFromText } from '@/lib/article/article';
import { noNames } from '@/lib/names/names';
import type { Mention } from './annotation';
import { annotate } from './annotate';
import { findMentions } from './mentions';

/** What each mention stands on, and whom it names. */
function named(text: string, lang = 'en'): (readonly [words: string, name: string])[] {
  return findMentions(articleFromText(text, { lang }), noNames).map(({ span, name }) => [
    text.slice(span.start, span.end),
    name,
  ]);
}

function speakers(text: string, lang = 'en'): (string | undefined)[] {
  const { quotes } = annotate(articleFromText(text, { lang }), noNames);
  return quotes.map(({ speaker }) => speaker?.name);
}

function first(text: string, lang = 'en'): Mention | undefined {
  return findMentions(articleFromText(text, { lang }), noNames)[0];
}

describe('a person again', () => {
  test.for([
    { later: 'Mr Ruiz', words: 'Ruiz' },
    { later: 'Ruiz Alma', words: 'Ruiz Alma' },
    { later: 'The minister', words: 'minister' },
    { later: 'The interior minister', words: 'interior minister' },
    { later: 'The Minister', words: 'Minister' },
  ])('by "$later"', ({ later, words }) => {
    const text = `Interior Minister Alma Ruiz came. ${later} said no.`;

    expect(named(text)).toContainEqual([words, 'Alma Ruiz']);
  });

  test.for(['Karuna', 'Vor Karuna', 'Soeng', 'Vor Karuna Soeng'])(
    'by "%s", one part or more of three, in either order',
    (later) => {
      const text = `A spokesman, Soeng Vor Karuna, came. Then ${later} said no.`;

      expect(named(text)).toContainEqual([later, 'Soeng Vor Karuna']);
    },
  );

  test('by a part that is a title elsewhere', () => {
    const text = 'Adviser Soeng Sen Karuna came. Sen Karuna said no.';

    expect(named(text)).toEqual([
      ['Soeng Sen Karuna', 'Soeng Sen Karuna'],
      ['Sen Karuna', 'Soeng Sen Karuna'],
    ]);
  });

  test('by another word for the office', () => {
    const text =
      'Spokeswoman Alma Ruiz met Prime Minister Borut Osei. The premier left. The spokesperson stayed.';

    expect(named(text).slice(2)).toEqual([
      ['premier', 'Borut Osei'],
      ['spokesperson', 'Alma Ruiz'],
    ]);
  });

  test.for([
    {
      why: 'two hold such an office',
      text: 'Minister Alma Ruiz met Minister Borut Osei. The minister left.',
    },
    { why: 'the rank is another', text: 'Prime Minister Alma Ruiz came. The minister left.' },
    { why: 'the words go on', text: 'Minister Alma Ruiz came. The minister of trade left.' },
    { why: 'a name follows', text: 'Minister Alma Ruiz came. The minister, Borut Osei, left.' },
    { why: 'nobody was named with it', text: 'Alma Ruiz came. The minister left.' },
    {
      why: 'the word is another kind here',
      text: 'General Alma Ruiz came. The general election was lost.',
    },
  ])('not where $why', ({ text }) => {
    expect(named(text).map(([words]) => words.toLowerCase())).not.toContain('minister');
    expect(named(text).map(([words]) => words.toLowerCase())).not.toContain('general');
  });
});

test('names nobody in full by a name that two brought along together', () => {
  const text = 'John Ruiz and his wife Mary Ruiz left. Then Ruiz came back.';

  expect(named(text).at(-1)).toEqual(['Ruiz', 'Ruiz']);
});

describe('a body again', () => {
  test.for([
    {
      named: 'The Lowell Teachers Union',
      later: 'The LTU',
      words: 'LTU',
      name: 'Lowell Teachers Union',
    },
    {
      named: 'The Lowell Teachers Union',
      later: 'The union',
      words: 'union',
      name: 'Lowell Teachers Union',
    },
    {
      named: 'The Ministry of Interior',
      later: 'The MoI',
      words: 'MoI',
      name: 'Ministry of Interior',
    },
    {
      named: 'The EU',
      later: 'The 28-nation bloc',
      words: '28-nation bloc',
      name: 'European Union',
    },
    {
      named: 'Lowell Rights Watch',
      later: 'The rights group',
      words: 'rights group',
      name: 'Lowell Rights Watch',
    },
  ])('by "$later"', ({ named: full, later, words, name }) => {
    expect(named(`${full} met. ${later} said no.`)).toContainEqual([words, name]);
  });

  test('the ministry of the minister, though nobody named it', () => {
    const text = 'Interior Minister Alma Ruiz came. Her ministry said no.';

    expect(named(text)).toContainEqual(['ministry', 'Ministry of Interior']);
  });

  test('the ministry that the article is about, not one that a quote names in passing', () => {
    const text =
      'The Ministry of Interior met. The Ministry of Interior wrote. “We ask the Ministry of Trade,” they said. Nobody came. The ministry said no.';

    expect(named(text).at(-1)).toEqual(['ministry', 'Ministry of Interior']);
  });

  test('the ministry named in the same sentence', () => {
    const text =
      'The Ministry of Interior met. The Ministry of Interior wrote. The Ministry of Trade said the ministry was ready.';

    expect(named(text).at(-1)).toEqual(['ministry', 'Ministry of Trade']);
  });

  test.for([
    ['The Ministry of Labour and Vocational Training', 'Labour Ministry'],
    ['The Ministry of the Interior', 'Interior Ministry'],
  ])('a ministry by its shorter or turned name: %s', ([full = '', later = '']) => {
    const text = `${full} met. The ${later} said no.`;

    expect(named(text).at(-1)).toEqual([later, full.replace('The ', '')]);
  });

  test('none where two of its kind were named', () => {
    const text = 'The Lowell Bank and the Arden Bank met. The bank said no.';

    expect(named(text).map(([words]) => words)).not.toContain('bank');
  });

  test('the publisher by its short name', () => {
    const text = 'She told The Post so.';
    const article = articleFromText(text, { publisher: 'The Lowell Post' });

    expect(findMentions(article, noNames).map(({ name }) => name)).toEqual(['Lowell Post']);
  });
});

describe('the role', () => {
  test.for([
    { text: 'Minister of Interior Alma Ruiz came.', role: 'Minister of Interior' },
    { text: 'The party’s former president, Alma Ruiz, came.', role: 'former president' },
    {
      text: 'Alma Ruiz, 45, a spokeswoman for the mayor, came.',
      role: 'spokeswoman for the mayor',
    },
    { text: 'Alma Ruiz, who is president of the court, came.', role: 'president of the court' },
    { text: 'Then-President Alma Ruiz came.', role: 'Then-President' },
    { text: 'Sen. Alma Ruiz came.', role: 'Sen.' },
    { text: 'The U.S. ambassador to Peru, Alma Ruiz, came.', role: 'U.S. ambassador to Peru' },
    {
      text: 'Alma Ruiz, a senior investigator for the mayor, came.',
      role: 'senior investigator for the mayor',
    },
    { text: 'Prosecutor-General Alma Ruiz came.', role: 'Prosecutor-General' },
  ])('$role', ({ text, role }) => {
    expect(first(text)?.role).toBe(role);
  });

  test('is the office, whatever title a later mention has', () => {
    const text = 'President Alma Ruiz came. Mrs Ruiz left.';
    const roles = findMentions(articleFromText(text), noNames).map(({ role }) => role);

    expect(roles).toEqual(['President', 'President']);
  });
});

describe('the speaker', () => {
  test.for([
    {
      name: 'by office',
      text: 'Interior Minister Alma Ruiz came. The minister said it was late.',
      speaker: 'Alma Ruiz',
    },
    {
      name: 'the one whom the sentence before is about',
      text: 'Alma Ruiz said it was late. Borut Osei left in May. He said it was early.',
      speaker: 'Borut Osei',
    },
    {
      name: 'not the one whose aide the sentence before is about',
      text: 'Alma Ruiz said it was late. Borut Osei’s aide left in May. She said it was early.',
      speaker: 'Alma Ruiz',
    },
    {
      name: 'a woman for "she"',
      text: 'Chairwoman Alma Ruiz said it was late. Chairman Borut Osei said it was early. She said no bus came.',
      speaker: 'Alma Ruiz',
    },
    {
      name: 'the body of that kind, not the nearest',
      text: 'The Lowell Council wrote to the Arden Bank. The council said it was late.',
      speaker: 'Lowell Council',
    },
  ])('is $name', ({ text, speaker }) => {
    expect(speakers(text).at(-1)).toBe(speaker);
  });
});

describe('in Khmer', () => {
  const minister = 'រដ្ឋមន្ត្រីក្រសួងមហាផ្ទៃ លោក អាល់ម៉ា រូអ៊ីស បានថ្លែងថា វាយឺត។ ';

  test.for([
    { title: 'លោក ', role: 'លោក' },
    { title: 'លោកស្រី ', role: 'លោកស្រី' },
    { title: 'ឯកឧត្តម', role: 'ឯកឧត្តម' },
    { title: 'សម្តេចតេជោ ', role: 'សម្តេចតេជោ' },
    { title: 'រដ្ឋមន្ត្រីក្រសួងមហាផ្ទៃ លោក ', role: 'រដ្ឋមន្ត្រីក្រសួងមហាផ្ទៃ លោក' },
  ])('takes "$role" before a name as its role', ({ title, role }) => {
    const text = `${title}អាល់ម៉ា រូអ៊ីស បានថ្លែងថា វាយឺត។`;
    const person = findMentions(articleFromText(text, { lang: 'km' }), noNames).find(
      ({ of }) => of === 'person',
    );

    expect(person).toMatchObject({ name: 'អាល់ម៉ា រូអ៊ីស', role });
  });

  test('takes an office behind a name, which says more than the title before', () => {
    const text = 'ឯកឧត្តម ប៊ូរុត អូសេ អ្នកនាំពាក្យក្រសួងមហាផ្ទៃ បានថ្លែងថា ត្រូវ។';

    expect(first(text, 'km')).toMatchObject({ name: 'ប៊ូរុត អូសេ', role: 'អ្នកនាំពាក្យក្រសួងមហាផ្ទៃ' });
  });

  test.for([
    { later: 'លោក រូអ៊ីស បានបន្ថែម។', words: 'រូអ៊ីស', name: 'អាល់ម៉ា រូអ៊ីស' },
    { later: 'អាល់ម៉ារូអ៊ីស បានបន្ថែម។', words: 'អាល់ម៉ារូអ៊ីស', name: 'អាល់ម៉ា រូអ៊ីស' },
    { later: 'ក្រសួងបានទទួល។', words: 'ក្រសួង', name: 'ក្រសួងមហាផ្ទៃ' },
  ])('finds $words again', ({ later, words, name }) => {
    expect(named(minister + later, 'km').at(-1)).toEqual([words, name]);
  });

  test('gives what "លោក" says to the one who spoke before', () => {
    expect(speakers(`${minister}លោកបាននិយាយថា ទេ។`, 'km')).toEqual(['អាល់ម៉ា រូអ៊ីស', 'អាល់ម៉ា រូអ៊ីស']);
  });
});
