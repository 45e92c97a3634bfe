import { expect, test } from 'vitest';
import { deskOver, quoteIn } from '@/test/support/harbour';
import {
  entityId,
  link,
  person,
  publisher,
  source,
  statement,
  topic,
} from '@/test/support/records';
import { type QuoteContext, weightOf } from './context';
import { quoteContext } from './quote-context';
import { compareWords } from './sameness';

/** Invented pairs, a phenomenon each; every pair is compared both ways. */

test.for([
  {
    name: 'a short form of a denial',
    page: "The board won't raise fees for small boats this year",
    text: 'The board will not raise fees for small boats this year',
  },
  {
    name: 'an irregular past',
    page: 'They had won every vote in the northern district',
    text: 'We win every vote in the northern district',
  },
  {
    name: 'a percentage in words',
    page: 'Exports of dried fish rose by five per cent in the first half',
    text: 'Exports of dried fish rose by 5 percent in the first half',
  },
  {
    name: 'a million in figures',
    page: 'More than 1,200,000 people crossed the bridge last year',
    text: 'More than 1.2 million people crossed the bridge last year',
  },
  {
    name: 'a shortened million',
    page: 'The new quay cost $1.2m to build',
    text: 'The new quay cost $1.2 million to build',
  },
])('takes $name for the same words', ({ page, text }) => {
  expect(strengths(page, text)).toEqual(['same-words', 'same-words']);
});

test.for([
  {
    name: 'legal and illegal',
    page: 'The strike at the port was legal, the court found',
    text: 'The strike at the port was illegal, the court found',
  },
  {
    name: 'fair and unfair',
    page: 'It is fair to ask the crews to pay for the harbour',
    text: 'It is unfair to ask the crews to pay for the harbour',
  },
  {
    name: 'rose and fell',
    page: 'Exports of dried fish rose in the first half of the year',
    text: 'Exports of dried fish fell in the first half of the year',
  },
  {
    name: 'for and against',
    page: 'The council voted for the new harbour law on Monday',
    text: 'The council voted against the new harbour law on Monday',
  },
  {
    name: 'praise and blame',
    page: 'The mayor praised the union leaders for their conduct in the talks',
    text: 'The mayor blamed the union leaders for their conduct in the talks',
  },
  {
    name: 'restrictions and none',
    page: 'There are restrictions on the press in the harbour towns',
    text: 'There are no restrictions on the press in the harbour towns',
  },
  {
    name: 'a thing done and hardly done',
    page: 'Boats fish in the bay all through the winter',
    text: 'Hardly any boats fish in the bay all through the winter',
  },
  {
    name: 'a thing done and refused',
    page: 'The mayor resigned over the harbour contract scandal',
    text: 'The mayor refused to resign over the harbour contract scandal',
  },
  {
    name: 'a statement and its denial',
    page: 'The mayor denied that the harbour was closed to small boats',
    text: 'The harbour was closed to small boats',
  },
  {
    name: 'million and billion',
    page: 'The bridge will cost 500 million dollars, the board said',
    text: 'The bridge will cost 500 billion dollars, the board said',
  },
  {
    name: 'all and some',
    page: 'All complaints about the ferry were heard by the board',
    text: 'Some complaints about the ferry were heard by the board',
  },
  {
    name: 'more and fewer',
    page: 'More than 40 boats were lost in the storm off the coast',
    text: 'Fewer than 40 boats were lost in the storm off the coast',
  },
  {
    name: 'hundreds and dozens',
    page: 'Hundreds of boats were lost in the storm off the coast',
    text: 'Dozens of boats were lost in the storm off the coast',
  },
  {
    name: 'half and a third',
    page: 'Half of the boats were lost in the storm off the coast',
    text: 'A third of the boats were lost in the storm off the coast',
  },
  {
    name: 'first and second',
    page: 'The first harbour will be closed to ferries in spring',
    text: 'The second harbour will be closed to ferries in spring',
  },
  {
    name: 'last year and next year',
    page: 'The ferry was repaired last year by the harbour board',
    text: 'The ferry will be repaired next year by the harbour board',
  },
  {
    name: 'before and after',
    page: 'The talks will begin before the election, the party said',
    text: 'The talks will begin after the election, the party said',
  },
  {
    name: 'two days',
    page: 'The talks with the union begin on Monday in the old town hall',
    text: 'The talks with the union begin on Tuesday in the old town hall',
  },
  {
    name: 'two years',
    page: 'Exports to the islands fell by a tenth in 2019',
    text: 'Exports to the islands fell by a tenth in 2018',
  },
  {
    name: 'who told whom',
    page: 'Ada Marsh told the union that the talks had failed',
    text: 'The union told Ada Marsh that the talks had failed',
  },
  {
    name: 'who earns less than whom',
    page: 'Women earn less than men on the harbour boats',
    text: 'Men earn less than women on the harbour boats',
  },
])('tells $name apart, though on one subject', ({ page, text }) => {
  expect(strengths(page, text)).toEqual(['same-subject', 'same-subject']);
});

test('takes a part of a conditional sentence for its words, but no promise for a condition', () => {
  const whole = 'If the board agrees, the northern harbour will open in spring';
  const part = 'The northern harbour will open in spring';

  expect(compareWords(part, whole).strength).toBe('same-words');
  expect(compareWords(whole, part).strength).toBe('same-subject');
});

test.for([
  { page: 'The board met twice', text: 'The board game sold well' },
  { page: 'She opened the harbour', text: 'The door opened by itself' },
  { page: 'We will see what we will do about it', text: 'We will do what we see fit about that' },
  {
    page: 'The union of two hearts was sung in every harbour',
    text: 'The Boat Union called a strike for Friday night',
  },
  { page: '2019 was a year of storms', text: 'In 2019 the mayor took office' },
])('finds nothing in common between “$page” and “$text”', ({ page, text }) => {
  expect(strengths(page, text)).toEqual(['none', 'none']);
});

const SAID = 'The strike at the northern port was illegal, the harbour court found';
const WORLD = [
  {
    label: { id: 'harbour', title: 'Harbour talk', edition: 1 },
    records: [
      publisher('Harbour Gazette'),
      topic('port strike'),
      person('Ada Marsh'),
      person('Bo Reed'),
      source('2024-ruling', { published: '2024-04-01' }),
      source('2024-comment', { published: '2024-04-05' }),
      statement('illegal', {
        by: 'Ada Marsh',
        about: [entityId('port strike')],
        from: '2024-ruling',
        text: SAID,
        said: '2024-04-01',
      }),
      statement('dismissed', {
        by: 'Bo Reed',
        about: [entityId('port strike')],
        from: '2024-comment',
        text: 'Nobody asked the crews before they were judged',
        said: '2024-04-05',
      }),
      link('dismissed', 'disputes', { to: 'illegal' }),
    ],
  },
];

test.for([
  {
    name: 'the same words',
    words: 'the strike at the northern port was illegal',
    matched: 'same-words',
    against: 1,
  },
  {
    name: 'the same in another order',
    words: 'in court it was found that the northern port strike was illegal for the harbour',
    matched: 'same-statement',
    against: 1,
  },
  {
    name: 'the opposite',
    words: 'the strike at the northern port was legal, the harbour court found',
    matched: undefined,
    against: 0,
  },
  {
    name: 'the subject alone',
    words: 'the strike at the northern port cost the harbour a month of trade',
    matched: undefined,
    against: 0,
  },
])('a card over $name shows what it must and no more', async ({ words, matched, against }) => {
  const context = await contextOf(words, 'Ada Marsh');

  expect(context.matched?.why.strength).toBe(matched);
  expect(linesAgainst(context)).toBe(against);
});

test('the opposite by another speaker is shown as the weaker thing, and never as disputed', async () => {
  const context = await contextOf(
    'the strike at the northern port was legal, the harbour court found',
    'Bo Reed',
  );

  expect(context.groups.map(({ relation }) => relation)).toEqual(['oppositeOnSubject']);
  expect(context.groups[0]?.lines[0]?.why).toMatchObject({ strength: 'same-subject' });
});

test.for([
  'the court of the king was merry',
  'the illegal copies were found in a shop',
  'a lucky strike at the bowling hall',
  'northern lights were seen from the harbour',
])('a card over “%s” has nothing to show', async (words) => {
  expect(weightOf(await contextOf(words))).toBe('none');
});

function strengths(page: string, text: string): string[] {
  return [compareWords(page, text).strength, compareWords(text, page).strength];
}

async function contextOf(words: string, speaker?: string): Promise<QuoteContext> {
  const { quote, page } = quoteIn(`It was said that «${words}».`, speaker);
  return await quoteContext(quote, page, deskOver(WORLD));
}

function linesAgainst({ groups }: QuoteContext): number {
  const against = groups.filter(({ relation }) => relation === 'disputedBy');
  return against.flatMap(({ lines }) => lines).length;
}
