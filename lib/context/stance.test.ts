import { expect, test } from 'vitest';
import { opposes } from './stance';

test.for([
  {
    a: 'Fishing licences were refused in northern harbours',
    b: 'No fishing licences were refused in northern harbours',
    expected: true,
  },
  {
    a: 'The border stays open to small fishing boats',
    b: 'The border is closed to small fishing boats',
    expected: true,
  },
  {
    a: 'Bus fares will rise in spring for commuters',
    b: 'Bus fares will fall in spring for commuters',
    expected: true,
  },
  {
    a: 'Fishing licences were refused in northern harbours',
    b: 'Fishing licences were refused in northern harbours all year',
    expected: false,
  },
  {
    a: 'No licences were refused in northern harbours',
    b: 'Licences were never refused in northern harbours',
    expected: false,
  },
  {
    a: 'He won the vote in the harbour council',
    b: 'They lost the vote in the harbour council',
    expected: true,
  },
  {
    a: 'He rose to speak in the harbour council',
    b: 'She fell ill in the harbour council',
    expected: false,
  },
  {
    a: 'The minister visited the northern harbours',
    b: 'The union does not trust the bus company',
    expected: false,
  },
  {
    a: 'Ada Marsh of the Harbour Board spoke',
    b: 'Ada Marsh of the Harbour Board did not come',
    expected: false,
  },
])('“$a” and “$b” are opposite: $expected', ({ a, b, expected }) => {
  expect(opposes(a, b)).toBe(expected);
  expect(opposes(b, a)).toBe(expected);
});
