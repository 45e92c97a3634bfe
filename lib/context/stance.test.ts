import { expect, test } from 'vitest';
import { leaning, opposes } from './stance';

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

test('leans against a claim by harm and denial, for it by praise', () => {
  const claim = 'Trains should be free for pupils';

  expect(leaning(claim, 'Free trains help pupils and protect the climate')).toBeGreaterThan(0);
  expect(leaning(claim, 'Free trains do not help pupils')).toBeLessThan(0);
});

test('leans for a ban by the harm of what it bans', () => {
  const claim = 'Ban fireworks in towns';

  expect(leaning(claim, 'Fireworks are dangerous and harmful')).toBeGreaterThan(
    leaning('Allow fireworks in towns', 'Fireworks are dangerous and harmful'),
  );
});
