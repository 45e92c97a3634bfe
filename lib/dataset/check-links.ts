import type { Rel } from '@/lib/record/record';
import { type Book, type Entry, type EntryOf, fullKey, isForeign } from './book';
import type { Complaint } from './complaint';

type Drawer = 'speaker' | 'publisher' | 'editor';
/** Table of `DATASET.md`, section 1.3: who may draw a relation, and between whom it stands. */
type Rule = {
  readonly by: readonly Drawer[];
  readonly speakers?: 'same' | 'other';
  readonly between?: 'figures' | 'statements';
};

const ANYONE = ['speaker', 'publisher', 'editor'] as const;
const RULES = {
  disputes: { by: ANYONE, speakers: 'other', between: 'statements' },
  denies: { by: ['speaker', 'publisher'], between: 'statements' },
  supports: { by: ANYONE },
  repeats: { by: ['editor'], between: 'statements' },
  revises: { by: ['speaker', 'editor'], speakers: 'same' },
  corrects: { by: ['publisher'] },
  retracts: { by: ['publisher'] },
  contradictsOwnEarlier: { by: ['editor'], speakers: 'same', between: 'statements' },
  respondsTo: { by: ['publisher', 'editor'] },
  translationOf: { by: ['editor'], between: 'statements' },
  supersedesFigure: { by: ['publisher'], between: 'figures' },
  notComparable: { by: ['editor'], between: 'figures' },
  context: { by: ['editor'] },
} as const satisfies Readonly<Record<Rel, Rule>>;

/** A link is drawn by someone who may, between records that can stand so, and says why where it must. */
export function checkLinks(entry: Entry, book: Book): readonly Complaint[] {
  if (entry.type !== 'link') return [];
  const rule: Rule = RULES[entry.value.rel];
  const to = fullKey(entry.value.to, entry);
  return [
    ...drawnBy(entry, rule),
    ...(to === entry.from ? [wrong('link', ['to'], 'a record cannot be linked to itself')] : []),
    ...(isForeign(to) ? [] : ends(entry, rule, book)),
    ...reasons(entry, book),
  ];
}

function wrong(rule: Complaint['rule'], path: string[], message: string): Complaint {
  return { rule, path, message };
}

function drawnBy({ value }: EntryOf<'link'>, { by }: Rule): Complaint[] {
  if (by.includes(value.by)) return [];
  return [
    wrong(
      'drawn-by',
      ['by'],
      `${value.rel} is drawn by ${by.join(' or ')}, not by the ${value.by}`,
    ),
  ];
}

function ends(entry: EntryOf<'link'>, rule: Rule, book: Book): Complaint[] {
  const to = fullKey(entry.value.to, entry);
  const [from, onto] = [entry.from, book.renamed.get(to) ?? to].map((key) => book.byKey.get(key));
  if (from === undefined || onto === undefined) return [];
  const { rel } = entry.value;
  const wanted = rule.between === 'figures' ? 'figure' : 'statement';
  if (rule.between && (from.type !== wanted || onto.type !== wanted)) {
    return [wrong('link', ['rel'], `${rel} stands between two ${rule.between}`)];
  }
  if (from.type !== 'statement' || onto.type !== 'statement') return [];
  return speakersOf([from.value.speaker, onto.value.speaker], rule, rel);
}

function speakersOf([a, b]: readonly [string, string], { speakers }: Rule, rel: Rel): Complaint[] {
  if (speakers === 'same' && a !== b) {
    return [wrong('same-speaker', ['rel'], `${rel} needs one speaker; these are ${a} and ${b}`)];
  }
  if (speakers === 'other' && a === b) {
    return [wrong('other-speaker', ['rel'], `${rel} stands between two speakers; both are ${a}`)];
  }
  return [];
}

function reasons(entry: EntryOf<'link'>, book: Book): Complaint[] {
  const { rel, strength, note } = entry.value;
  if (note !== undefined) return [];
  if (strength === 'apparent') {
    return [wrong('note', ['strength'], 'strength apparent needs a note: what does not fit?')];
  }
  if (rel === 'notComparable' && !measuresSayWhy(entry, book)) {
    return [
      wrong('note', ['rel'], 'notComparable needs a note that says what is counted otherwise'),
    ];
  }
  if (rel === 'contradictsOwnEarlier' && !bothDated(entry, book)) {
    return [
      wrong(
        'date',
        ['rel'],
        'contradictsOwnEarlier needs both statements dated, or strength apparent',
      ),
    ];
  }
  return [];
}

/** Whether the two figures' measures already say how they differ. */
function measuresSayWhy(entry: EntryOf<'link'>, book: Book): boolean {
  const [a, b] = [entry.from, fullKey(entry.value.to, entry)].map((key) => {
    const figure = book.byKey.get(key);
    return figure?.type === 'figure' ? figure.value.measure : undefined;
  });
  return saysWhy(a, b, book) || saysWhy(b, a, book);
}

function saysWhy(of: string | undefined, other: string | undefined, book: Book): boolean {
  const measure = of === undefined ? undefined : book.byKey.get(of);
  if (measure?.type !== 'measure') return false;
  return (measure.value.notComparableWith ?? []).some((pair) => pair.measure === other);
}

function bothDated(entry: EntryOf<'link'>, book: Book): boolean {
  return [entry.from, fullKey(entry.value.to, entry)].every((key) => {
    const end = book.byKey.get(key);
    return end?.type !== 'statement' || (end.value.said !== undefined && end.value.said !== 'XXXX');
  });
}
