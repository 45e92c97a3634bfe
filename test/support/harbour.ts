import type { Figure, Mention, Quote } from '@/lib/annotate/annotation';
import type { Desk, PageWords } from '@/lib/context/desk';
import { type LoadedDataset, memoryShelf } from '@/lib/context/memory-shelf';
import { qualifiedRef } from '@/lib/record/qualify';
import type { PublishedRecord } from '@/lib/record/record';
import type { Ref } from '@/lib/record/ref';
import { marked } from './marked';
import {
  entityId,
  figure,
  idOf,
  link,
  measure,
  organisation,
  person,
  publisher,
  source,
  statement,
  topic,
} from './records';

/** An invented dispute over fishing licences: who said what when, in two invented datasets. */

const LICENCES = [entityId('fishing licences')];
const BOATS = [entityId('fishing licences'), entityId('Harbour Board')];

const TALKS: readonly PublishedRecord[] = [
  publisher('Harbour Gazette'),
  publisher('Coast Courier'),
  topic('fishing licences'),
  topic('ferry fares'),
  organisation('Harbour Board', { country: 'IS' }),
  organisation('Boat Union'),
  person('Ada Marsh', {
    tenures: [
      {
        role: { en: 'Minister of Fisheries' },
        org: entityId('Harbour Board'),
        from: '2023-01',
        to: '2024-06',
      },
      { role: { en: 'Mayor of Easthaven' }, from: '2024-07' },
    ],
  }),
  person('Bo Reed', { tenures: [{ role: { en: 'spokesman' }, org: entityId('Boat Union') }] }),
  person('Cy Holm'),
  source('2023-answer', { published: '2023-06-01' }),
  source('2024-speech', { published: '2024-05-01', title: 'Minister defends licences' }),
  source('2024-reprint', { published: '2024-05-03', publisher: entityId('Coast Courier') }),
  source('2025-later', { published: '2025-02-01' }),
  statement('none refused', {
    by: 'Ada Marsh',
    about: LICENCES,
    from: '2024-speech',
    text: 'No fishing licence was refused in the northern harbours last winter',
    said: '2024-04-30',
    capacity: 'Minister of Fisheries',
  }),
  statement('none refused, reprinted', {
    by: 'Ada Marsh',
    about: LICENCES,
    from: '2024-reprint',
    text: 'No fishing licence was refused in the northern harbours last winter',
    said: '2024-04-30',
  }),
  statement('hundreds refused', {
    by: 'Bo Reed',
    about: LICENCES,
    from: '2024-speech',
    text: 'Our members had hundreds of applications turned down',
    said: '2024-05-01',
    figures: [idOf('figure', 'refusals by union')],
  }),
  statement('hundreds refused, reprinted', {
    by: 'Bo Reed',
    about: LICENCES,
    from: '2024-reprint',
    text: 'Our members had hundreds of applications turned down',
    said: '2024-05-01',
  }),
  statement('some refused', {
    by: 'Ada Marsh',
    about: LICENCES,
    from: '2023-answer',
    text: 'A few applications were turned down for want of papers',
    said: '2023-05-30',
  }),
  statement('rules eased', {
    by: 'Ada Marsh',
    about: LICENCES,
    from: '2025-later',
    text: 'We eased the rules for licences after the complaints',
    said: '2025-01-31',
  }),
  statement('fares', {
    by: 'Ada Marsh',
    about: [entityId('ferry fares')],
    from: '2023-answer',
    text: 'Ferry fares will stay as they are until spring',
    said: '2023-05-30',
  }),
  statement('refused in the north', {
    by: 'Cy Holm',
    about: BOATS,
    from: '2023-answer',
    text: 'Fishing licences were refused in the northern harbours every single week',
    said: '2023-05-31',
  }),
  link('hundreds refused', 'disputes', {
    to: 'none refused',
    strength: 'explicit',
    by: 'publisher',
  }),
  link('hundreds refused, reprinted', 'disputes', { to: 'none refused, reprinted' }),
  link('none refused', 'contradictsOwnEarlier', { to: 'some refused', strength: 'apparent' }),
  measure('refusals', {
    name: { en: 'Refused licences, by the ministry' },
    unit: 'licences',
    cues: { en: ['licences refused', 'refused licences'] },
    notComparableWith: [
      { measure: idOf('measure', 'complaints'), why: { en: 'Complaints are not refusals.' } },
    ],
  }),
  measure('complaints', {
    name: { en: 'Complaints' },
    unit: 'complaints',
    cues: { en: ['complaints'] },
  }),
  measure('refusals by union', {
    name: { en: 'Refusals, by the union' },
    unit: 'applications',
    cues: { en: [] },
  }),
  figure('refusals 2022', { of: 'refusals', value: '40', period: '2022', from: '2023-answer' }),
  figure('refusals 2023', { of: 'refusals', value: '12', period: '2023', from: '2024-speech' }),
  figure('complaints 2023', {
    of: 'complaints',
    value: '170',
    period: '2023',
    from: '2024-speech',
  }),
  figure('refusals by union', {
    of: 'refusals by union',
    value: '200',
    quality: 'at-least',
    from: '2024-speech',
  }),
];

const ANSWERS: readonly PublishedRecord[] = [
  publisher('Tide Watch'),
  person('Di Stone'),
  source('2024-watch', { publisher: entityId('Tide Watch'), published: '2024-05-02' }),
  statement('we counted', {
    by: 'Di Stone',
    about: [],
    from: '2024-watch',
    text: 'We counted three hundred refusals on the quays ourselves',
    said: '2024-05-02',
  }),
  link('we counted', 'disputes', { to: harbourRef('statement', 'none refused') }),
];

export const DATASETS: readonly LoadedDataset[] = [
  { label: { id: 'harbour', title: 'Harbour talk', edition: 3 }, records: TALKS },
  { label: { id: 'watch', title: 'Tide Watch', edition: 1 }, records: ANSWERS },
];

/** The reference of a record of the first dataset, by its type and key. */
export function harbourRef(type: string, key: string): Ref {
  return qualifiedRef(idOf(type, key), 'harbour');
}

/** The reference of a person, organisation or topic of the first dataset. */
export function harbourEntity(name: string): Ref {
  return qualifiedRef(entityId(name), 'harbour');
}

export function deskOver(
  datasets: readonly LoadedDataset[] = DATASETS,
  more: Partial<Desk> = {},
): Desk {
  return { shelf: memoryShelf(datasets), mutes: [], now: Date.UTC(2026, 0), ...more };
}

export function pageOf(text: string, more: Partial<PageWords> = {}): PageWords {
  return { title: '', lang: 'en', published: '2024-05-10', text, ...more };
}

/** A quote whose content stands between « and ». */
export function quoteIn(
  text: string,
  speaker?: string,
): { readonly quote: Quote; readonly page: PageWords } {
  const { text: plain, spans } = marked(text);
  return {
    quote: {
      kind: 'quote',
      type: 'direct',
      segments: spans,
      source: [],
      cue: [],
      ...(speaker !== undefined && {
        speaker: { name: speaker, of: 'person', entities: [harbourEntity(speaker)] },
      }),
    },
    page: pageOf(plain),
  };
}

/** A figure between « and ». */
export function figureIn(
  text: string,
  given: Pick<Figure, 'value' | 'unit'> & Partial<Figure>,
): { readonly figure: Figure; readonly page: PageWords } {
  const { text: plain, spans } = marked(text);
  const span = spans[0] ?? { start: 0, end: 0 };
  return {
    figure: { kind: 'figure', span, change: '=', of: [], statistic: true, ...given },
    page: pageOf(plain),
  };
}

/** A name between « and ». */
export function mentionIn(
  text: string,
  given: Pick<Mention, 'name' | 'entities'> & Partial<Mention>,
): { readonly mention: Mention; readonly page: PageWords } {
  const { text: plain, spans } = marked(text);
  const span = spans[0] ?? { start: 0, end: 0 };
  return { mention: { kind: 'mention', of: 'person', span, ...given }, page: pageOf(plain) };
}
