import type { PublishedRecord, Rel } from '@/lib/record/record';
import * as v from 'valibot';
import { id, type Id, ref } from '@/lib/record/ref';

/** Builders of published records about invented people, for tests: give what matters, the rest is plain. */

type Given<Type extends PublishedRecord['type']> = Partial<
  Extract<PublishedRecord, { readonly type: Type }>
>;

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const REVIEW = { status: 'reviewed', by: 2, at: '2026-11' } as const;

/** A well-formed id that is the same for the same key and, for all that tests can tell, no other's. */
export function idOf(type: string, key: string): Id {
  let text = '';
  for (let at = 0; at < 16; at += 1) {
    let hash = 0x811c9dc5 ^ at;
    for (const character of `${type}/${key}/${at}`) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    text += DIGITS[(hash >>> 11) & 31];
  }
  return v.parse(id, type.charAt(0) + text);
}

export function person(name: string, given: Given<'entity'> = {}): PublishedRecord {
  return named('person', name, given);
}

export function organisation(name: string, given: Given<'entity'> = {}): PublishedRecord {
  return named('organisation', name, given);
}

export function topic(name: string, given: Given<'entity'> = {}): PublishedRecord {
  return named('topic', name, given);
}

export function publisher(name: string): PublishedRecord {
  return named('publisher', name, {});
}

/** The id of the person, organisation, topic or publisher of this name. */
export function entityId(name: string): Id {
  return idOf('entity', name);
}

function named(
  kind: Extract<PublishedRecord, { type: 'entity' }>['kind'],
  name: string,
  given: Given<'entity'>,
): PublishedRecord {
  return {
    type: 'entity',
    id: entityId(name),
    rev: 1,
    review: REVIEW,
    kind,
    names: [{ text: name, lang: 'en', kind: 'main', match: 'alone' }],
    ...given,
  };
}

/** A document; its key is its path under the publisher's invented host. */
export function source(key: string, given: Given<'source'> = {}): PublishedRecord {
  return {
    type: 'source',
    id: idOf('source', key),
    rev: 1,
    review: REVIEW,
    url: `https://news.example/${key}`,
    publisher: entityId('Harbour Gazette'),
    title: key,
    lang: 'en',
    published: '2024-05-01',
    archives: [{ service: 'none' }],
    licence: 'quotation',
    ...given,
  };
}

/** A statement; its key names it in links. */
export function statement(
  key: string,
  {
    by,
    about = [],
    from = 'report',
    ...given
  }: Given<'statement'> & {
    readonly by: string;
    readonly about?: Id[];
    readonly from?: string;
    readonly text: string;
  },
): PublishedRecord {
  return {
    type: 'statement',
    id: idOf('statement', key),
    rev: 1,
    review: REVIEW,
    kind: 'quote',
    speaker: entityId(by),
    lang: 'en',
    about,
    source: idOf('source', from),
    ...given,
  };
}

/** A link between two statements, by their keys; `to` may be a statement of another dataset. */
export function link(
  from: string,
  rel: Rel,
  { to, ...given }: Omit<Given<'link'>, 'from' | 'to'> & { readonly to: string },
): PublishedRecord {
  return {
    type: 'link',
    id: idOf('link', `${from} ${rel} ${to}`),
    rev: 1,
    review: REVIEW,
    rel,
    strength: 'direct',
    by: 'editor',
    ...given,
    from: idOf('statement', from),
    to: to.includes(':') ? v.parse(ref, to) : idOf('statement', to),
  };
}

export function measure(key: string, given: Given<'measure'> = {}): PublishedRecord {
  return {
    type: 'measure',
    id: idOf('measure', key),
    rev: 1,
    review: REVIEW,
    name: { en: key },
    unit: 'boat',
    kind: 'stock',
    definition: { en: key },
    cues: { en: [key] },
    ...given,
  };
}

/** A published value of a measure. */
export function figure(
  key: string,
  {
    of,
    from = 'report',
    ...given
  }: Given<'figure'> & { readonly of: string; readonly from?: string },
): PublishedRecord {
  return {
    type: 'figure',
    id: idOf('figure', key),
    rev: 1,
    review: REVIEW,
    measure: idOf('measure', of),
    value: '10',
    quality: 'exact',
    period: '2024',
    source: idOf('source', from),
    ...given,
  };
}

/** A fact check of a statement, by its key. */
export function verdict(
  of: string,
  given: Given<'verdict'> & { readonly reviewer: Id },
): PublishedRecord {
  return {
    type: 'verdict',
    id: idOf('verdict', of),
    rev: 1,
    review: REVIEW,
    of: idOf('statement', of),
    url: 'https://checks.example/1',
    published: '2024-06-01',
    label: 'Half right',
    ...given,
  };
}

export function withdrawal(of: Id): PublishedRecord {
  return {
    type: 'withdrawal',
    id: idOf('withdrawal', of),
    rev: 1,
    review: REVIEW,
    of,
    at: '2024-07-01',
    reason: 'error',
    purge: false,
  };
}
