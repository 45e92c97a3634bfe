import { expect, test } from 'vitest';
import { compareWords } from './sameness';

const RECORD =
  'We have looked into all forty complaints and found that no fishing licence was refused in the northern harbours.';

test.for([
  { name: 'the same words', page: RECORD },
  { name: 'a part of them', page: 'no fishing licence was refused in the northern harbours' },
  {
    name: 'an elision',
    page: 'We have looked into all forty complaints … no fishing licence was refused',
  },
  {
    name: 'words put in by an editor',
    page: 'We have looked into [them] and found that no fishing licence was refused in the northern harbours',
  },
  {
    name: 'indirect speech',
    page: 'they had looked into all forty complaints and found that no fishing licence had been refused in the northern harbours',
  },
  {
    name: 'a number as a figure',
    page: 'We have looked into all 40 complaints and found that no fishing licence was refused in the northern harbours.',
  },
  {
    name: 'straight quotation marks and capitals',
    page: '"WE HAVE LOOKED INTO ALL FORTY COMPLAINTS and found that no fishing licence was refused in the northern harbours"',
  },
])('takes $name for the same words', ({ page }) => {
  const result = compareWords(page, RECORD.replace('forty', page.includes('40') ? '40' : 'forty'));

  expect(result.strength).toBe('same-words');
});

test.for([
  {
    name: 'another order of the words',
    page: 'In the northern harbours, fishing licences were never refused, he said after looking into the complaints',
    text: 'We looked into the complaints: no fishing licence was refused in the northern harbours',
    strength: 'same-statement',
  },
  {
    name: 'the opposite by one word',
    page: 'We found that fishing licences were refused in the northern harbours',
    text: 'We found that no fishing licences were refused in the northern harbours',
    strength: 'same-subject',
  },
  {
    name: 'the words without the denial before them',
    page: 'Fishing licences were refused in the northern harbours',
    text: 'We said that no fishing licences were refused in the northern harbours',
    strength: 'same-subject',
  },
  {
    name: 'Khmer words in another setting',
    page: 'សហជីព​បាន​និយាយ​ថា អាជ្ញាប័ណ្ណនេសាទត្រូវបានបដិសេធនៅកំពង់ផែខាងជើង',
    text: 'អាជ្ញាប័ណ្ណនេសាទត្រូវបានបដិសេធនៅកំពង់ផែខាងជើង',
    strength: 'same-words',
  },
  {
    name: 'Khmer words without their denial',
    page: 'អាជ្ញាប័ណ្ណនេសាទត្រូវបានបដិសេធនៅកំពង់ផែខាងជើង',
    text: 'គ្មានអាជ្ញាប័ណ្ណនេសាទត្រូវបានបដិសេធនៅកំពង់ផែខាងជើង',
    strength: 'same-subject',
  },
  {
    name: 'another number',
    page: 'The ministry received two complaints about fishing licences in the northern harbours',
    text: 'The ministry received 200 complaints about fishing licences in the northern harbours',
    strength: 'same-subject',
  },
  {
    name: 'another place',
    page: 'The ministry said boats may fish freely in the waters off Easthaven this winter',
    text: 'The ministry said boats may fish freely in the waters off Westhaven this winter',
    strength: 'same-subject',
  },
  {
    name: 'a denial of the words',
    page: 'She denied that fishing licences were refused in the northern harbours',
    text: 'Fishing licences were refused again and again in northern harbours',
    strength: 'same-subject',
  },
  {
    name: 'the subject alone',
    page: 'Fishing licences in the northern harbours will cost more from May',
    text: 'No fishing licence was refused in the northern harbours this year',
    strength: 'same-subject',
  },
  {
    name: 'nothing but common words',
    page: 'We will do what we said we would do for all of you',
    text: 'They have done what they could do for all of us here',
    strength: 'none',
  },
  {
    name: 'one telling word',
    page: 'The government will build a new bridge over the river',
    text: 'The government has no plans to raise the price of bread',
    strength: 'none',
  },
])('tells $name: $strength', ({ page, text, strength }) => {
  expect(compareWords(page, text).strength).toBe(strength);
});

test('names the words of the page that matched, as they stand there', () => {
  const { matched } = compareWords(
    'Fishing licences will cost more',
    'No fishing licence was refused this year',
  );

  expect(matched).toEqual(['Fishing', 'licences']);
});
