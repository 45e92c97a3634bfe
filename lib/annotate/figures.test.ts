import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleFromText } from '@/lib/article/article';
import { marked } from '@/test/support/marked';
import type { Figure } from './annotation';
import { findFigures } from './figures';

type Row = readonly [
  source: string,
  ...values: (readonly [Figure['value'], unit: string, change?: string])[],
];

/** Marked sentences by phenomenon; each mark's value, unit and, where it matters, change. */
const ENGLISH: Readonly<Record<string, readonly Row[]>> = {
  'digits that count': [
    ['The ministry registered «495 NGOs».', [495, 'NGO']],
    ['There were «5,363 registered NGOs».', [5363, 'registered NGO']],
    ['«471 associations» and «495 NGOs» had registered.', [471, 'association'], [495, 'NGO']],
    ['The «28-nation» bloc agreed.', [28, 'nation']],
    ['Police counted «1,100 public housing properties».', [1100, 'public housing property']],
    ['It flew «40 cargo aircraft».', [40, 'cargo aircraft']],
    ['The map shows «12 Asian countries».', [12, 'Asian country']],
    ['They met «300 village chiefs» there.', [300, 'village chief']],
    ['It lent «14 buses» and «9 boxes».', [14, 'bus'], [9, 'box']],
    ['It treated «88 children» and «91 women».', [88, 'child'], [91, 'woman']],
  ],
  'groups parted by blanks': [
    ['There came «12 000 people».', [12_000, 'people']],
    ['There were «1 234 567 voters».', [1_234_567, 'voter']],
    ['In May 5 «363 farms» burned.', [363, 'farm']],
    ['In 2019 «471 farms» burned.', [471, 'farm']],
  ],
  'number words': [
    ['She found «two reports» of it.', [2, 'report']],
    ['«Twenty-five schools» closed.', [25, 'school']],
    ['«Two hundred and five farms» burned.', [205, 'farm']],
    ['«A hundred villagers» came.', [100, 'villager']],
    ['«A dozen lawyers» signed.', [12, 'lawyer']],
    ['«Four hundred thousand voters» stayed home.', [400_000, 'voter']],
    ['«Half a million homes» lost power.', [500_000, 'home']],
    ['«Ninety judges» resigned.', [90, 'judge']],
    ['«Two dozen boats» sank.', [24, 'boat']],
    ['«Nineteen parties» ran.', [19, 'party']],
    ['«Two and a half million people» live there.', [2.5e6, 'people']],
    ['It took «three and a half years».', [3.5, 'year']],
  ],
  magnitudes: [
    ['It has «8 billion people».', [8e9, 'people']],
    ['They caught «2.7m fish».', [2.7e6, 'fish']],
    ['«12.3m tonnes» of fuel.', [12.3e6, 'metric ton']],
    ['It sold «30 million shares».', [30e6, 'share']],
    ['It made «1.1 million cars».', [1.1e6, 'car']],
    ['«1.5 trillion cubic feet» remain.', [1.5e12, 'cubic foot']],
  ],
  money: [
    ['It cost «$4 billion».', [4e9, 'dollar']],
    ['It cost «$18.245 billion».', [18.245e9, 'dollar']],
    ['It paid «US$500,000».', [500_000, 'dollar']],
    ['It paid «US $50».', [50, 'dollar']],
    ['It paid «HK$3.7 billion».', [3.7e9, 'Hong Kong dollar']],
    ['It paid «£60,000».', [60_000, 'pound sterling']],
    ['It paid «€15».', [15, 'euro']],
    ['It paid «15 €».', [15, 'euro']],
    ['It paid «RM23.50».', [23.5, 'Malaysian ringgit']],
    ['It paid «USD10m».', [10e6, 'dollar']],
    ['It paid «$4.2b».', [4.2e9, 'dollar']],
    ['It paid «EUR50m».', [50e6, 'euro']],
    ['It paid «500,000 riel».', [500_000, 'Cambodian riel']],
    ['It paid «92 million yuan».', [92e6, 'Chinese yuan']],
    ['It paid «9.99 New Zealand dollars».', [9.99, 'New Zealand dollar']],
    ['It paid «1.23 billion shekels».', [1.23e9, 'shekel']],
    ['It paid «100 baht».', [100, 'Thai baht']],
    ['It paid «450,000 yen».', [450_000, 'Japanese yen']],
    ['It paid «₹2,00,000».', [200_000, 'Indian rupee']],
    ['It paid «34 cents».', [34, 'cent']],
    ['It paid «197 pence».', [197, 'penny']],
  ],
  'shares and parts': [
    ['It took «61%» of imports.', [61, 'percentage']],
    ['It took «60.94 per cent» of them.', [60.94, 'percentage']],
    ['It took «13 percent».', [13, 'percentage']],
    ['It has «one third of the seats».', [1 / 3, '% seats']],
    ['«Two-thirds of households» agree.', [2 / 3, '% households']],
    ['«A quarter of pupils» left.', [1 / 4, '% pupils']],
    ['«One in three Germans» rents.', [1 / 3, '% Germans']],
    ['«Nine out of ten farmers» agreed.', [0.9, '% farmers']],
    ['«One person in five» said so.', [0.2, '% person']],
    ['«Six deaths in 10» were avoidable.', [0.6, '% death']],
    ['«Two men» in «three cars» fled.', [2, 'man'], [3, 'car']],
    ['It killed «3 people» in «12 villages».', [3, 'people'], [12, 'village']],
    ['It saw «seven deaths» in a «24-hour» siege.', [7, 'death'], [24, 'hour']],
    ['«Three people» in «5 to 6 houses» fled.', [3, 'people'], [[5, 6], 'house']],
    ['«Half of the schools» closed.', [0.5, '% schools']],
    ['Use «1/2 cup» of oil.', [0.5, 'cup']],
    ['Use «½ teaspoon».', [0.5, 'teaspoon']],
  ],
  ranges: [
    ['They work «40 to 50 hours» there.', [[40, 50], 'hour']],
    ['It lasts «15-22 days».', [[15, 22], 'day']],
    ['It lasts «15–22 days».', [[15, 22], 'day']],
    ['Between «5% and 6%» of it.', [[5, 6], 'percentage']],
    ['It rose from «13.5 to 14.0 mm».', [[13.5, 14], 'millimetre']],
    ['It costs «$10 to $12».', [[10, 12], 'dollar']],
    ['It costs «$10-15 million».', [[10e6, 15e6], 'dollar']],
    ['There are «four to five thousand people».', [[4000, 5000], 'people']],
    ['Homes from «$750,000 to $1 million» sell.', [[750_000, 1e6], 'dollar']],
    ['It hires from «1000 to 2000 workers».', [[1000, 2000], 'worker']],
  ],
  bounds: [
    ['«More than 170 NGOs» took part.', [170, 'NGO', '>']],
    ['«At least 40 villages» flooded.', [40, 'village', '>']],
    ['«Over 100 clinics» opened.', [100, 'clinic', '>']],
    ['«Fewer than 20 trucks» passed.', [20, 'truck', '<']],
    ['«Up to 400 jobs» may go.', [400, 'job', '<']],
    ['«No more than 30 guests» may come.', [30, 'guest', '<']],
    ['«About 20 associations» did.', [20, 'association', '~']],
    ['«Nearly 70 teachers» did.', [70, 'teacher', '~']],
    ['«Roughly 30,000 workers» left.', [30_000, 'worker', '~']],
    ['«Around $50» is due.', [50, 'dollar', '~']],
    ['«Almost 12 per cent» agree.', [12, 'percentage', '~']],
    ['«100 litres or more» is banned.', [100, 'litre', '>']],
    ['Allowed were «100 litres or more»', [100, 'litre', '>']],
  ],
  change: [
    ['Prices rose «0.3%».', [0.3, 'percentage', 'up']],
    ['Prices rose by «0.3%».', [0.3, 'percentage', 'up']],
    ['Exports dropped «7%».', [7, 'percentage', 'down']],
    ['Imports were up «11.99 per cent».', [11.99, 'percentage', 'up']],
    ['Sales fell by «$19».', [19, 'dollar', 'down']],
    ['Shares climbed to «47.65 yuan».', [47.65, 'Chinese yuan', '=']],
    ['It added «125,600 positions».', [125_600, 'position', 'up']],
    ['The index lost «190 points».', [190, 'point', 'down']],
    ['It slowed by «0.4 percentage points».', [0.4, 'percentage point', 'down']],
    ['It was «8.2%» higher than before.', [8.2, 'percentage', 'up']],
    ['It rose «2.5 points», or «0.3 per cent».', [2.5, 'point', 'up'], [0.3, 'percentage', 'up']],
  ],
  'vague counts': [
    ['«Hundreds of cases» were seen.', [[100, 1000], 'case', '~']],
    ['«Dozens of people» fled.', [[12, 120], 'people', '~']],
    ['«Thousands of homes» flooded.', [[1000, 10_000], 'home', '~']],
    ['«Hundreds of thousands of refugees» fled.', [[100_000, 1e6], 'refugee', '~']],
    ['«Several hundred protesters» came.', [[200, 900], 'protester', '~']],
    ['«Tens of thousands of workers» left.', [[10_000, 100_000], 'worker', '~']],
  ],
  measures: [
    ['It runs «12 kilometres».', [12, 'kilometre']],
    ['It weighs «70kg».', [70, 'kilogram']],
    ['It holds «64GB».', [64, 'gigabyte']],
    ['It does «140 km/h».', [140, 'kilometre per hour']],
    ['It does «50 metres per second».', [50, 'metre per second']],
    ['It gives «35 GWh» there.', [35, 'gigawatt hour']],
    ['It gives «500 megawatts».', [500, 'megawatt']],
    ['It covers «311 square miles».', [311, 'square mile']],
    ['It covers «900 sq ft».', [900, 'square foot']],
    ['It covers «190 km2».', [190, 'square kilometre']],
    ['It covers «200 hectares».', [200, 'hectare']],
    ['It is «-5 degrees Celsius».', [-5, 'celsius']],
    ['It is «minus 387 Fahrenheit».', [-387, 'fahrenheit']],
    ['It has «30Mbps».', [30, 'megabit per second']],
    ['It makes «938 horsepower».', [938, 'horsepower']],
    ['It weighs «25 pounds».', [25, 'pound-mass']],
    ['It is «10 inches».', [10, 'inch']],
    ['It ran at «15 kHz» then.', [15, 'kilohertz']],
    ['It took «six months».', [6, 'month']],
    ['It pumps «52,000 barrels a day».', [52_000, 'barrel per day']],
  ],
  rates: [
    ['It pays «$40 a month».', [40, 'dollar per month']],
    ['It pays «$2.11 per gallon».', [2.11, 'dollar per gallon']],
    ['It pays «$1,271.20 an ounce».', [1271.2, 'dollar per ounce']],
    ['It spins «78,000 times a minute».', [78_000, 'count per minute']],
    ['It grew «15% per annum».', [15, 'percentage per year']],
    ['It counted «12 deaths per 1,000 births».', [12, 'death per 1000 birth']],
    ['It costs «20 cents per kilowatt hour».', [20, 'cent per kilowatt hour']],
    ['Every «10 minutes» a child dies.', [10, 'minute']],
  ],
  'parts of a whole': [
    ['It won «114» of the «125 seats».', [114, 'seat'], [125, 'seat']],
    ['«Nineteen» of its «33 members» left.', [19, 'member'], [33, 'member']],
    ['He won «12» out of «15 races».', [12, 'race'], [15, 'race']],
    ['«125» of the «114 seats» were won.', [125, '-'], [114, 'seat']],
  ],
  ratios: [
    ['The ratio of doctors to patients is «1 to 5,000».', [1 / 5000, 'ratio']],
    ['Women outnumber men by «three to one».', [3, 'ratio']],
    ['A «4-to-1» ratio was found.', [4, 'ratio']],
    ['They voted «three to one».'.replaceAll(/[«»]/gu, '')],
  ],
  'no quantity': [
    ['The P5+1 talks ended.'],
    ['It was founded in 2002.'],
    ['They met on 17 January 2018.'],
    ['They met on January 17 or 18.'],
    ['They met on April 13 to 16.'],
    ['They met at 9:35 PM.'],
    ['They met at 10.45pm.'],
    ['They met at 11 a.m. there.'],
    ['They won 2-1 at home.'],
    ['It ended 89-89.'],
    ['Call +855 12 345 678 now.'],
    ['See Article 5 of it.'],
    ['See Section 12.'],
    ['It was the 4th forum.'],
    ['In the 1970s it grew.'],
    ['He bought an iPhone 11 there.'],
    ['They lost Game 7.'],
    ['It fought COVID-19 well.'],
    ['The 2014-15 season ended.'],
    ['They helped one another.'],
    ['No one came.'],
    ['She lives at 123 Random Street there.'],
    ['Write to Cloud City, PA 23456 today.'],
  ],
};

const FRENCH: readonly Row[] = [
  ['Il y a «471 associations».', [471, 'association']],
  ['Il y a «12 500 écoles».', [12_500, 'école']],
  ['Soit «45,3 %» du total.', [45.3, 'percentage']],
  ['Soit «12 pour cent».', [12, 'percentage']],
  ['«Un habitant sur cinq» a voté.', [0.2, '% habitant']],
  ['«Deux agriculteurs sur trois» protestent.', [2 / 3, '% agriculteur']],
  ['«3 personnes sur 10» sans emploi.', [0.3, '% people']],
  ['«Une tour» sur «3 étages» brûle.', [1, 'tour'], [3, 'étage']],
  ['«5 matchs» sur «8 ans» ont suffi.', [5, 'match'], [8, 'year']],
  ['«Près de 1,5 million d’euros» manquent.', [1.5e6, 'euro', '~']],
  ['«Plus de 300 personnes» ont fui.', [300, 'people', '>']],
  ['«Une centaine de manifestants» sont venus.', [[90, 110], 'manifestant', '~']],
  ['«Vingt et un policiers» sont là.', [21, 'policier']],
  ['«Quatre-vingt-dix villages» ont brûlé.', [90, 'village']],
  ['«Soixante-dix juges» ont signé.', [70, 'juge']],
  ['Il a parcouru «40 kilomètres».', [40, 'kilometre']],
  ['Il a payé «2 000 riels».', [2000, 'Cambodian riel']],
  ['Il est né le 12 mars 2015.'],
  ['Il y a «deux millions et demi de personnes».', [2.5e6, 'people']],
  ['Elle a pris «114» des «125 sièges».', [114, 'siège'], [125, 'siège']],
  ['M. Sok, «34 ans», est venu.', [34, 'year of age']],
];

const KHMER: readonly Row[] = [
  ['មនុស្ស«ប្រមាណ ១២០នាក់»', [120, 'people', '~']],
  ['ចំណាយ «៥លានដុល្លារ»', [5e6, 'dollar']],
  ['ចំណាយ «៥០០ពាន់រៀល»', [500_000, 'Cambodian riel']],
  ['កើនឡើង «១១,៩៩ភាគរយ»', [11.99, 'percentage', 'up']],
  ['មាន«អង្គការ ៥.៣៦៣»', [5363, 'organisation']],
  ['មាន«ករណី ២០»', [20, 'case']],
  ['ផ្ទៃដី «១០០ហិកតា»', [100, 'hectare']],
  ['និង«ពីរពាន់នាក់»', [2000, 'people']],
  ['ក្នុងឆ្នាំ២០១៩'],
];

/** What was found, in the shape of a row; a change only where the row names one. */
function read(
  lang: string,
  [source, ...expected]: Row,
): { readonly found: unknown; readonly wanted: unknown } {
  const { text, spans } = marked(source);
  const figures = findFigures(articleFromText(text, { lang }));
  const found = figures.map(({ span, value, unit, change }, index) => [
    text.slice(span.start, span.end),
    value,
    unit,
    ...(expected[index]?.[2] === undefined ? [] : [change]),
  ]);
  return {
    found,
    wanted: spans.map(({ start, end }, index) => [
      text.slice(start, end),
      ...(expected[index] ?? []),
    ]),
  };
}

for (const [phenomenon, rows] of Object.entries(ENGLISH)) {
  test.for(rows)(`reads ${phenomenon}: %s`, (row) => {
    const { found, wanted } = read('en', row);

    expect(found).toEqual(wanted);
  });
}

test.for(FRENCH)('reads French: %s', (row) => {
  const { found, wanted } = read('fr', row);

  expect(found).toEqual(wanted);
});

test.for(KHMER)('reads Khmer: %s', (row) => {
  const { found, wanted } = read('km', row);

  expect(found).toEqual(wanted);
});

test.for([
  ['«Hundreds of cases» of intimidation were seen.'],
  ['Forums are held every «six months».'],
  ['It failed in the last «three years».'],
  ['«61%» of imports came from there.'],
  ['They registered «471 associations» and «495 NGOs».'],
  ['The death toll climbed to «57».'],
  ['The population is «16.5 million».'],
  ['The number of workers rose «from 640 to 700».'.replace('«from ', 'from «')],
])('takes for statistics: %s', ([source = '']) => {
  const { text, spans } = marked(source);

  const found = findFigures(articleFromText(text)).filter(({ statistic }) => statistic);

  expect(found.map(({ span }) => span)).toEqual(spans);
});

test.for([
  'The two sides met.',
  'He is 45 years old.',
  'Maddon, 66, spoke.',
  'A one-day meeting.',
  'One of the most prominent groups came.',
  'The screen has 6.1 inches.',
  'It scored 3 goals.',
  'Ten minutes later it ended.',
  'A four-star hotel opened.',
  'He served two terms.',
  'The number of the house, 57, was worn away.',
])('takes for no statistic: %s', (text) => {
  expect(findFigures(articleFromText(text)).filter(({ statistic }) => statistic)).toEqual([]);
});

test('gives the period of a figure', () => {
  const [figure] = findFigures(
    articleFromText('There were 5,363 registered NGOs as of last year.'),
  );

  expect(figure).toMatchObject({ period: 'as of last year', of: ['registered', 'NGOs'] });
});

test.for([
  ['Between January and June, 40 schools closed.', 'Between January and June'],
  ['The number of jobs rose from 640 to 700 between 2015 and 2018.', 'between 2015 and 2018'],
  ['Over the past decade, 40 schools closed.', 'Over the past decade'],
  ['In the first six months of 2019, 40 schools closed.', 'In the first six months of 2019'],
  ['The wage will be $190 a month next year.', 'next year'],
  ['Some 40 people may gather.', undefined],
  ['The 23-year-old law covers 40 schools.', undefined],
  ['He paid 4 million riel and got 18 months.', undefined],
] as const)('reads when a figure was so: %s', ([text, period]) => {
  const figure = findFigures(articleFromText(text)).findLast(({ statistic }) => statistic);

  expect(figure?.period).toBe(period);
});

test.for([
  ['Rice exports were up 12 per cent from the same period last year.', ['exports', 'Rice']],
  ['Exports fell to $2.3 billion, down from $2.9 billion.', ['Exports']],
] as const)('tells what is counted, not another amount: %s', ([text, of]) => {
  const figure = findFigures(articleFromText(text)).at(-1);

  expect(figure?.of).toEqual(of);
});

test.for([
  ['Ana Ruiz said 40 schools closed.', 'Ana Ruiz'],
  ['Some 40 schools closed, according to the Harbour Bank.', 'Harbour Bank'],
  ['She said 40 schools closed.', undefined],
  ['Ana Ruiz said so. Then 40 schools closed.', undefined],
] as const)('names who gives a figure only where the sentence does: %s', ([text, name]) => {
  const [figure] = findFigures(articleFromText(text));

  expect(figure?.speaker?.name).toBe(name);
});

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      '1',
      '1,',
      '$',
      'million ',
      '-',
      ' to ',
      'of ',
      '½',
      '៥',
      'ពាន់',
      '%',
      "d'",
      '.',
      ' and ',
      'from ',
      'a ',
      '12 ',
      'NGOs ',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
  { maxLength: 60 },
);

test.for(['en', 'fr', 'km'])(
  'keeps figures inside the text, in order and apart, in any text (%s)',
  (lang) => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const { span } of findFigures(articleFromText(text, { lang }))) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  },
);

test.for([
  '1,',
  'million ',
  '1 ',
  '$',
  '1-',
  'one and ',
  "l'",
  'a.',
  'of ',
  'NGOs ',
  '៥',
  'from 1 to ',
  '\u0301',
  '\u202E1',
])('gets through a megabyte of «%s»', (piece) => {
  const text = piece.repeat(Math.ceil(1e6 / piece.length));

  const found = findFigures(articleFromText(text));

  expect(found.every(({ span }) => span.end <= text.length)).toBe(true);
});
