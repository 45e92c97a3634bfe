import { findQuotes } from '@/lib/annotate/quotes';
import type { Quote } from '@/lib/annotate/annotation';
import { articleFromText } from '@/lib/article/article';
import type { Span } from '@/lib/article/span';
import type { BenchRow } from './row';

type Gold = { readonly id: string; readonly title: string; readonly text: string };
type Sentence = {
  readonly id: string;
  readonly tokens: readonly string[];
  readonly labels: unknown;
};
type Prf = { readonly f1: number };
type Match = Prf & { readonly speakerAccuracy: number };
type Scorer = {
  readJsonl(file: string): unknown[];
  scoreDoc(
    gold: readonly unknown[],
    pred: unknown,
  ): {
    readonly spanExact: Readonly<Record<Role, Prf>>;
    readonly quoteMatch: Readonly<Record<string, Match>>;
  };
  scoreBio(gold: readonly unknown[], pred: unknown): Record<Role, { readonly exact: Prf }>;
};
type Role = 'content' | 'source' | 'cue';

const ROLES: readonly (readonly [Role, string, string])[] = [
  ['content', '≥ 0.60', 'regex .334, BiLSTM-CRF .590, BERT+CofeNet .729'],
  ['source', '≥ 0.70', 'regex .338, BiLSTM-CRF .696, BERT+CofeNet .832'],
  ['cue', '≥ 0.67', 'regex .347, BiLSTM-CRF .667, BERT+CofeNet .753'],
];

/** Quotes, speakers and cues in 84 news articles (PolNeAR), by document and by sentence. */
export async function benchQuotes(shared: URL): Promise<BenchRow[]> {
  const folder = new URL('bench/polnear-quotes/', shared);
  const scorer = (await import(new URL('score.mjs', folder).href)) as Scorer;
  const gold = scorer.readJsonl(new URL('dev/gold.jsonl', folder).pathname) as Gold[];
  const sentences = scorer.readJsonl(new URL('dev/bio.jsonl', folder).pathname) as Sentence[];
  const before = process.cpuUsage();
  const found = gold.map(({ id, title, text }) => ({
    id,
    quotes: findQuotes(articleFromText(text, { title }), []).filter(({ inTitle }) => !inTitle),
  }));
  const { user, system } = process.cpuUsage(before);
  const size = gold.reduce((sum, { text }) => sum + text.length, 0) / 1000;
  const documents = scorer.scoreDoc(
    gold,
    found.map(({ id, quotes }) => ({ id, quotes: quotes.map(inScorersForm) })),
  );
  const bio = scorer.scoreBio(
    sentences,
    sentences.map(({ id, tokens }) => ({ id, labels: labelsOf(tokens) })),
  );
  const direct = documents.quoteMatch['direct@0.8'];
  return [
    ...ROLES.map(([role, goal, peers]) => ({
      ...row(`${role} exact F1`, documents.spanExact[role].f1),
      goal,
      peers,
    })),
    ...ROLES.map(([role]) => row(`${role} exact F1, by sentence`, bio[role].exact.f1)),
    { ...row('direct quotes F1@0.8', direct?.f1), goal: '≥ 0.97', peers: 'regex .915' },
    {
      ...row('speaker of direct quotes', direct?.speakerAccuracy),
      goal: '≥ 0.92',
      peers: 'regex .720',
    },
    { ...row('ms a kB', (user + system) / 1000 / size), goal: '≤ 0.5' },
  ];
}

function row(measure: string, ours = 0): BenchRow {
  return { bench: 'quotes', measure, ours, goal: '', peers: '' };
}

function inScorersForm({ segments, source, cue, type }: Quote): Record<string, unknown> {
  return { content: pairs(segments), source: pairs(source), cue: pairs(cue), type };
}

function pairs(spans: readonly Span[]): [number, number][] {
  return spans.map(({ start, end }) => [start, end]);
}

/** Tokens that stand without a blank behind the one before. */
const CLINGS = /^(?:[.,:;!?%)”]|['’]\w{0,2}$|n['’]t$)/u;

/** One label a token, as CofeNet's rendering has them. */
function labelsOf(tokens: readonly string[]): string[] {
  const starts: number[] = [];
  let text = '';
  for (const token of tokens) {
    const word = token
      .replace(/^``$/u, '“')
      .replace(/^''$/u, '”')
      .replace(/^-[LR]RB-$/u, '(');
    if (!CLINGS.test(word) && !/[“(]$/u.test(text)) text += ' ';
    starts.push(text.length);
    text += word;
  }
  const labels = tokens.map(() => 'O');
  for (const quote of findQuotes(articleFromText(text), [])) {
    const spans = { content: quote.segments, source: quote.source, cue: quote.cue };
    for (const [role, some] of Object.entries(spans)) {
      for (const span of some) label(labels, { role, span, starts });
    }
  }
  return labels;
}

function label(
  labels: string[],
  { role, span, starts }: { role: string; span: Span; starts: readonly number[] },
): void {
  let first = true;
  for (const [at, start] of starts.entries()) {
    if (start < span.start || start >= span.end) continue;
    labels[at] = `${first ? 'B' : 'I'}-${role}`;
    first = false;
  }
}
