import type { Ref } from '@/lib/record/ref';
import type { Rel } from '@/lib/record/record';
import type { Link, Statement } from '@/lib/record/shelved';
import type { EarlierLine, Relation, Why } from './context';
import type { Shelf } from './shelf';
import type { Shown } from './statement-lines';

/** A statement linked with the one on the page, and how the two stand. */
export type LinkedStatement = Shown & {
  readonly relation?: Relation;
  readonly standing?: NonNullable<EarlierLine['standing']>;
};

/**
 * What each link means on the card of a statement: seen from the end it points to, and from the end
 * it starts at. An absent end says nothing there (a grounds for another claim is no news on its own card).
 */
const MEANING: Readonly<
  Record<
    Rel,
    {
      readonly to?: Relation | NonNullable<EarlierLine['standing']>;
      readonly from?: Relation | NonNullable<EarlierLine['standing']>;
    }
  >
> = {
  disputes: { to: 'disputedBy', from: 'disputedBy' },
  denies: { to: 'deniedBy', from: 'inAnswerTo' },
  supports: { to: 'supportedBy' },
  repeats: { to: 'repeats', from: 'repeats' },
  revises: { to: 'revises', from: 'revises' },
  corrects: { to: 'corrected', from: 'corrects' },
  retracts: { to: 'corrected', from: 'retracts' },
  contradictsOwnEarlier: { to: 'contradictsOwnEarlier', from: 'contradictsOwnEarlier' },
  respondsTo: { to: 'answeredBy', from: 'inAnswerTo' },
  translationOf: {},
  supersedesFigure: {},
  notComparable: {},
  context: { to: 'contextTo' },
};

const STANDINGS: ReadonlySet<string> = new Set([
  'repeats',
  'revises',
  'contradictsOwnEarlier',
  'corrects',
  'retracts',
]);

/** Every statement that links join with one of these, which all say the same. */
export async function linkedWith(
  same: readonly Statement[],
  matched: readonly string[],
  shelf: Shelf,
): Promise<LinkedStatement[]> {
  const own = new Set<Ref>(same.map(({ ref }) => ref));
  const links = (await Promise.all(same.map(async ({ ref }) => await shelf.linksOf(ref)))).flat();
  const others = await shelf.statements([
    ...new Set(links.map(({ from, to }) => (own.has(from) ? to : from))),
  ]);
  const byRef = new Map<Ref, Statement>(others.map((statement) => [statement.ref, statement]));
  return links.flatMap((link) => {
    const statement = byRef.get(own.has(link.from) ? link.to : link.from);
    if (!statement || own.has(statement.ref)) return [];
    return linked(link, statement, { matched, pointsHere: own.has(link.to) });
  });
}

function linked(
  link: Link,
  statement: Statement,
  { matched, pointsHere }: { readonly matched: readonly string[]; readonly pointsHere: boolean },
): LinkedStatement[] {
  const meaning = pointsHere ? MEANING[link.rel].to : MEANING[link.rel].from;
  if (meaning === undefined) return [];
  const why: Omit<Why, 'dataset'> = {
    strength: 'link',
    matched,
    relation: link.rel,
    linkStrength: link.strength,
    drawnBy: link.by,
    ...(link.note !== undefined && { note: link.note }),
  };
  return [
    isStanding(meaning)
      ? { statement, why, standing: meaning }
      : { statement, why, relation: meaning },
  ];
}

function isStanding(
  meaning: Relation | NonNullable<EarlierLine['standing']>,
): meaning is NonNullable<EarlierLine['standing']> {
  return STANDINGS.has(meaning);
}
