import { describe, expect, test } from 'vitest';
import { articleFromText } from '@/lib/article/article';
import type { Span } from '@/lib/article/span';
import { marked } from '@/test/support/marked';
import type { Mention, Quote } from './annotation';
import { findQuotes } from './quotes';

type Case = readonly [source: string, speaker: string, cue: string, type?: Quote['type']];

/** Content between « and », blocks parted by a line break, all by one speaker. */
function check([source, speaker, cue, type = 'indirect']: Case): void {
  const { text, spans } = marked(source);

  const quotes = findQuotes(articleFromText(text), []);

  expect(quotes.flatMap(({ segments }) => segments)).toEqual(spans);
  expect(words(text, quotes[0]?.source)).toBe(speaker);
  expect(words(text, quotes[0]?.cue)).toBe(cue);
  expect(quotes[0]?.type).toBe(type);
}

function words(text: string, spans: readonly Span[] = []): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
}

function mention(text: string, name: string, more: Partial<Mention> = {}): Mention {
  const start = text.indexOf(name);
  const span = { start, end: start + name.length };
  return { kind: 'mention', of: 'person', span, name, entities: [], ...more };
}

function names(text: string, mentions: readonly Mention[] = []): (string | undefined)[] {
  return findQuotes(articleFromText(text), mentions).map(({ speaker }) => speaker?.name);
}

describe('a direct quote', () => {
  test.for<Case>([
    ['«“The bridge is safe,”» Ann Lee said.', 'Ann Lee', 'said', 'direct'],
    ['«“The bridge is safe,”» said Ann Lee.', 'Ann Lee', 'said', 'direct'],
    ['«“Is the bridge safe?”» Ann Lee asked.', 'Ann Lee', 'asked', 'direct'],
    ['«“The bridge is safe!”» she shouted.', 'she', 'shouted', 'direct'],
    ['Ann Lee said, «“The bridge is safe.”»', 'Ann Lee', 'said', 'direct'],
    ['Ann Lee said: «“The bridge is safe.”»', 'Ann Lee', 'said:', 'direct'],
    ['«"The bridge is safe,"» Ann Lee said.', 'Ann Lee', 'said', 'direct'],
    ['«“The bridge is safe,"» Ann Lee said.', 'Ann Lee', 'said', 'direct'],
    ['«‘The bridge is safe,’» Ann Lee said.', 'Ann Lee', 'said', 'direct'],
    ['«“We checked. The bridge is safe,”» Lee said.', 'Lee', 'said', 'direct'],
    ['«“The bridge,”» Lee said, «“is safe.”»', 'Lee', 'said', 'direct'],
    ['«“The bridge is safe,”» Lee said. «“We checked it.”»', 'Lee', 'said', 'direct'],
    [
      '«“The bridge is safe,”» said Ann Lee, the mayor of Tull.',
      'Ann Lee, the mayor of Tull',
      'said',
      'direct',
    ],
    [
      '«“The bridge is safe,”» said Ann Lee, who built it.',
      'Ann Lee, who built it',
      'said',
      'direct',
    ],
    ['«“The bridge is safe,”» said Ann Lee in an interview.', 'Ann Lee', 'said', 'direct'],
    ['«“The bridge is safe,”» Lee told reporters.', 'Lee', 'told', 'direct'],
    ['«“The bridge is safe,”» Lee told the Tull Herald on Monday.', 'Lee', 'told', 'direct'],
    ['«“The bridge is safe,”» Lee wrote on her website.', 'Lee', 'wrote', 'direct'],
    ['«“The [old] bridge is safe … and new,”» Lee said.', 'Lee', 'said', 'direct'],
    ['«“He said ‘never’ to me,”» Lee said.', 'Lee', 'said', 'direct'],
    ['«“It’s the mayor’s bridge,”» Lee said.', 'Lee', 'said', 'direct'],
    ['Said Lee, «“The bridge is safe.”»', 'Lee', 'Said', 'direct'],
    ['Lee put it this way: «“The bridge is safe.”»', 'Lee', 'put it this way:', 'direct'],
    [
      '«“The bridge is safe,”» Lee said two days later, «“and we checked it well.”»',
      'Lee',
      'said',
      'direct',
    ],
    ['«“Who knows?”» Lee asked. «“Nobody checked it.”»', 'Lee', 'asked', 'direct'],
    ['«“The bridge is safe,”» Lee added quietly.', 'Lee', 'added quietly', 'direct'],
    ['«“The bridge is safe,”» Ann Lee, the mayor, said.', 'Ann Lee, the mayor', 'said', 'direct'],
    [
      '«“The bridge is safe,”» the ministry said in a statement.',
      'the ministry',
      'said in a statement',
      'direct',
    ],
  ])('%s', check);
});

describe('a quote over several paragraphs', () => {
  test.for<Case>([
    ['«“The bridge is safe.»\n«“We checked it,”» Lee said.', 'Lee', 'said', 'direct'],
    ['«“The bridge is safe,»\n«and we checked it,”» Lee said.', 'Lee', 'said', 'direct'],
    [
      '«“One thing is sure.»\n«“Two things are not.»\n«“The rest is open,”» Lee said.',
      'Lee',
      'said',
      'direct',
    ],
    ['Lee said:\n«“The bridge is safe.”»', 'Lee', 'said:', 'direct'],
    [
      '«“The bridge is safe,”» Lee said. «“We checked it.»\n«“Nobody needs to fear.”»',
      'Lee',
      'said',
      'direct',
    ],
    ['«“The bridge is old."»\n«“We checked it,”» Lee said.', 'Lee', 'said', 'direct'],
  ])('%s', check);
});

describe('a mixed quote', () => {
  test.for<Case>([
    ['Lee said «the bridge was “safe as a house”».', 'Lee', 'said', 'mixed'],
    ['Lee said «that the bridge “has courage”».', 'Lee', 'said', 'mixed'],
    ['Lee called «the plan “a bad joke”».', 'Lee', 'called', 'mixed'],
    ['«The bridge “is not safe,”» Lee said.', 'Lee', 'said', 'mixed'],
    ['Lee accused «the council of “hiding the truth”».', 'Lee', 'accused', 'mixed'],
    ['Lee said «Ry Sok “has done it because he can.”»', 'Lee', 'said', 'mixed'],
    ['The council said «it “strongly condemns” the plan».', 'The council', 'said', 'mixed'],
    ['Tull accused «its mayor, Ann Lee, of “hiding the truth.”»', 'Tull', 'accused', 'mixed'],
  ])('%s', check);
});

describe('an attributed statement', () => {
  test.for<Case>([
    ['Ann Lee said «that the bridge was safe».', 'Ann Lee', 'said'],
    ['Ann Lee said «the bridge was safe».', 'Ann Lee', 'said'],
    ['«The bridge was safe», Ann Lee said.', 'Ann Lee', 'said'],
    ['«The bridge was safe», said Ann Lee.', 'Ann Lee', 'said'],
    ['«The bridge», Lee said, «is safe».', 'Lee', 'said'],
    ['Lee told reporters «that the bridge was safe».', 'Lee', 'told'],
    ['Lee told them «the bridge was safe».', 'Lee', 'told'],
    ['Lee said on Monday «that the bridge was safe».', 'Lee', 'said'],
    ['Lee said in a statement «that the bridge was safe».', 'Lee', 'said in a statement'],
    ['Lee asked «whether the bridge was safe».', 'Lee', 'asked'],
    ['Lee explained «why the bridge was closed».', 'Lee', 'explained'],
    ['Lee warned «that the bridge was unsafe».', 'Lee', 'warned'],
    ['Lee denied «that the bridge was unsafe».', 'Lee', 'denied'],
    ['Lee claimed «the bridge was safe».', 'Lee', 'claimed'],
    ['Lee insisted «the bridge was safe».', 'Lee', 'insisted'],
    ['Lee believes «the bridge is safe».', 'Lee', 'believes'],
    ['Lee hopes «that the bridge will open».', 'Lee', 'hopes'],
    ['Lee argued «that, in some cases, bridges may fall».', 'Lee', 'argued'],
    ['Lee said, «in some cases, bridges may fall».', 'Lee', 'said'],
    ['Lee pointed out «that the bridge was old».', 'Lee', 'pointed out'],
    ['Lee announced «a new bridge».', 'Lee', 'announced'],
    ['Lee told the council «that it should act».', 'Lee', 'told'],
  ])('%s', check);
});

describe('a cue beyond "said"', () => {
  test.for<Case>([
    ['Lee accused «the council of lying».', 'Lee', 'accused'],
    ['Lee urged «the council to act».', 'Lee', 'urged'],
    ['Lee vowed «to fix the bridge».', 'Lee', 'vowed'],
    ['Lee refused «to comment».', 'Lee', 'refused'],
    ['Lee declined «to comment».', 'Lee', 'declined'],
    ['Lee called for «a new bridge».', 'Lee', 'called for'],
    ['Lee called on «the council to act».', 'Lee', 'called on'],
    ['Lee appealed to «the council to act».', 'Lee', 'appealed to'],
    ['Lee criticized «the plan».', 'Lee', 'criticized'],
    ['Lee supports «the plan».', 'Lee', 'supports'],
    ['Lee rejected «all accusations».', 'Lee', 'rejected'],
    ['Lee spoke about «the bridge».', 'Lee', 'spoke about'],
    ['Lee described «the plan as a mistake».', 'Lee', 'described'],
    ['«The bridge is safe», according to Lee.', 'Lee', 'according to'],
    ['According to Lee, «the bridge is safe».', 'Lee', 'According to'],
    [
      '«The bridge is safe», according to figures of the ministry.',
      'figures of the ministry',
      'according to',
    ],
    ['Lee went on to say «that the bridge was safe».', 'Lee', 'went on to say'],
    ['Lee is confident «that the bridge is safe».', 'Lee', 'is confident'],
    ['Lee is critical of «the plan».', 'Lee', 'is critical of'],
    ['«The plan» was criticized by Lee.', 'Lee', 'was criticized by'],
    ['Her claim «that the bridge is safe» came late.', 'Her', 'claim'],
    ['The warning «that the bridge may fall» came late.', '', 'warning'],
    ['«The council» is expected «to act».', '', 'is expected'],
    ['«The plan» seems «to fail».', '', 'seems'],
    ['As Lee put it, «“the bridge is old.”»', 'Lee', 'put it', 'direct'],
    ['«“The bridge is old,”» as Ann Lee put it in May.', 'Ann Lee', 'put it', 'direct'],
    ['«“The bridge is old,”» an angry Lee retaliated.', 'an angry Lee', 'retaliated', 'direct'],
  ])('%s', check);
});

describe('negation, helpers and hedges stay in the cue', () => {
  test.for<Case>([
    ['Lee did not say «whether the bridge was safe».', 'Lee', 'did not say'],
    ['Lee has repeatedly said «that the bridge was safe».', 'Lee', 'has repeatedly said'],
    ['Lee also said «that the bridge was safe».', 'Lee', 'also said'],
    ['Lee has never denied «that the bridge was unsafe».', 'Lee', 'has never denied'],
    ['Lee would not say «that the bridge was safe».', 'Lee', 'would not say'],
    ['Lee is telling voters «that the bridge is safe».', 'Lee', 'is telling'],
    ['Lee later said «the bridge was not safe».', 'Lee', 'later said'],
    ["Lee doesn't believe «that the bridge is safe».", 'Lee', "doesn't believe"],
    ['Lee said «the bridge may never open».', 'Lee', 'said'],
    ['Ann Lee, the mayor, never said «that it was late».', 'Ann Lee, the mayor', 'never said'],
    ['Lee would neither confirm nor deny «that he left».', 'Lee', 'would neither confirm nor deny'],
  ])('%s', check);
});

describe('the words of a source', () => {
  test.for<Case>([
    [
      'Interior Ministry spokesperson General Ry Sok said «it was late».',
      'Interior Ministry spokesperson General Ry Sok',
      'said',
    ],
    ['Ann Lee, the mayor of Tull, said «it was late».', 'Ann Lee, the mayor of Tull', 'said'],
    ['Ann Lee, who built the bridge, said «it was late».', 'Ann Lee, who built the bridge', 'said'],
    ['A spokesman for the council said «it was late».', 'A spokesman for the council', 'said'],
    ['People living near the bridge said «it was late».', 'People living near the bridge', 'said'],
    ['Rep. Ann Lee (Tull) said «it was late».', 'Rep. Ann Lee (Tull)', 'said'],
    ['But Lee said «it was late».', 'Lee', 'said'],
    ['Italy warned «that it was late».', 'Italy', 'warned'],
    ['Emily Ross said «it was late».', 'Emily Ross', 'said'],
    ['«“It is late,”» says retired teacher Ann Lee.', 'retired teacher Ann Lee', 'says', 'direct'],
    ['On Monday Lee said «it was late».', 'Lee', 'said'],
    ['In a letter, Lee said «it was late».', 'Lee', 'said'],
    ['Lee on Monday said «it was late».', 'Lee', 'said'],
    ['Lee this morning said «it was late».', 'Lee', 'said'],
    ['Lee, meanwhile, said «it was late».', 'Lee', 'said'],
    ['Some 42% say «it is late».', 'Some 42%', 'say'],
    ['Those surveyed said «it was late».', 'Those surveyed', 'said'],
    ['A woman who saw the fire said «it was late».', 'A woman who saw the fire', 'said'],
    ['The poll shows «that it is late».', 'The poll', 'shows'],
    [
      'The mayor of Tull and the council said «it was late».',
      'The mayor of Tull and the council',
      'said',
    ],
  ])('%s', check);
});

describe('where the narrator takes the word back', () => {
  test.for<Case>([
    ['Lee said «the bridge was safe», but nobody crossed it.', 'Lee', 'said'],
    ['Lee said «the bridge was safe»; nobody crossed it.', 'Lee', 'said'],
    ['While Lee said «the bridge was safe», nobody crossed it.', 'Lee', 'said'],
    ['«“The bridge is safe,”» Lee said, as people crossed it.', 'Lee', 'said', 'direct'],
  ])('%s', check);

  test('gives two statements to one speaker', () => {
    const text = 'Lee said the bridge was safe and added that it was new.';

    const quotes = findQuotes(articleFromText(text), []);

    expect(quotes.map(({ segments }) => words(text, segments))).toEqual([
      'the bridge was safe',
      'that it was new',
    ]);
    expect(quotes.map(({ source }) => words(text, source))).toEqual(['Lee', 'Lee']);
  });

  test('gives a statement behind a participle to the speaker of the sentence', () => {
    const text = 'Lee defended the plan, saying that it was new.';

    const quotes = findQuotes(articleFromText(text), []);

    expect(quotes.map(({ source }) => words(text, source))).toEqual(['Lee', 'Lee']);
    expect(words(text, quotes[1]?.segments)).toBe('that it was new');
  });
});

test.for([
  'The bridge opened in May.',
  'It was called off because of rain.',
  'The states share a border.',
  'The report has ten pages.',
  'A new plan for the old town was on the table.',
  'He walked to the “old” bridge.',
])('finds nothing in: %s', (text) => {
  const quotes = findQuotes(articleFromText(text), []);

  expect(quotes.filter(({ source }) => source.length > 0)).toEqual([]);
});

describe('a headline', () => {
  test.for([
    { title: 'Ann Lee: Bridge «opens» in May', speaker: 'Ann Lee', said: 'Bridge «opens» in May' },
    { title: 'Mayor says bridge is safe', speaker: 'Mayor', said: 'bridge is safe' },
    { title: 'Tull: Mayor says bridge is safe', speaker: 'Mayor', said: 'bridge is safe' },
    { title: '‘It is safe,’ says freed mayor', speaker: 'freed mayor', said: '‘It is safe,’' },
  ])('$title', ({ title, said, speaker }) => {
    const quotes = findQuotes(articleFromText('', { title }), []);

    expect(quotes.map(({ segments }) => words(title, segments))).toEqual([said]);
    expect(quotes[0]?.inTitle).toBe(true);
    expect(words(title, quotes[0]?.source)).toBe(speaker);
  });
});

test.for([
  'Analysis: Why bridges fall',
  'Opinion: Bridges fall too often',
  'Photos: A bridge falls',
])('takes a label for no speaker: %s', (title) => {
  expect(findQuotes(articleFromText('', { title }), [])).toEqual([]);
});

test('parts sentences behind a quotation whose last word is an abbreviation elsewhere', () => {
  const text = 'Lee said: “He is like me.” The plan is clear: that is all.';

  const [quote] = findQuotes(articleFromText(text), []);

  expect(words(text, quote?.segments)).toBe('“He is like me.”');
});

describe('the name of a speaker', () => {
  test('is that of the mention, with its role', () => {
    const text = 'Council spokesman Ry Sok said it was late.';
    const mentions = [
      mention(text, 'Council', { of: 'organisation' }),
      mention(text, 'Ry Sok', { role: 'Council spokesman' }),
    ];

    const [quote] = findQuotes(articleFromText(text), mentions);

    expect(quote?.speaker).toMatchObject({
      name: 'Ry Sok',
      of: 'person',
      role: 'Council spokesman',
    });
  });

  test('is the body’s where the body speaks, by its papers too', () => {
    const said = 'The Tull Council said it was late.';
    const papers = 'According to the Tull Council’s figures, it was late.';
    const body = { of: 'organisation' } as const;

    expect(names(said, [mention(said, 'Tull Council', body)])).toEqual(['Tull Council']);
    expect(names(papers, [mention(papers, 'Tull Council', body)])).toEqual(['Tull Council']);
  });

  test('is carried by pronouns', () => {
    const text = 'Ann Lee said it was late.\nShe said nobody came.\n“Nobody came,” she said.';

    expect(names(text, [mention(text, 'Ann Lee')])).toEqual(['Ann Lee', 'Ann Lee', 'Ann Lee']);
  });

  test('is made full from a short one', () => {
    const text = 'Ann Lee built it.\nLee said it was late.';

    expect(names(text, [mention(text, 'Ann Lee')])).toEqual(['Ann Lee']);
  });

  test('is read from the words where no mention covers them, without titles', () => {
    expect(names('President Ann Lee said it was late.')).toEqual(['Ann Lee']);
    expect(names('The Tull Council said it was late.')).toEqual(['Tull Council']);
    expect(names('Two witnesses said it was late.')).toEqual(['Two witnesses']);
  });

  test.for(['Officials', 'Police', 'Residents', 'China'])(
    'is no person’s where it is %s',
    (who) => {
      const [quote] = findQuotes(articleFromText(`${who} said it was late.`), []);

      expect(quote?.speaker).toMatchObject({ name: who, of: 'group' });
    },
  );

  test('is the antecedent’s of "who"', () => {
    const text = 'The award went to Ann Lee, who said it was late.';

    expect(names(text, [mention(text, 'Ann Lee')])).toEqual(['Ann Lee']);
  });

  test('of "the ministry" is the body named before', () => {
    const text = 'The Tull Council met.\nThe council said it was late.';

    expect(names(text, [mention(text, 'Tull Council', { of: 'organisation' })])).toEqual([
      'Tull Council',
    ]);
  });
});
