import { cpSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { serveForm } from './dataset-form';
import { readDatasetFolder } from './dataset-folder';
import type { FormAnswer } from './form-answer';
import { FORMS } from './form-fields';
import type { Known } from './form-inputs';
import { proposedKey, proposedLocal } from './form-proposals';
import { openDatasetFolder } from './open-dataset';

const HARBOUR = path.join(import.meta.dirname, '../../test/datasets/harbour');

describe('the form', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function open(folder: string): Promise<string> {
    const form = await serveForm(folder);
    ({ server } = form);
    return form.address;
  }

  test('writes the YAML that validates, and never writes over a file', async () => {
    const folder = harbour();
    const address = await open(folder);

    const written = await post(address, 'source', article());
    const again = await post(address, 'source', article());

    expect(written).toMatchObject({ status: 201, answer: { file: 'sources/gazette/third.yaml' } });
    expect(again).toMatchObject({
      status: 409,
      answer: {
        faults: [{ message: 'sources/gazette/third.yaml is there already; edit it as a file' }],
      },
    });
    expect((await readDatasetFolder(folder)).faults).toEqual([]);
    expect(
      (await openDatasetFolder(folder)).records.some(
        (record) => record.type === 'statement' && record.text === 'Yes: "no" boat - #1',
      ),
    ).toBe(true);
  });

  test('offers everything that can be pointed to, with its name', async () => {
    const address = await open(harbour());

    const known = (await (await fetch(`${address}keys`)).json()) as Known[];

    const labels = new Map(known.map(({ key, kind, label }) => [key, `${kind}: ${label}`]));
    expect(labels.get('person/xx/ada-marsh')).toBe('person: Ada Marsh');
    expect(labels.get('measure/xx/boats')).toMatch(/^measure: Boats .*\(boats\)$/u);
    expect(labels.get('source/gazette/harbour-open#open')).toBe(
      'statement: The harbour is open to every boat.',
    );
  });

  test('takes figures, links, persons with roles, and measures', async () => {
    const folder = harbour();
    const address = await open(folder);
    const review = { status: 'reviewed', by: '@ed-one, @ed-two', at: '2026-01' };

    const person = await post(address, 'entity', {
      fields: {
        key: 'person/xx/dee-sand',
        type: 'person',
        country: 'KH',
        wikidata: 'Q42',
        ...review,
      },
      parts: {
        names: [
          { text: 'Dee Sand', lang: 'en', kind: 'main' },
          { text: '', lang: '' },
        ],
        tenures: [
          {
            role: 'Pilot',
            org: 'org/xx/harbour-board',
            from: '2020',
            seenIn: 'source/gazette/harbour-open',
          },
        ],
      },
    });
    const measure = await post(address, 'measure', {
      fields: {
        key: 'measure/xx/oars',
        name: 'Oars',
        unit: 'oars',
        kind: 'stock',
        definition: 'Oars in\n  the harbour.',
        cues: 'oars, pairs of oars',
        ...review,
      },
      parts: {},
    });
    const source = await post(address, 'source', {
      ...article(),
      parts: {
        statements: [
          {
            ...statement(),
            about: 'topic/xx/fishing person/xx/dee-sand',
            rel: 'disputes',
            to: 'source/gazette/harbour-open#open',
            strength: 'partial',
            drawnBy: 'editor',
            note: 'Another boat.',
          },
        ],
        figures: [
          {
            local: 'oars',
            measure: 'measure/xx/oars',
            value: '12',
            period: '2024',
            quality: 'about',
          },
        ],
      },
    });

    expect([person, measure, source].map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(person.answer.text).toContain('tenures:\n  - role:\n      en: Pilot\n');
    expect(measure.answer.text).toContain('en: Oars in the harbour.\n');
    expect(measure.answer.text).toContain('- pairs of oars\n');
    expect(source.answer.text).toContain('- person/xx/dee-sand\n');
    expect(source.answer.text).toContain('value: "12"\n');
    expect((await readDatasetFolder(folder)).faults).toEqual([]);
  });

  test('says what is wrong by line and rule, and writes nothing', async () => {
    const folder = harbour();
    const address = await open(folder);

    const wrong = await post(address, 'source', article({ published: '2024-02-30' }));

    expect(wrong.status).toBe(422);
    expect(wrong.answer.faults).toMatchObject([
      {
        file: 'sources/gazette/third.yaml',
        rule: 'date',
        message: '"2024-02-30" is no day, month, year or interval',
      },
    ]);
    const [fault] = wrong.answer.faults ?? [];
    expect(wrong.answer.text?.split('\n')[(fault?.line ?? 0) - 1]).toBe('published: 2024-02-30');
    expect(existsSync(path.join(folder, 'sources/gazette/third.yaml'))).toBe(false);
  });

  test('refuses two parts of one short name, for one would take the place of the other', async () => {
    const address = await open(harbour());
    const parts = { statements: [statement(), { ...statement(), text: 'Other words' }] };

    const { status, answer } = await post(address, 'source', { ...article(), parts });

    expect(status).toBe(422);
    expect(answer.faults).toEqual([{ message: 'two parts have the short name "again"' }]);
  });

  test.for([
    ['source', 'source/../../etc/passwd'],
    ['source', 'source/a/../../b'],
    ['source', 'person/xx/some-one'],
    ['measure', 'source/gazette/x'],
    ['entity', '../../x'],
    ['entity', '/etc/passwd'],
    ['source', ''],
  ] as const)('as %s refuses the key %s', async ([kind, key]) => {
    const address = await open(harbour());

    expect((await post(address, kind, article({ key }))).status).toBe(400);
  });

  test.for<[string, string]>([
    ['no JSON', '{'],
    ['no answers', '[]'],
    ['numbers', JSON.stringify({ fields: { key: 5 }, parts: {} })],
    ['far too much', JSON.stringify({ fields: { key: 'x'.repeat(300_000) }, parts: {} })],
  ])('refuses %s', async ([, body]) => {
    const address = await open(harbour());

    const reply = await fetch(`${address}source`, { method: 'POST', body });

    expect(reply.status).toBe(400);
  });

  test('serves its scripts as a browser takes them, and no other file', async () => {
    const address = await open(harbour());

    const script = await (await fetch(`${address}form-inputs`)).text();
    const others = ['dataset-form', 'form-scripts', '../package.json', 'form-client.ts'];
    const statuses = await Promise.all(
      others.map(async (name) => (await fetch(new URL(name, address))).status),
    );

    expect(script).toContain('export function controlOf(field');
    expect(script).not.toMatch(/: Field|: Offers/u);
    expect(statuses.every((status) => status >= 403)).toBe(true);
  });

  test('answers nobody without its token, nor under another host name', async () => {
    const address = await open(harbour());
    const { origin, port, pathname } = new URL(address);

    const without = await fetch(`${origin}/`);
    const rebound = await new Promise<number | undefined>((resolve) => {
      request(
        { host: '127.0.0.1', port, path: pathname, headers: { host: 'evil.example' } },
        (reply) => resolve(reply.statusCode),
      ).end();
    });

    expect([without.status, rebound]).toEqual([403, 403]);
  });
});

describe('keys that the form proposes', () => {
  test.for<[string, string, string]>([
    [
      'a source',
      'source/phnompenhpost/2024-harbour-stays-open-says-minister',
      proposedKey('source', {
        publisher: 'publisher/kh/phnom-penh-post',
        published: '2024-03',
        title: 'Harbour stays open, says minister',
      }),
    ],
    [
      'a source without a date',
      'source/gazette/open',
      proposedKey('source', { publisher: 'publisher/gazette', published: 'XXXX', title: 'Open' }),
    ],
    [
      'a source without a title',
      '',
      proposedKey('source', { publisher: 'publisher/gazette', published: '2024' }),
    ],
    [
      'a person',
      'person/fr/adele-d-ile',
      proposedKey('entity', { type: 'person', country: 'FR' }, 'Adèle d-Île'),
    ],
    [
      'a body of no country',
      'org/intl/red-buoy',
      proposedKey('entity', { type: 'organisation' }, 'Red Buoy'),
    ],
    [
      'a name in letters that keys do not have',
      '',
      proposedKey('entity', { type: 'person', country: 'KH' }, 'សុខា'),
    ],
    [
      'a measure',
      'measure/kh/boats-on-record',
      proposedKey('measure', { place: 'place/kh', name: 'Boats on record' }),
    ],
    [
      'a statement',
      'no-boat-was-turned-away',
      proposedLocal({ text: '“No boat was turned away, ever”' }),
    ],
    ['a figure', 'boats-2023', proposedLocal({ measure: 'measure/xx/boats', period: '2023' })],
  ])('%s: %s', ([, expected, proposed]) => {
    expect(proposed).toBe(expected);
  });
});

test('every field has a name of its own in its form, and offers only kinds that there are', () => {
  const tables = FORMS.flatMap((form) => [form.fields, ...form.parts.map((part) => part.fields)]);
  const names = tables.map((fields) => fields.map(({ name }) => name));

  expect(names.map((each) => new Set(each).size)).toEqual(names.map((each) => each.length));
});

function harbour(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'form-'));
  cpSync(HARBOUR, folder, { recursive: true });
  expect(readFileSync(path.join(folder, 'dataset.yaml'), 'utf8')).toContain('id: harbour');
  return folder;
}

type Body = { readonly fields: object; readonly parts: object };

async function post(
  address: string,
  kind: string,
  body: Body,
): Promise<{ status: number; answer: FormAnswer }> {
  const reply = await fetch(`${address}${kind}`, { method: 'POST', body: JSON.stringify(body) });
  return { status: reply.status, answer: (await reply.json()) as FormAnswer };
}

function statement(): Record<string, string> {
  return {
    local: 'again',
    kind: 'quote',
    speaker: 'person/xx/bo-reed',
    text: 'Yes: "no" boat - #1',
    lang: 'en',
  };
}

function article(change: Record<string, string> = {}): Body {
  return {
    fields: {
      key: 'source/gazette/third',
      url: 'https://gazette.example/third',
      publisher: 'publisher/xx/harbour-gazette',
      title: 'A third article',
      lang: 'en',
      published: '2024-05-01',
      licence: 'quotation',
      status: 'reviewed',
      by: '@ed-one',
      at: '2026-01',
      ...change,
    },
    parts: { statements: [statement()] },
  };
}
