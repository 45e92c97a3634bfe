import { expect, test } from 'vitest';
import { leaning } from './leaning';

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

test.for([
  { claim: 'Ban fireworks in towns', statement: 'They are dangerous and harmful', sign: -1 },
  { claim: 'Raise the ferry fares', statement: 'This is unfair and useless', sign: 1 },
])('turns about where “$claim” is denied: $statement', ({ claim, statement, sign }) => {
  const denied = `Do not ${claim.toLowerCase()}`;

  expect(Math.sign(leaning(denied, statement) - leaning(claim, statement))).toBe(sign);
});

test('says nothing of a statement without words, but what claims are met with most', () => {
  expect(leaning('Raise the ferry fares', '')).toBe(leaning('Raise the ferry fares', '12'));
});
