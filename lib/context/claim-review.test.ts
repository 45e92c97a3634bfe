import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimReviewsIn } from './claim-review';

const CHECKED = {
  claim: 'No licence & no permit was refused',
  speaker: 'Ada Marsh',
  reviewer: 'Lighthouse Checks',
  label: 'Half right',
};
const REVIEW = {
  '@type': 'ClaimReview',
  claimReviewed: 'No licence &amp; no permit was refused',
  author: { '@type': 'Organization', name: 'Lighthouse Checks' },
  itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'Ada Marsh' } },
  reviewRating: { '@type': 'Rating', ratingValue: 2, alternateName: '<b>Half right</b>' },
};

test.for([
  { name: 'alone', value: REVIEW },
  { name: 'in a list', value: [{ '@type': 'WebSite' }, [REVIEW]] },
  { name: 'in a graph', value: { '@graph': [{ '@type': 'NewsArticle' }, REVIEW] } },
  { name: 'under the article that it reviews', value: { '@type': 'WebPage', review: REVIEW } },
  { name: 'with several types', value: { ...REVIEW, '@type': ['Review', 'ClaimReview'] } },
  { name: 'twice', value: [REVIEW, REVIEW] },
  { name: 'of a list of claims', value: { ...REVIEW, itemReviewed: [REVIEW.itemReviewed] } },
  { name: 'by a name alone', value: { ...REVIEW, author: 'Lighthouse Checks' } },
  {
    name: 'by the publisher where no author is named',
    value: { ...REVIEW, author: { url: 'https://x.example' }, publisher: REVIEW.author },
  },
  {
    name: 'with everything given by id',
    value: {
      '@graph': [
        {
          ...REVIEW,
          author: { '@id': '#us' },
          itemReviewed: { '@id': '#claim' },
          reviewRating: { '@id': '#rating' },
        },
        { ...REVIEW.author, '@id': '#us' },
        { '@type': 'Claim', '@id': '#claim', author: [{ '@id': '#ada' }] },
        { '@type': 'Person', '@id': '#ada', name: 'Ada Marsh' },
        { ...REVIEW.reviewRating, '@id': '#rating' },
      ],
    },
  },
])('reads a fact check $name', ({ value }) => {
  expect(claimReviewsIn([JSON.stringify(value)])).toEqual([CHECKED]);
});

test('reads a fact check whose reviewer another script describes, comments around it or not', () => {
  const review = { ...REVIEW, author: { '@id': 'https://checks.example/#us' } };
  const us = { ...REVIEW.author, '@id': 'https://checks.example/#us' };

  const scripts = [`<!-- ${JSON.stringify(review)} -->`, '{ broken', JSON.stringify(us)];

  expect(claimReviewsIn(scripts)).toEqual([CHECKED]);
});

test.for([
  { name: 'of nobody’s words', change: { itemReviewed: { '@type': 'CreativeWork' } } },
  { name: 'by nobody', change: { author: { url: 'https://x.example' } } },
  { name: 'of the reviewer’s own words', change: { itemReviewed: { author: REVIEW.author } } },
  { name: 'without a claim', change: { claimReviewed: ' ' } },
  { name: 'of an endless claim', change: { claimReviewed: 'word '.repeat(900) } },
  { name: 'that is a number only', change: { reviewRating: { ratingValue: 1 } } },
  {
    name: 'with a number for a word',
    change: { reviewRating: { alternateName: '1', ratingValue: 1 } },
  },
  { name: 'of an article, not of a claim', change: { '@type': 'Review' } },
])('leaves out a review $name', ({ change }) => {
  expect(claimReviewsIn([JSON.stringify({ ...REVIEW, ...change })])).toEqual([]);
});

test('takes few of a list of hundreds, and none of what lies absurdly deep', () => {
  const many = Array.from({ length: 300 }, (_, at) => ({ ...REVIEW, claimReviewed: `Boat ${at}` }));
  const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;

  expect(claimReviewsIn([deep, JSON.stringify(many)])).toHaveLength(20);
});

test('never throws, whatever a page calls its markup', () => {
  fc.assert(
    fc.property(fc.json(), fc.jsonValue(), (json, value) => {
      const odd = Object.fromEntries(Object.keys(REVIEW).map((key) => [key, value]));
      const scripts = [json, JSON.stringify({ ...odd, '@type': 'ClaimReview' })];
      for (const { label } of claimReviewsIn(scripts)) expect(label).toMatch(/\p{L}/u);
    }),
  );
});
