import { expect, test } from 'vitest';
import type { Annotation } from '@/lib/annotate/annotation';
import { deskOver, figureIn, harbourEntity, mentionIn, quoteIn } from '@/test/support/harbour';
import { weightOf } from './context';
import type { PageWords } from './desk';
import { lookUp, weigh } from './look-up';

const CASES: readonly { readonly annotation: Annotation; readonly page: PageWords }[] = [
  quoteCase(
    '“«No fishing licence was refused in the northern harbours last winter»,” Marsh said.',
    'Ada Marsh',
  ),
  quoteCase('Marsh said «ferry fares will stay as they are until spring».', 'Ada Marsh'),
  quoteCase('Marsh said «fishing licences were refused in the northern harbours».', 'Ada Marsh'),
  quoteCase('She said «the winter was long».'),
  mentionCase('«Ada Marsh» spoke.', 'Ada Marsh', [harbourEntity('Ada Marsh')]),
  mentionCase('«Nobody Known» spoke.', 'Nobody Known', []),
  figureCase('There were «12 licences» among the refused licences.', 12),
  figureCase('There were «12 swans» on the pond.', 12),
];

test.for(CASES)('weighs what a card would show: %#', async ({ annotation, page }) => {
  const [weight] = await weigh([annotation], page, deskOver());

  expect(weight).toBe(weightOf(await lookUp(annotation, page, deskOver())));
});

test('weighs all annotations of a page in their order', async () => {
  const page = CASES[0]?.page ?? { title: '', lang: 'en', text: '' };
  const annotations = CASES.slice(0, 1).map(({ annotation }) => annotation);

  const weights = await weigh([...annotations, ...annotations], page, deskOver());

  expect(weights).toEqual(['direct', 'direct']);
});

test('says nothing at all where the reader muted the day', async () => {
  const desk = deskOver(undefined, { mutes: [{ what: 'all', id: '', label: '' }] });
  const weights = await Promise.all(
    CASES.map(async ({ annotation, page }) => (await weigh([annotation], page, desk))[0]),
  );

  expect(new Set(weights)).toEqual(new Set(['none']));
});

function quoteCase(text: string, speaker?: string): (typeof CASES)[number] {
  const { quote, page } = quoteIn(text, speaker);
  return { annotation: quote, page };
}

function mentionCase(
  text: string,
  name: string,
  entities: Parameters<typeof mentionIn>[1]['entities'],
): (typeof CASES)[number] {
  const { mention, page } = mentionIn(text, { name, entities });
  return { annotation: mention, page };
}

function figureCase(text: string, value: number): (typeof CASES)[number] {
  const { figure, page } = figureIn(text, {
    value,
    unit: text.includes('swans') ? 'swan' : 'licence',
  });
  return { annotation: figure, page };
}
