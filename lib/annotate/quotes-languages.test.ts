import { expect, test } from 'vitest';
import { articleFromText } from '@/lib/article/article';
import type { Span } from '@/lib/article/span';
import { findQuotes } from './quotes';

function words(text: string, spans: readonly Span[] = []): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
}

test.for([
  {
    text: '« Nous allons fermer l’école », a déclaré le ministre Jean Vasseur.',
    said: '« Nous allons fermer l’école »',
    source: 'le ministre Jean Vasseur',
    cue: 'a déclaré',
    name: 'Jean Vasseur',
  },
  {
    text: 'Le maire Paul Rieux a affirmé que la route serait ouverte en mai.',
    said: 'que la route serait ouverte en mai',
    source: 'Le maire Paul Rieux',
    cue: 'a affirmé',
    name: 'Paul Rieux',
  },
  {
    text: 'Selon la ligue des droits, douze personnes ont été arrêtées.',
    said: 'douze personnes ont été arrêtées',
    source: 'la ligue des droits',
    cue: 'Selon',
    name: 'la ligue des droits',
  },
  {
    text: '« C’est faux », dit-elle. « Personne n’a menti. »',
    said: '« C’est faux » … « Personne n’a menti. »',
    source: 'elle',
    cue: 'dit',
    name: undefined,
  },
  {
    text: '« Rien n’est décidé », a-t-il ajouté.',
    said: '« Rien n’est décidé »',
    source: 'il',
    cue: 'a-t-il ajouté',
    name: undefined,
  },
  {
    text: 'La porte-parole Anne Morel a précisé : « La route est fermée. »',
    said: '« La route est fermée. »',
    source: 'La porte-parole Anne Morel',
    cue: 'a précisé :',
    name: 'Anne Morel',
  },
  {
    text: 'Le gouvernement a affirmé que la loi serait retirée.',
    said: 'que la loi serait retirée',
    source: 'Le gouvernement',
    cue: 'a affirmé',
    name: 'Le gouvernement',
  },
  {
    text: 'Le porte-parole, Paul Rieux, n’a pas confirmé que la loi serait retirée.',
    said: 'que la loi serait retirée',
    source: 'Le porte-parole, Paul Rieux',
    cue: 'n’a pas confirmé',
    name: 'Paul Rieux',
  },
  {
    text: 'Le parti accuse le gouvernement de mentir.',
    said: 'le gouvernement de mentir',
    source: 'Le parti',
    cue: 'accuse',
    name: 'Le parti',
  },
])('reads French: $text', ({ text, said, source, cue, name }) => {
  const [quote] = findQuotes(articleFromText(text, { lang: 'fr' }), []);

  expect(words(text, quote?.segments)).toBe(said);
  expect(words(text, quote?.source)).toBe(source);
  expect(words(text, quote?.cue)).toBe(cue);
  expect(quote?.speaker?.name).toBe(name);
});

test.for([
  {
    text: 'លោក សុខ វិសាល បាននិយាយថា ផ្លូវនេះនឹងបើកនៅខែឧសភា។',
    said: 'ផ្លូវនេះនឹងបើកនៅខែឧសភា',
    source: 'លោក សុខ វិសាល',
    cue: 'បាននិយាយថា',
    type: 'indirect',
  },
  {
    text: 'លោក សុខ វិសាល លើកឡើងថា៖ «យើងនឹងបើកផ្លូវនេះ»។',
    said: '«យើងនឹងបើកផ្លូវនេះ»',
    source: 'លោក សុខ វិសាល',
    cue: 'លើកឡើងថា',
    type: 'direct',
  },
  {
    text: '«យើងនឹងបើកផ្លូវនេះ» លោក សុខ វិសាល បាននិយាយ។',
    said: '«យើងនឹងបើកផ្លូវនេះ»',
    source: 'លោក សុខ វិសាល',
    cue: 'បាននិយាយ',
    type: 'direct',
  },
  {
    text: 'លោក សុខ វិសាល បានបញ្ជាក់ថា “យើងនឹងបើកផ្លូវនេះ”។',
    said: '“យើងនឹងបើកផ្លូវនេះ”',
    source: 'លោក សុខ វិសាល',
    cue: 'បានបញ្ជាក់ថា',
    type: 'direct',
  },
])('reads Khmer: $text', ({ text, said, source, cue, type }) => {
  const [quote] = findQuotes(articleFromText(text, { lang: 'km' }), []);

  expect(words(text, quote?.segments)).toBe(said);
  expect(words(text, quote?.source)).toBe(source);
  expect(words(text, quote?.cue)).toBe(cue);
  expect(quote?.type).toBe(type);
  expect(quote?.speaker?.name).toBe('សុខ វិសាល');
});

test('reads Khmer: according to a body', () => {
  const text = 'យោងតាមក្រសួងមហាផ្ទៃ ផ្លូវនេះនឹងបើកនៅខែឧសភា។';

  const [quote] = findQuotes(articleFromText(text, { lang: 'km' }), []);

  expect(words(text, quote?.segments)).toBe('ផ្លូវនេះនឹងបើកនៅខែឧសភា');
  expect(words(text, quote?.source)).toBe('ក្រសួងមហាផ្ទៃ');
  expect(words(text, quote?.cue)).toBe('យោងតាម');
  expect(quote?.speaker).toMatchObject({ name: 'ក្រសួងមហាផ្ទៃ', of: 'organisation' });
});

test('finds nothing in Khmer where nobody speaks', () => {
  const quotes = findQuotes(articleFromText('ផ្លូវនេះបើកនៅខែឧសភា។', { lang: 'km' }), []);

  expect(quotes).toEqual([]);
});
