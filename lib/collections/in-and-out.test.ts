import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { libraries } from '@/test/support/libraries';
import { toAuthored } from './authored-out';
import { toCsv } from './csv';
import type { Item } from './item';
import { type Held, toLibraryFile } from './library-file';
import { toMarkdown } from './markdown';
import { readImport } from './read-import';
import { toCslJson, toRis } from './sources-out';
import { toWebAnnotations } from './web-annotation';

const NOW = 1_800_000_000_000;

test('gives back every one of 1,000 libraries from our own file exactly', () => {
  fc.assert(
    fc.property(libraries(8), (held) => {
      const read = readImport(toLibraryFile(held, NOW), NOW);

      expect(read).toEqual({ ok: true, value: { ...held, format: 'own' } });
    }),
    { numRuns: 1000 },
  );
});

test('gives back equal annotations from W3C JSON-LD, and keeps words, notes, tags and collections', () => {
  fc.assert(
    fc.property(libraries(6), (held) => {
      const out = toWebAnnotations(withoutFrozen(held));
      const read = readImport(out, NOW);

      expect(read).toMatchObject({ ok: true, value: { format: 'annotations' } });
      if (!read.ok) return;
      expect(JSON.parse(toWebAnnotations(read.value))).toEqual(JSON.parse(out));
      expect(read.value.items.map(essence)).toEqual(held.items.map(essence));
    }),
    { numRuns: 1000 },
  );
});

test('writes CSV in which no cell is a formula, and no cell is lost', () => {
  fc.assert(
    fc.property(libraries(6), (held) => {
      const csv = toCsv(held);

      const rows = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data;
      expect(csv.startsWith('\uFEFF')).toBe(true);
      expect(rows).toHaveLength(held.items.length + 1);
      expect(rows.flat().filter((cell) => /^\s*[=+\-@\t\r]/u.test(cell))).toEqual([]);
      expect(rows.slice(1).map((row) => row[7]?.replace(/^'/u, ''))).toEqual(
        held.items.map(({ note }) => note.replace(/^'/u, '')),
      );
    }),
    { numRuns: 300 },
  );
});

test('writes Markdown whose front matter any YAML reader takes, under names any disk bears', () => {
  fc.assert(
    fc.property(libraries(6), (held) => {
      const files = toMarkdown(held);

      for (const { name, text } of files) {
        expect(name).toMatch(/^[^\p{Cc}\\/:*?"<>|#^[\]]{1,100}\.md$/u);
        const front = parseYaml(text.split('\n---\n')[0]?.slice(4) ?? '') as { source: string };
        expect(front.source).toMatch(/^https:/u);
      }
      expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length);
    }),
    { numRuns: 300 },
  );
});

test.for([
  ['a/b: c?', 'a b c.md'],
  ['..', 'page.md'],
  ['CON', 'page CON.md'],
  ['ទំនប់ #1 [new]', 'ទំនប់ 1 new.md'],
  ['x'.repeat(300), `${'x'.repeat(80)}.md`],
] as const)('names the file of a page titled %j', ([title, name]) => {
  expect(toMarkdown({ items: [item({ title })], collections: [] })[0]?.name).toBe(name);
});

test('keeps markup of a page as words in Markdown', () => {
  const [file] = toMarkdown({ items: [item({ exact: '<b>[x](y)</b>' })], collections: [] });

  expect(file?.text).toContain(String.raw`> \<b\>\[x\](y)\</b\>`);
});

test('puts the link to the place and the records shown beside the words in Markdown', () => {
  const shown = { speaker: { name: 'Ben *Okoro*' }, text: 'It\nleaks', said: '2025-04-01' };
  const frozen = (url: string): unknown => ({
    kind: 'mention',
    by: [{ ...shown, ref: url, source: { url, publisher: 'The Post', published: '2025' } }],
    about: [],
  });
  const textWith = (url: string): string | undefined =>
    toMarkdown({
      items: [{ ...item({ exact: 'a-b, c' }), tags: ["it's 1"], frozen: frozen(url) } as Item],
      collections: [],
    })[0]?.text;

  expect(textWith('https://post.example/x')).toContain(
    String.raw`- Ben \*Okoro\*: It leaks ([The Post, 2025-04-01](<https://post.example/x>))`,
  );
  expect(textWith('javascript:alert(1)')).toContain('It leaks (The Post, 2025-04-01)');
  expect(textWith('x')).toContain(
    '#it-s-1\n\n[Saved 2027-01-15](<https://news.example/dam#:~:text=a%2Db%2C%20c>)',
  );
});

test('gives pages of one title names of their own, however many there are', () => {
  const titles = ['The dam', 'the dam', 'The dam 2', 'The dam', 'x'];
  const items = titles.map((title, index) => {
    const { target, ...rest } = item({ title });
    return { ...rest, target: { ...target, source: `https://news.example/${index}` } };
  });

  expect(toMarkdown({ items, collections: [] }).map(({ name }) => name)).toEqual([
    'The dam.md',
    'the dam 2.md',
    'The dam 2 2.md',
    'The dam 3.md',
    'x.md',
  ]);
});

test('names each page once for reference managers, with its date and notes', () => {
  const items = [item({ note: 'first' }), item({ note: 'second\nline' })];

  expect(JSON.parse(toCslJson(items))).toEqual([
    {
      id: 'https://news.example/dam',
      type: 'article-newspaper',
      title: 'The dam',
      'container-title': 'The Example',
      URL: 'https://news.example/dam',
      issued: { 'date-parts': [[2025, 3]] },
      accessed: { 'date-parts': [[2027, 1, 15]] },
      note: 'first\n\nsecond\nline',
    },
  ]);
  expect(toRis(items)).toBe(
    [
      'TY  - NEWS',
      'TI  - The dam',
      'T2  - The Example',
      'PY  - 2025',
      'DA  - 2025/03//',
      'UR  - https://news.example/dam',
      'Y2  - 2027/01/15/',
      'N1  - first',
      'N1  - second line',
      'ER  - ',
      '',
    ].join('\r\n'),
  );
});

test('makes a draft dataset of a collection that YAML readers take', () => {
  const files = toAuthored(
    { name: 'Dams: a "record"' },
    [item({ speaker: 'Ana Duarte', note: 'check\nthis' }), item({})],
    '2026-11-25',
  );

  const read = Object.fromEntries(
    files.map(({ name, text }) => [name, parseYaml(text) as unknown]),
  );
  expect(Object.keys(read)).toEqual([
    'dataset.yaml',
    'entities/ana-duarte.yaml',
    'entities/publisher-the-example.yaml',
    'sources/the-example/2025-the-dam.yaml',
  ]);
  expect(read['sources/the-example/2025-the-dam.yaml']).toMatchObject({
    key: 'source/the-example/2025-the-dam',
    published: '2025-03',
    review: { status: 'draft' },
    statements: { s1: { speaker: 'person/ana-duarte', text: 'the dam is safe' } },
  });
});

test('takes in an export of Hypothesis', () => {
  const file = {
    export_date: '2026-01-02T03:04:05Z',
    export_userid: 'acct:reader@hypothes.is',
    client_version: '1.2.3',
    annotations: [
      {
        id: 'abc_DEF-1',
        created: '2025-05-06T07:08:09.123456+00:00',
        updated: '2025-05-07T07:08:09.123456+00:00',
        uri: 'https://news.example/dam',
        text: 'See **this**.',
        tags: ['water', 'dams'],
        document: { title: ['The dam'] },
        target: [
          {
            source: 'https://news.example/dam',
            selector: [
              { type: 'RangeSelector', startContainer: '/p[1]', startOffset: 0 },
              { type: 'TextPositionSelector', start: 5, end: 20 },
              { type: 'TextQuoteSelector', exact: 'the dam is safe', prefix: 'a ', suffix: ' b' },
            ],
          },
        ],
      },
      {
        id: 'page-note',
        created: '2025-05-06T07:08:09Z',
        uri: 'https://news.example/x',
        text: 'n',
        tags: [],
        target: [{ source: 'https://news.example/x' }],
      },
    ],
  };

  const read = readImport(JSON.stringify(file), NOW);

  expect(read).toMatchObject({
    ok: true,
    value: {
      items: [
        {
          id: 'abc_DEF-1',
          kind: 'selection',
          note: 'See **this**.',
          tags: ['dams', 'water'],
          savedAt: Date.parse('2025-05-06T07:08:09.123Z'),
          target: { title: 'The dam', quote: { exact: 'the dam is safe' }, position: { start: 5 } },
        },
        { id: 'page-note', kind: 'page' },
      ],
    },
  });
});

test('takes in annotations in the other forms that W3C allows', () => {
  const file = [
    {
      id: 'https://anno.example/1',
      type: 'Annotation',
      body: 'a plain body',
      target: 'https://news.example/a',
    },
    {
      id: 'https://anno.example/2',
      type: 'Annotation',
      bodyValue: 'a body value',
      target: {
        source: 'https://news.example/b',
        selector: {
          type: 'FragmentSelector',
          value: 'x',
          refinedBy: { type: 'TextQuoteSelector', exact: 'words' },
        },
      },
    },
    {
      id: 'https://anno.example/3',
      type: 'Annotation',
      body: [{ type: 'TextualBody', value: '<b>x</b>', format: 'text/html' }],
      target: [{ id: 'https://news.example/c' }],
    },
  ];

  const read = readImport(JSON.stringify(file), NOW);

  expect(
    read.ok && read.value.items.map(({ note, target }) => [note, target.quote?.exact]),
  ).toEqual([
    ['a plain body', undefined],
    ['a body value', 'words'],
    ['<b>x</b>', undefined],
  ]);
});

test('takes in annotations without ids as so many, the same when they come again', () => {
  const file = ['one', 'two'].map((exact) => ({
    type: 'Annotation',
    body: `note ${exact}`,
    target: [
      {
        source: 'https://news.example/a',
        selector: { type: 'TextQuoteSelector', exact },
      },
    ],
  }));

  const [first, again] = [NOW, NOW + 5].map((now) => readImport(JSON.stringify(file), now));

  const idsOf = (read: typeof first): string[] =>
    read?.ok === true ? read.value.items.map(({ id }) => id) : [];
  expect(new Set(idsOf(first)).size).toBe(2);
  expect(idsOf(again)).toEqual(idsOf(first));
});

test('makes an item of each place that one annotation speaks of, and keeps what is no web page', () => {
  const file = {
    id: 'https://anno.example/1',
    type: 'Annotation',
    body: 'both',
    target: ['https://news.example/a', 'urn:x-pdf:0123456789abcdef'],
  };

  const read = readImport(JSON.stringify(file), NOW);

  expect(read.ok && read.value.items.map(({ id, target }) => [id, target.source])).toEqual([
    ['https://anno.example/1', 'https://news.example/a'],
    ['https://anno.example/1#2', 'urn:x-pdf:0123456789abcdef'],
  ]);
});

const ONE = JSON.parse(toLibraryFile({ items: [item({})], collections: [] }, NOW)) as {
  items: Record<string, unknown>[];
};
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

test.for([
  ['more than 50 MB', `{"items":"${' '.repeat(50_000_000)}"}`, { problem: 'too-large' }],
  [
    'a million items',
    `{"format":"on-record-library","version":1,"collections":[],"items":[${'0,'.repeat(1_000_000)}0]}`,
    { problem: 'too-many' },
  ],
  ['no JSON', '<html>', { problem: 'not-json' }],
  ['nothing', '', { problem: 'not-json' }],
  ['JSON of another kind', '{"a":1}', { problem: 'unknown-format' }],
  ['a newer version', '{"format":"on-record-library","version":2}', { problem: 'newer-version' }],
  [
    '__proto__',
    '{"format":"on-record-library","version":1,"__proto__":{"x":1}}',
    { problem: 'forbidden-key', where: '__proto__' },
  ],
  [
    '__proto__ in disguise',
    String.raw`{"items":[{"\u005f_proto__":1}]}`,
    { problem: 'forbidden-key', where: '__proto__' },
  ],
  ['endless depth', nested(100_000), { problem: 'too-deep' }],
  [
    'an address that runs',
    JSON.stringify({
      ...ONE,
      items: [{ ...ONE.items[0], target: { source: 'javascript:alert(1)', title: '' } }],
    }),
    { problem: 'malformed', where: 'items 1, target.source' },
  ],
  [
    'one bad item among good ones',
    JSON.stringify({ ...ONE, items: [ONE.items[0], { ...ONE.items[0], savedAt: 'now' }] }),
    { problem: 'malformed', where: 'items 2, savedAt' },
  ],
  [
    'a number too large',
    JSON.stringify({ ...ONE }).replace(`"savedAt":${NOW}`, '"savedAt":1e999'),
    { problem: 'malformed', where: 'items 1, savedAt' },
  ],
] as const)('refuses %s, and says why', ([, text, refusal]) => {
  expect(readImport(text, NOW)).toEqual({ ok: false, problem: refusal });
});

test('takes nothing of a foreign key, HTML or formula but its text', () => {
  const hostile = item({ note: '=cmd|x', exact: '<script>alert(1)</script>', title: '{{x}}' });
  const file = toLibraryFile(
    { items: [{ ...hostile, extra: { run: true } } as Item], collections: [] },
    NOW,
  );

  const read = readImport(file, NOW);

  expect(read.ok && read.value.items).toEqual([hostile]);
});

function withoutFrozen({ items, collections }: Held): Held {
  return {
    collections,
    items: items.map(({ frozen: _frozen, ...each }) => each),
  };
}

function essence({ id, kind, target, speaker, note, tags, savedAt }: Item): unknown {
  return { id, kind, target, speaker, note, tags, savedAt };
}

function item(facts: {
  readonly title?: string;
  readonly exact?: string;
  readonly note?: string;
  readonly speaker?: string;
}): Item {
  return {
    id: `i-${facts.note ?? ''}`,
    kind: 'claim',
    target: {
      source: 'https://news.example/dam',
      title: facts.title ?? 'The dam',
      publisher: 'The Example',
      published: '2025-03',
      quote: { exact: facts.exact ?? 'the dam is safe', prefix: '', suffix: '' },
    },
    ...(facts.speaker === undefined ? {} : { speaker: facts.speaker }),
    note: facts.note ?? '',
    tags: [],
    collections: [],
    savedAt: NOW,
    changedAt: NOW,
  };
}
