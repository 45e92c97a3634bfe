import { findMentions } from '@/lib/annotate/mentions';
import { articleFromText } from '@/lib/article/article';
import type { Span } from '@/lib/article/span';
import { type Names, noNames } from '@/lib/names/names';
import type { BenchRow } from './row';

type Gold = { readonly id: string; readonly text: string; readonly title?: string };
type Prf = { readonly f1: number; readonly precision: number; readonly recall: number };
type Score = { readonly micro: Prf; readonly relaxed: Prf };
type Scorer = {
  readJsonl(file: string): Gold[];
  score(gold: readonly Gold[], pred: unknown, options: { readonly fold: boolean }): Score;
};

const SETS = [
  { file: 'newsfair', relaxed: false, goal: '≥ 0.75', peers: 'compromise .387' },
  { file: 'crossner-politics', relaxed: false, goal: '≥ 0.80', peers: 'compromise .348' },
  { file: 'conll2003', relaxed: false, goal: '≥ 0.85', peers: 'compromise .407' },
  // Its guidelines count descriptions too ("the minister"); the others count names, which bear capitals.
  { file: 're3d', relaxed: true, goal: '≥ 0.75', peers: 'compromise .355' },
] as const;

/** People and organisations in four public sets, exact spans; re3d relaxed as its README says. */
export async function benchEntities(shared: URL, names: Names = noNames): Promise<BenchRow[]> {
  const folder = new URL('bench/entities/', shared);
  const scorer = (await import(new URL('score.mjs', folder).href)) as Scorer;
  return SETS.flatMap(({ file, relaxed, goal, peers }) => {
    const gold = scorer.readJsonl(new URL(`dev/${file}.jsonl`, folder).pathname);
    const scores = scorer.score(
      gold,
      gold.map(({ id, text }) => ({
        id,
        entities: entitiesIn(text, names).filter(
          ({ start, end }) => relaxed || /\p{Lu}/u.test(text.slice(start, end)),
        ),
      })),
      { fold: true },
    );
    const { f1, precision, recall } = relaxed ? scores.relaxed : scores.micro;
    const row = { bench: 'entities', goal, peers };
    const of = `${file}${relaxed ? ' relaxed' : ''}`;
    return [
      { ...row, measure: `${of} F1`, ours: f1 },
      { ...row, measure: `${of} precision`, ours: precision, goal: '', peers: '' },
      { ...row, measure: `${of} recall`, ours: recall, goal: '', peers: '' },
    ];
  });
}

function entitiesIn(text: string, names: Names): (Span & { readonly type: string })[] {
  return findMentions(articleFromText(text), names).map(({ of, span }) => ({
    ...span,
    type: of === 'person' ? 'PER' : 'ORG',
  }));
}
