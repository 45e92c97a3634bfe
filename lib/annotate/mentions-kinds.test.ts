import { expect, test } from 'vitest';
import { articleFromText } from '@/lib/article/article';
import { noNames } from '@/lib/names/names';
import { marked } from '@/test/support/marked';
import { findMentions } from './mentions';

function found(text: string, of: 'person' | 'organisation'): string[] {
  return findMentions(articleFromText(text), noNames)
    .filter((mention) => mention.of === of)
    .map(({ span }) => text.slice(span.start, span.end));
}

test.for([
  { name: 'athletes before their country', source: '3. «Dana Moen» (Norway) 20.41' },
  {
    name: 'players who beat each other',
    source: '«Dana Moen» (Norway) beat «Alma Ruiz» (Peru) 6-4 6-3',
  },
  { name: 'an initial with the name', source: '«A. Ruiz» said so.' },
  { name: 'nobody in peoples', source: 'Kurds and Iraqi Arabs fled, and a Moslem stayed.' },
  { name: 'nobody in a month cut short', source: 'It ends on Oct. 2.' },
  { name: 'nobody in a film with its year', source: 'Rebecca (1940)' },
  { name: 'nobody in a storm', source: 'Hurricane Maria and Typhoon Rosa hit it on Monday.' },
  { name: 'nobody in a province', source: 'He visited Kampot. They flooded Kampong Thom.' },
  {
    name: 'nobody in the marks of a party',
    source: 'Sen. «Bob Harlan», R-Ohio, and Rep. «Ana Diaz» (D-Texas) came.',
  },
  {
    name: 'a name that is a verb too, before what only somebody does',
    source: 'Minister «Bill Shorten» came. «Shorten» will speak.',
  },
])('finds people in lines and lists: $name', ({ source }) => {
  const { text, spans } = marked(source);

  expect(found(text, 'person')).toEqual(spans.map(({ start, end }) => text.slice(start, end)));
});

test.for([
  { name: 'the guests of a fixture', source: '«BOSTON» AT OAKLAND' },
  { name: 'a club’s row of a table', source: '«ATLANTA» 84 50 .627 -' },
  { name: 'a county before its score', source: 'Lowell: «Derbyshire» 471 declared' },
  { name: 'a newspaper by the noun before it', source: 'He told the newspaper «Granva» so.' },
  { name: 'a party that rules', source: 'Support for the ruling «Moderates» fell again.' },
  { name: 'nothing in a ruling that somebody made', source: 'It kept the ruling Harlan made.' },
  { name: 'a part of a broadcaster', source: 'This «TVX Films» drama was told of by «QRN News».' },
  { name: 'an agency by the noun behind it', source: 'It was said by «Tarsk» news agency.' },
  { name: 'a party, its last word small', source: 'He left the «Labour party» in May.' },
  { name: 'one party of two names', source: 'She leads the «Social Democratic and Labour Party».' },
  {
    name: 'a court without the day behind it',
    source: 'He came to the «Supreme Court» on Monday.',
  },
  {
    name: 'nothing in what small words spell',
    source: 'The artificial pancreas (AP) works. The AP is new.',
  },
  { name: 'a union by its members', source: 'The «Farmers’ Union of Lowell» met.' },
  { name: 'nothing in devices', source: 'The iPhone and the Galaxy S10 sold well.' },
  { name: 'nothing in a marked product', source: 'It uses RapidArc™ in May.' },
  {
    name: 'nothing in waters, temples and streets',
    source: 'The Mekong rose by Angkor Wat and Arden Boulevard.',
  },
  { name: 'nothing in an index', source: 'The Dow Jones industrial average rose.' },
  { name: 'nothing in headings of tables', source: 'NATIONAL LEAGUE STANDINGS' },
])('finds organisations by what stands beside them: $name', ({ source }) => {
  const { text, spans } = marked(source);

  expect(found(text, 'organisation')).toEqual(
    spans.map(({ start, end }) => text.slice(start, end)),
  );
});
