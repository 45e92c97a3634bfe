import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Rule } from '@/lib/dataset/fault';
import { type PlacedFault, readDatasetFolder, recordsOfFolder } from './dataset-folder';
import { main } from './main';

const HARBOUR = path.join(import.meta.dirname, '../../test/datasets/harbour');

/** A proposal that breaks one thing: in this file these words become those. */
type Broken = {
  readonly name: string;
  readonly file: string;
  readonly was: string;
  readonly is: string;
  readonly rule: Rule;
  /** Words of the line that must be named; the first changed line where left out. */
  readonly at?: string;
};

const OPEN = 'sources/harbour-open.yaml';
const LATER = 'sources/harbour-later.yaml';
const ADA = 'entities/ada-marsh.yaml';
const BOATS = 'measures/boats.yaml';

const PROPOSALS: readonly Broken[] = [
  {
    name: 'a key twice in one file',
    file: OPEN,
    was: 'lang: en\npublished',
    is: 'lang: en\nlang: en\npublished',
    rule: 'yaml',
    at: 'lang: en\npub',
  },
  {
    name: 'an anchor',
    file: ADA,
    was: 'summary: {en: Minister',
    is: 'summary: &s {en: Minister',
    rule: 'yaml',
  },
  {
    name: 'an alias',
    file: ADA,
    was: 'summary: {en: Minister for the harbour.}',
    is: 'summary: *s',
    rule: 'yaml',
  },
  { name: 'a tag', file: ADA, was: 'type: person', is: 'type: !!js/function person', rule: 'yaml' },
  {
    name: 'an unclosed quotation mark',
    file: OPEN,
    was: 'published: "2024-03-08"',
    is: 'published: "2024-03-08',
    rule: 'yaml',
    at: '',
  },
  {
    name: 'a field that is not known',
    file: OPEN,
    was: 'title: Harbour',
    is: 'headline: x\ntitle: Harbour',
    rule: 'schema',
    at: 'headline',
  },
  {
    name: 'a missing field',
    file: OPEN,
    was: 'title: Harbour stays open, says minister\n',
    is: '',
    rule: 'schema',
    at: 'key:',
  },
  {
    name: 'a number without quotation marks',
    file: OPEN,
    was: 'value: "412"',
    is: 'value: 412',
    rule: 'schema',
  },
  {
    name: 'a year without quotation marks',
    file: OPEN,
    was: 'period: "2023"',
    is: 'period: 2023',
    rule: 'schema',
  },
  {
    name: 'a number with a comma',
    file: OPEN,
    was: 'value: "412"',
    is: 'value: "4,120"',
    rule: 'schema',
  },
  {
    name: 'an address that is a script',
    file: OPEN,
    was: 'url: https://gazette.example/harbour-open',
    is: 'url: javascript:alert(1)',
    rule: 'schema',
  },
  {
    name: 'a licence that is not set',
    file: OPEN,
    was: 'licence: quotation',
    is: 'licence: CC-BY-NC-4.0',
    rule: 'schema',
  },
  {
    name: 'a relation that does not exist',
    file: OPEN,
    was: 'rel: disputes',
    is: 'rel: refutes',
    rule: 'schema',
  },
  {
    name: 'a key __proto__',
    file: OPEN,
    was: 'lang: en\npublished',
    is: 'lang: en\n__proto__: {x: y}\npublished',
    rule: 'schema',
    at: '__proto__',
  },
  { name: 'a file in no folder', file: 'notes.yaml', was: '', is: 'key: x', rule: 'place' },
  {
    name: 'no dataset.yaml that can be read',
    file: 'dataset.yaml',
    was: 'id: harbour',
    is: 'id: Harbour!',
    rule: 'schema',
  },
  {
    name: 'a key that stands elsewhere already',
    file: 'entities/bo-reed.yaml',
    was: 'key: person/xx/bo-reed',
    is: 'key: person/xx/ada-marsh',
    rule: 'key',
  },
  {
    name: 'a person filed as an organisation',
    file: ADA,
    was: 'key: person/xx/ada-marsh',
    is: 'key: org/xx/ada-marsh',
    rule: 'key',
  },
  {
    name: 'a former key that is in use',
    file: 'entities/bo-reed.yaml',
    was: '[person/xx/bob-reed]',
    is: '[org/xx/harbour-board]',
    rule: 'key',
    at: 'key: org',
  },
  {
    name: 'a speaker that does not exist',
    file: OPEN,
    was: 'speaker: person/xx/bo-reed',
    is: 'speaker: person/xx/nobody',
    rule: 'reference',
  },
  {
    name: 'a link to a statement that does not exist',
    file: OPEN,
    was: 'to: "#open"',
    is: 'to: "#opened"',
    rule: 'reference',
  },
  {
    name: "a link to another dataset's statement",
    file: OPEN,
    was: 'to: "#open"',
    is: 'to: "lighthouse:source/a/b#c"',
    rule: 'reference',
  },
  {
    name: 'a topic that speaks',
    file: OPEN,
    was: 'speaker: person/xx/bo-reed',
    is: 'speaker: topic/xx/fishing',
    rule: 'reference-kind',
  },
  {
    name: 'a person as publisher',
    file: OPEN,
    was: 'publisher: publisher/xx/harbour-gazette',
    is: 'publisher: person/xx/bo-reed',
    rule: 'reference-kind',
  },
  {
    name: 'a speaker who is a draft',
    file: 'entities/bo-reed.yaml',
    was: 'status: reviewed',
    is: 'status: draft',
    rule: 'draft',
    at: 'speaker: person/xx/bo-reed',
  },
  {
    name: 'a name that is not composed',
    file: ADA,
    was: 'text: Ada Marsh',
    is: 'text: A\u0301da Marsh',
    rule: 'characters',
  },
  {
    name: 'a name with a zero-width space',
    file: ADA,
    was: 'text: Ada Marsh',
    is: 'text: "Ada\u200B Marsh"',
    rule: 'characters',
  },
  {
    name: 'a name with a Cyrillic letter among Latin ones',
    file: ADA,
    was: 'text: Ada Marsh',
    is: 'text: Аda Marsh',
    rule: 'scripts',
  },
  {
    name: 'a name with two spaces',
    file: ADA,
    was: 'text: Ada Marsh',
    is: 'text: "Ada  Marsh"',
    rule: 'name',
  },
  {
    name: 'no main name',
    file: 'entities/bo-reed.yaml',
    was: 'lang: en}',
    is: 'lang: en, kind: alias}',
    rule: 'name',
  },
  {
    name: 'text that turns its direction',
    file: OPEN,
    was: 'text: The harbour is open',
    is: 'text: "The \u202Eharbour" #',
    rule: 'characters',
  },
  {
    name: 'markup in a text',
    file: OPEN,
    was: 'text: The harbour is',
    is: 'text: The <b>harbour</b> is',
    rule: 'markup',
  },
  {
    name: 'an HTML entity in a title',
    file: OPEN,
    was: 'title: Harbour stays',
    is: 'title: Harbour &amp; stays',
    rule: 'markup',
  },
  {
    name: 'a quote of 600 characters with one editor',
    file: OPEN,
    was: 'text: Small boats',
    is: `review: {status: reviewed, by: ["@ed-one"], at: "2026-01"}\n    text: ${'Small boats. '.repeat(46)}`,
    rule: 'quote-length',
    at: 'text: Small',
  },
  {
    name: 'a day that does not exist',
    file: OPEN,
    was: 'said: "2024-03-05"',
    is: 'said: "2023-02-29"',
    rule: 'date',
  },
  {
    name: 'a month 13',
    file: OPEN,
    was: 'published: "2024-03-08"',
    is: 'published: "2024-13"',
    rule: 'date',
  },
  {
    name: 'said after it was published',
    file: OPEN,
    was: 'said: "2024-03-05"',
    is: 'said: "2024-03-09"',
    rule: 'date-order',
  },
  {
    name: 'read before it was published',
    file: OPEN,
    was: 'accessed: "2026-01-02"',
    is: 'accessed: "2023"',
    rule: 'date-order',
  },
  {
    name: 'a tenure that ends before it begins',
    file: ADA,
    was: 'to: "2024-06"',
    is: 'to: "2018"',
    rule: 'date-order',
  },
  {
    name: 'an unknown date without a note',
    file: LATER,
    was: 'dateNote: The copy at hand carries no date.\n',
    is: '',
    rule: 'note',
    at: 'published: XXXX',
  },
  {
    name: 'an apparent tension without a note',
    file: LATER,
    was: ', note: It is not said of which months.',
    is: '',
    rule: 'note',
    at: 'strength: apparent',
  },
  {
    name: 'figures that are not comparable, and no word why',
    file: BOATS,
    was: 'measure: measure/xx/boats-moored, why',
    is: 'measure: measure/xx/boats, why',
    rule: 'note',
    at: '',
  },
  {
    name: "a contradiction of somebody else's words",
    file: LATER,
    was: 'to: "source/gazette/harbour-open#open"',
    is: 'to: "source/gazette/harbour-open#turned-away"',
    rule: 'same-speaker',
  },
  {
    name: 'a dispute with oneself',
    file: OPEN,
    was: 'speaker: person/xx/bo-reed',
    is: 'speaker: person/xx/ada-marsh',
    rule: 'other-speaker',
    at: 'rel: disputes',
  },
  {
    name: 'a denial that an editor draws',
    file: LATER,
    was: 'strength: explicit, by: speaker',
    is: 'strength: explicit, by: editor',
    rule: 'drawn-by',
  },
  {
    name: 'a contradiction that the publisher draws',
    file: LATER,
    was: 'apparent, by: editor',
    is: 'apparent, by: publisher',
    rule: 'drawn-by',
  },
  {
    name: 'a link to itself',
    file: OPEN,
    was: 'to: "#open"',
    is: 'to: "#turned-away"',
    rule: 'link',
  },
  {
    name: 'a figure that disputes a statement',
    file: OPEN,
    was: 'rel: notComparable, to: "source/gazette/harbour-later#moored"',
    is: 'rel: disputes, to: "#open"',
    rule: 'link',
  },
  {
    name: 'a strong contradiction of a statement without a date',
    file: LATER,
    was: 'strength: apparent, by: editor, note: It is not said of which months.',
    is: 'strength: direct, by: editor',
    rule: 'date',
    at: 'contradictsOwnEarlier',
  },
  {
    name: 'a range without ends',
    file: LATER,
    was: '    low: "370"\n',
    is: '',
    rule: 'figure',
    at: 'quality: range',
  },
  {
    name: 'a value outside its range',
    file: LATER,
    was: 'low: "370"',
    is: 'low: "385"',
    rule: 'figure',
    at: 'value: "380"',
  },
  {
    name: 'a newer figure of another measure',
    file: OPEN,
    was: 'rel: notComparable, to: "source/gazette/harbour-later#moored", strength: direct, by: editor',
    is: 'rel: supersedesFigure, to: "source/gazette/harbour-later#moored", strength: direct, by: publisher',
    rule: 'figure',
  },
  {
    name: 'no word on archives',
    file: OPEN,
    was: 'archives: [{service: none}]\n',
    is: '',
    rule: 'archives',
    at: 'key:',
  },
  {
    name: 'a telephone number',
    file: OPEN,
    was: 'capacity: Harbour minister',
    is: 'capacity: Harbour minister, +44 20 7946 0000',
    rule: 'private',
  },
  {
    name: 'an e-mail address',
    file: OPEN,
    was: 'text: Small boats',
    is: 'text: Write to bo@reed.example, small boats',
    rule: 'private',
  },
  {
    name: 'a person of fifteen',
    file: ADA,
    was: 'summary: {en: Minister',
    is: 'summary: {en: A 15-year-old minister',
    rule: 'minor',
  },
  {
    name: 'a contradiction that one editor signed',
    file: LATER,
    was: 'by: ["@ed-one", "@ed-two"], at: "2026-01"',
    is: 'by: ["@ed-one"], at: "2026-01"',
    rule: 'review',
    at: 'contradictsOwnEarlier',
  },
  {
    name: 'a verdict that one editor signed',
    file: 'verdicts/board-2024.yaml',
    was: '"@ed-one", "@ed-two"',
    is: '"@ed-one", "@ed-one"',
    rule: 'review',
    at: 'boats:',
  },
  {
    name: 'a review without a date',
    file: BOATS,
    was: ', at: "2026-01"',
    is: '',
    rule: 'review',
    at: 'key:',
  },
  {
    name: 'a person with more than readers take',
    file: ADA,
    was: '  - {text: Marsh, lang: en, kind: weak}',
    is: Array.from(
      { length: 59 },
      (_, at) => `  - {text: "${'Marsh '.repeat(32)}${at}", lang: en, kind: alias, match: never}`,
    ).join('\n'),
    rule: 'limit',
    at: 'key:',
  },
  {
    name: 'an imported measure that does not say by what',
    file: BOATS,
    was: 'status: reviewed, by: ["@ed-one"]',
    is: 'status: imported',
    rule: 'review',
    at: 'key:',
  },
  {
    name: 'a link that is said to be imported',
    file: OPEN,
    was: 'status: reviewed, by: ["@ed-one", "@ed-two"]',
    is: 'status: imported, via: "claimreview gazette"',
    rule: 'review',
    at: '- {rel: disputes',
  },
];

describe('the check of a proposal', () => {
  test('finds nothing wrong with the harbour', async () => {
    const read = await readDatasetFolder(HARBOUR);

    expect(read.faults).toEqual([]);
    expect(recordsOfFolder(read)?.length).toBeGreaterThan(10);
  });

  test.for(PROPOSALS)('refuses $name, and names file, line and rule', async (broken) => {
    const { faults, text } = await proposed(broken);

    expect(faults.filter(({ rule }) => rule === broken.rule)).toContainEqual(
      expect.objectContaining({ rule: broken.rule, line: expect.any(Number) as number }),
    );
    const lines = faults
      .filter(({ rule }) => rule === broken.rule)
      .map(({ line, file }) =>
        text(file)
          .slice(line - 1)
          .join('\n'),
      );
    const wanted = broken.at ?? broken.is.split('\n')[0] ?? '';
    expect(
      lines.some((line) =>
        line.slice(0, line.indexOf('\n', wanted.length) + 1 || undefined).includes(wanted),
      ),
    ).toBe(true);
    expect(faults.every(({ message }) => message.length > 5)).toBe(true);
  });

  test.for<[string, string, string[]]>([
    [
      'stands in it',
      'He said:\n“The harbour is open to\nevery boat.” Small boats were turned away all winter.',
      [],
    ],
    [
      'stands in it otherwise',
      'The harbour is open to most boats. Small boats were turned away all winter.',
      ['sources/harbour-open.yaml'],
    ],
  ])('given the text of a source, tells whether a quote %s', async ([, text, expected]) => {
    const texts = new Map([['source/gazette/harbour-open', text]]);

    const { faults } = await readDatasetFolder(HARBOUR, { texts });

    expect(faults.filter(({ rule }) => rule === 'quote-found').map(({ file }) => file)).toEqual(
      expected,
    );
  });

  test('prints one line a fault, as compilers do', async () => {
    const err: string[] = [];
    const folder = copyOf({
      name: '',
      file: OPEN,
      was: 'speaker: person/xx/bo-reed',
      is: 'speaker: person/xx/nobody',
      rule: 'reference',
    });

    const status = await main(['dataset', 'validate', folder], {
      lines: noLines(),
      out: () => {},
      err: (line) => err.push(line),
    });

    rmSync(folder, { recursive: true });
    expect(status).toBe(1);
    expect(err[0]).toBe(
      'sources/harbour-open.yaml:23: reference: there is no record person/xx/nobody',
    );
  });
});

async function proposed(
  broken: Broken,
): Promise<{ faults: readonly PlacedFault[]; text: (file: string) => string[] }> {
  const folder = copyOf(broken);
  const { faults } = await readDatasetFolder(folder);
  const texts = new Map(
    faults.map(({ file }) => [file, readFileSync(path.join(folder, file), 'utf8').split('\n')]),
  );
  rmSync(folder, { recursive: true });
  return { faults, text: (file) => texts.get(file) ?? [] };
}

function copyOf({ file, was, is }: Broken): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'proposal-'));
  cpSync(HARBOUR, folder, { recursive: true });
  const target = path.join(folder, file);
  const before = was === '' ? '' : readFileSync(target, 'utf8');
  if (!before.includes(was)) throw new Error(`${file} does not hold "${was}"`);
  writeFileSync(target, was === '' ? is : before.replace(was, is));
  return folder;
}

// oxlint-disable-next-line require-yield -- an input without lines
async function* noLines(): AsyncGenerator<string> {
  await Promise.resolve();
}
