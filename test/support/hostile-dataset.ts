import * as v from 'valibot';
import type { PublishedRecord } from '@/lib/record/record';
import { record } from '@/lib/record/record';
import { HOSTILE_ADDRESSES, HOSTILE_DATES, hostileTexts } from './hostile-texts';
import {
  entityId,
  figure,
  link,
  measure,
  organisation,
  person,
  publisher,
  source,
  statement,
  topic,
  verdict,
} from './records';

/** People whom the article names, and of whom the dataset has something hostile to say. */
export const SPEAKERS: readonly string[] = [
  'Ada Marsh',
  'Bo Reed',
  'Cy Holm',
  'Dee Sand',
  'Eli Thorne',
  'Fay Quill',
  'Gus Harrow',
  'Hal Brook',
  'Ivy Stone',
  'Jo Fenwick',
  'Kit Larkin',
  'Lou Ashby',
  'Mo Tarrant',
  'Ned Corbin',
  'Oda Pell',
  'Pia Wexford',
  'Quin Mallow',
  'Rex Dunmore',
  'Sal Kerrigan',
  'Tess Oakley',
  'Uma Birch',
  'Val Stroud',
  'Wyn Carver',
  'Zoe Haddock',
];
const EACH = 90;
export const QUOTED = 'The harbour is open to every boat.';
export const CUE = 'boats were registered';

const RELS = ['disputes', 'denies', 'supports', 'respondsTo', 'repeats', 'context'] as const;
const KINDS = ['quote', 'claim', 'paraphrase', 'denial', 'promise', 'finding'] as const;

/** Hands out hostile texts one after the other, so that each is used, and keeps them all. */
class Supply {
  readonly all: string[] = [];
  readonly #texts = hostileTexts(12_000, 1990);
  #at = 0;

  next(longest = 1990): string {
    const text = this.#texts[this.#at] ?? '';
    this.#at += 1;
    const name = / h\d+h$/u.exec(text)?.[0] ?? '';
    const short =
      text.length <= longest
        ? text
        : text
            .slice(0, longest - name.length)
            .toWellFormed()
            .replaceAll('\uFFFD', '') + name;
    this.all.push(short);
    return short;
  }
}

export type HostileDataset = {
  readonly records: readonly PublishedRecord[];
  /** Every hostile text that is in them. */
  readonly texts: readonly string[];
  readonly facts: {
    readonly title: string;
    readonly description: string;
    readonly publisher: string;
    readonly pack: string;
  };
};

/** A dataset that every reader's checks let in, and whose every word means harm. */
export function hostileDataset(): HostileDataset {
  const supply = new Supply();
  const facts = {
    title: supply.next(200),
    description: supply.next(900),
    publisher: supply.next(200),
    pack: supply.next(200),
  };
  const records = [
    ...actors(supply),
    ...documents(supply),
    ...SPEAKERS.flatMap((name, at) => sayings(name, at, supply)),
    ...figures(supply),
    ...answers(supply),
  ];
  for (const each of records) v.parse(record, JSON.parse(JSON.stringify(each)));
  return { records, texts: supply.all, facts };
}

function actors(supply: Supply): PublishedRecord[] {
  const people = SPEAKERS.map((name, at) =>
    person(name, {
      names: [
        { text: name, lang: 'en', kind: 'main', match: 'alone' },
        { text: supply.next(190), lang: 'ar', kind: 'alias', match: 'never' },
        { text: `អាដា ${supply.next(150)}`, lang: 'km', kind: 'main', match: 'never' },
      ],
      country: 'KH',
      summary: { en: supply.next(190) },
      tenures: [
        { role: { en: supply.next(190) }, org: entityId(`body ${at % 6}`), from: '2020', to: '..' },
        { role: { en: supply.next(190) }, from: HOSTILE_DATES[at % HOSTILE_DATES.length] ?? '' },
      ],
      ids: { wikidata: supply.next(90), viaf: '../../x', ror: 'javascript:alert(1)', odd: 'x' },
    }),
  );
  const named = (): Pick<Entity, 'names'> => ({
    names: [{ text: supply.next(190), lang: 'en', kind: 'main', match: 'never' }],
  });
  return [
    ...people,
    ...Array.from({ length: 6 }, (_, at) => organisation(`body ${at}`, named())),
    ...Array.from({ length: 12 }, (_, at) => topic(`subject ${at}`, named())),
    ...Array.from({ length: 6 }, (_, at) => Object.assign(publisher(`paper ${at}`), named())),
  ];
}

type Entity = Extract<PublishedRecord, { readonly type: 'entity' }>;

function documents(supply: Supply): PublishedRecord[] {
  return Array.from({ length: 60 }, (_, at) =>
    source(`document ${at}`, {
      url: HOSTILE_ADDRESSES[at % HOSTILE_ADDRESSES.length] ?? '',
      otherUrls: [HOSTILE_ADDRESSES[(at + 3) % HOSTILE_ADDRESSES.length] ?? ''],
      publisher: entityId(`paper ${at % 6}`),
      title: supply.next(490),
      authors: [supply.next(190)],
      published: HOSTILE_DATES[at % HOSTILE_DATES.length] ?? '',
      dateNote: supply.next(490),
      archives: [
        {
          service: 'wayback',
          url: HOSTILE_ADDRESSES[(at + 5) % HOSTILE_ADDRESSES.length] ?? '',
          note: supply.next(290),
        },
      ],
    }),
  );
}

function sayings(by: string, which: number, supply: Supply): PublishedRecord[] {
  return Array.from({ length: EACH }, (_, at) =>
    statement(`${by} ${at}`, {
      by,
      kind: KINDS[at % KINDS.length] ?? 'quote',
      text: supply.next(at % 10 === 0 ? 1990 : 400),
      capacity: supply.next(290),
      occasion: supply.next(290),
      ...(at % 7 === 0 && { gist: { en: supply.next(290) }, translatedFrom: 'km' }),
      said: at % 3 === 0 ? (HOSTILE_DATES[at % HOSTILE_DATES.length] ?? '') : `20${10 + (at % 14)}`,
      saidNote: supply.next(490),
      about: [entityId(`subject ${(which + at) % 12}`)],
      from: `document ${(which * 7 + at) % 60}`,
    }),
  );
}

/** Numbers of a measure whose words stand on the page. */
function figures(supply: Supply): PublishedRecord[] {
  const values = ['9'.repeat(40), `-${'9'.repeat(39)}`, `0.${'3'.repeat(37)}`, '0', '412', '-0'];
  return [
    measure('boats', {
      name: { en: supply.next(190) },
      unit: 'boat',
      definition: { en: supply.next(900) },
      cues: { en: [CUE] },
    }),
    ...Array.from({ length: 24 }, (_, at) =>
      figure(`boats ${at}`, {
        of: 'boats',
        from: `document ${at}`,
        value: values[at % values.length] ?? '1',
        quality: (['exact', 'about', 'at-least', 'range'] as const)[at % 4] ?? 'exact',
        low: '-1',
        high: '9'.repeat(40),
        period: at % 3 === 0 ? (HOSTILE_DATES[at % HOSTILE_DATES.length] ?? '') : `20${10 + at}`,
        note: supply.next(490),
        text: supply.next(400),
        attributedTo: entityId(`body ${at % 6}`),
      }),
    ),
  ];
}

/** What stands to the words that the article quotes. */
function answers(supply: Supply): PublishedRecord[] {
  const quoted = statement('quoted', {
    by: 'Ada Marsh',
    text: QUOTED,
    from: 'document 1',
    said: '2024-03-05',
  });
  const drawn = RELS.flatMap((rel, at) =>
    Array.from({ length: 6 }, (_, nth) =>
      link(`${SPEAKERS[at + 1] ?? ''} ${nth}`, rel, {
        to: 'quoted',
        strength: 'explicit',
        note: supply.next(490),
      }),
    ),
  );
  const checks = [0, 1].map((at) => {
    const of = at === 0 ? 'quoted' : 'Bo Reed 0';
    return verdict(of, {
      reviewer: entityId(`body ${at}`),
      label: supply.next(290),
      url: HOSTILE_ADDRESSES[0] ?? '',
    });
  });
  return [quoted, ...drawn, ...checks];
}
