import { expect, test } from 'vitest';
import type { LoadedDataset } from '@/lib/context/memory-shelf';
import type { AmongStatements, Shelf } from '@/lib/context/shelf';
import type { PublishedRecord } from '@/lib/record/record';
import { qualifiedRef } from '@/lib/record/qualify';
import type { Id, Ref } from '@/lib/record/ref';
import {
  entityId,
  figure,
  idOf,
  link,
  measure,
  person,
  publisher,
  source,
  statement,
  topic,
  verdict,
  withdrawal,
} from './records';

/**
 * What every shelf must do, whatever it reads from. Call it inside a test file with a function that
 * opens a shelf over these datasets.
 */
export function shelfContract(open: (datasets: readonly LoadedDataset[]) => Promise<Shelf>): void {
  test('gives records in the order asked and leaves out those unknown', async () => {
    const shelf = await open([HARBOUR]);

    const statements = await shelf.statements([
      own('s', 'closed'),
      own('s', 'nowhere'),
      own('s', 'open'),
    ]);
    const people = await shelf.entities([entity('Bo Reed'), entity('Ada Marsh')]);
    const sources = await shelf.sources([own('o', 'report')]);

    expect(statements.map(({ ref }) => ref)).toEqual([own('s', 'closed'), own('s', 'open')]);
    expect(people.map(({ names }) => names[0]?.text)).toEqual(['Bo Reed', 'Ada Marsh']);
    expect(sources.map(({ url }) => url)).toEqual(['https://news.example/report']);
  });

  test('qualifies every reference inside a record', async () => {
    const shelf = await open([HARBOUR]);

    const [record] = await shelf.statements([own('s', 'open')]);

    expect(record).toMatchObject({
      speaker: entity('Ada Marsh'),
      about: [entity('harbour')],
      source: own('o', 'report'),
      figures: [own('f', 'boats 2024')],
    });
  });

  test('lists statements by speaker, subject and document', async () => {
    const shelf = await open([HARBOUR]);

    const by = await shelf.statementsBy(entity('Ada Marsh'));
    const about = await shelf.statementsAbout(entity('harbour'));
    const inReport = await shelf.statementsIn(own('o', 'report'));

    expect(refs(by)).toEqual(sorted([own('s', 'open'), own('s', 'licences')]));
    expect(refs(about)).toEqual(sorted([own('s', 'open'), own('s', 'closed')]));
    expect(refs(inReport)).toEqual(
      sorted([own('s', 'open'), own('s', 'closed'), own('s', 'licences')]),
    );
  });

  test('lists links from and to a record, and its verdicts', async () => {
    const shelf = await open([HARBOUR]);

    const from = await shelf.linksOf(own('s', 'closed'));
    const to = await shelf.linksOf(own('s', 'open'));
    const verdicts = await shelf.verdictsOf(own('s', 'open'));

    expect(from).toEqual(to);
    expect(to).toMatchObject([{ rel: 'disputes', from: own('s', 'closed'), to: own('s', 'open') }]);
    expect(verdicts).toMatchObject([
      { label: 'Half right', reviewer: entity('Lighthouse Checks') },
    ]);
  });

  test('finds measures by whole cue words in any case, the longest cue first', async () => {
    const shelf = await open([HARBOUR]);

    const cued = await shelf.measuresCued('There are 12 Fishing Boats in the harbour.');
    const none = await shelf.measuresCued('There are 12 fishing boatsheds.');

    expect(cued).toEqual([own('m', 'fishing boats'), own('m', 'boats')]);
    expect(none).toEqual([]);
  });

  test('lists the values of a measure', async () => {
    const shelf = await open([HARBOUR]);

    const values = await shelf.figuresOf(own('m', 'fishing boats'));
    const asked = await shelf.figures([own('f', 'boats 2024')]);

    expect(values).toEqual(asked);
    expect(asked).toMatchObject([
      { value: '12', period: '2024', measure: own('m', 'fishing boats') },
    ]);
  });

  test('proposes statements by their words, the nearest first, no more than asked', async () => {
    const shelf = await open([HARBOUR]);

    const found = await shelf.similar('The harbour, she said, is open to all boats', 5);
    const one = await shelf.similar('The harbour, she said, is open to all boats', 1);

    expect(found[0]?.statement).toBe(own('s', 'open'));
    expect(one).toHaveLength(1);
    expect(await shelf.similar('vineyards of the moon', 5)).toEqual([]);
  });

  test('finds by words among those of a speaker, or those on a subject first', async () => {
    const shelf = await open([HARBOUR]);
    const words = 'The harbour is closed to small boats.';
    const of = async (among: AmongStatements): Promise<Ref[]> =>
      (await shelf.similar(words, 5, among)).map(({ statement: ref }) => ref);

    expect(await of({ only: [['by', entity('Ada Marsh')]] })).toEqual([own('s', 'open')]);
    expect(await of({ only: [['about', entity('licences')]] })).toEqual([]);
    expect((await of({ first: [['about', entity('licences')]] }))[0]).toBe(own('s', 'licences'));
    expect(
      await of({
        only: [['by', entity('Ada Marsh')]],
        first: [['about', entity('licences')]],
      }),
    ).toEqual([own('s', 'licences'), own('s', 'open')]);
  });

  test('tells how many words are shared', async () => {
    const shelf = await open([HARBOUR]);

    const [same, near] = await shelf.similar('The harbour is closed to small boats.', 5);

    expect(same).toMatchObject({ inSmaller: 1, inLarger: 1, isFirst: false });
    expect(near).toMatchObject({ statement: own('s', 'open'), isFirst: false });
    expect(near?.shared).toBeLessThan(same?.shared ?? 0);
  });

  test('never gives a withdrawn record, nor what hangs on it', async () => {
    const shelf = await open([including(HARBOUR, withdrawal(idOf('statement', 'closed')))]);

    expect(await shelf.statements([own('s', 'closed')])).toEqual([]);
    expect(refs(await shelf.statementsAbout(entity('harbour')))).toEqual([own('s', 'open')]);
    expect(await shelf.linksOf(own('s', 'open'))).toEqual([]);
    const similar = await shelf.similar('The harbour is closed to small boats.', 5);
    expect(similar.map(({ statement: of }) => of)).not.toContain(own('s', 'closed'));
  });

  test('keeps datasets apart: a link reaches across, a withdrawal does not', async () => {
    const across: PublishedRecord[] = [
      publisher('Harbour Gazette'),
      person('Cy Holm'),
      source('answer'),
      statement('answer', { by: 'Cy Holm', from: 'answer', text: 'Small boats were turned away.' }),
      {
        ...link('answer', 'respondsTo', { to: 'open' }),
        to: own('s', 'open'),
      } as PublishedRecord,
      { ...withdrawal(idOf('statement', 'closed')), of: own('s', 'closed') } as PublishedRecord,
    ];
    const shelf = await open([HARBOUR, labelled('answers', across)]);

    const links = await shelf.linksOf(own('s', 'open'));

    expect(links.map(({ rel }) => rel).toSorted()).toEqual(['disputes', 'respondsTo']);
    expect(await shelf.statements([own('s', 'closed')])).toHaveLength(1);
    expect((await shelf.datasets()).map(({ id }) => id).toSorted()).toEqual(['answers', 'harbour']);
  });
}

const HARBOUR: LoadedDataset = labelled('harbour', [
  publisher('Harbour Gazette'),
  publisher('Lighthouse Checks'),
  person('Ada Marsh'),
  person('Bo Reed'),
  topic('harbour'),
  topic('licences'),
  source('report'),
  measure('fishing boats'),
  measure('boats'),
  figure('boats 2024', { of: 'fishing boats', value: '12' }),
  statement('open', {
    by: 'Ada Marsh',
    about: [entityId('harbour')],
    text: 'The harbour is open to all boats.',
    figures: [idOf('figure', 'boats 2024')],
  }),
  statement('closed', {
    by: 'Bo Reed',
    about: [entityId('harbour')],
    text: 'The harbour is closed to small boats.',
  }),
  statement('licences', {
    by: 'Ada Marsh',
    about: [entityId('licences')],
    text: 'No licence has been refused this year.',
  }),
  link('closed', 'disputes', { to: 'open' }),
  verdict('open', { reviewer: entityId('Lighthouse Checks') }),
]);

function labelled(id: string, records: readonly PublishedRecord[]): LoadedDataset {
  return { label: { id, title: id, edition: 1 }, records };
}

function including(dataset: LoadedDataset, record: PublishedRecord): LoadedDataset {
  return { ...dataset, records: [...dataset.records, record] };
}

const TYPES = { s: 'statement', o: 'source', f: 'figure', m: 'measure' } as const;

function own(type: keyof typeof TYPES, key: string): Ref {
  return qualifiedRef(idOf(TYPES[type], key), 'harbour');
}

function entity(name: string): Ref {
  return qualifiedRef(entityId(name), 'harbour');
}

function refs(records: readonly { readonly ref: Ref }[]): Ref[] {
  return sorted(records.map(({ ref }) => ref));
}

function sorted(of: readonly (Id | Ref)[]): Ref[] {
  return of.map((ref) => qualifiedRef(ref, 'harbour')).toSorted();
}
