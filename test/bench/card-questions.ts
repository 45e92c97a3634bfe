import { type Article, articleFromText } from '@/lib/article/article';
import type { PublishedRecord } from '@/lib/record/record';
import { factsAround, type Finding } from '@/lib/reading/finding';
import { targetOf } from '@/lib/reading/target';

/** A card's question, as a page's script puts it. */
type CardQuestion = {
  readonly finding: Finding;
  readonly article: ReturnType<typeof factsAround>;
  readonly target: ReturnType<typeof targetOf>;
  readonly position: { readonly index: number; readonly count: number };
};

/** So many quotations make a long article. */
const QUOTES = 12;

/** Invented articles that quote statements of a dataset, all their words but one, each by its speaker. */
export function articlesQuoting(records: readonly PublishedRecord[], count: number): Article[] {
  const names = new Map<string, string>();
  for (const record of records) {
    if (record.type === 'entity') names.set(record.id, record.names[0]?.text ?? '');
  }
  const said = records.flatMap((record) =>
    record.type === 'statement' ? [{ text: record.text, by: names.get(record.speaker) ?? '' }] : [],
  );
  const step = Math.floor(said.length / (count * QUOTES));
  return Array.from({ length: count }, (_, article) => {
    const quoted = Array.from({ length: QUOTES }, (__, at) => said[(article * QUOTES + at) * step]);
    const lines = quoted.map((one) => (one ? lineOf(one) : ''));
    return articleFromText(lines.join('\n'), {
      title: 'What they said',
      url: `https://news.example/${article}`,
    });
  });
}

function lineOf({ text, by }: { readonly text: string; readonly by: string }): string {
  const words = text.replace(/ \S+ /u, ' and ').replace(/\.$/u, '');
  return `“${words.charAt(0).toUpperCase()}${words.slice(1)},” said ${by} on Monday.`;
}

/** What the cards of an article's quotations are asked with. */
export function questionsFrom(article: Article, findings: readonly Finding[]): CardQuestion[] {
  const quotes = findings.filter(({ annotation }) => annotation.kind === 'quote');
  return quotes.map((finding, index) => ({
    finding,
    article: factsAround(article, finding.annotation),
    target: targetOf(article, finding.annotation, finding.inTitle),
    position: { index, count: quotes.length },
  }));
}

/** Claims of the dataset as a page would quote them, a word changed, each by its speaker. */
export function questionsOf(records: readonly PublishedRecord[]): unknown[] {
  const statements = records.filter(({ type }) => type === 'statement');
  const step = Math.floor(statements.length / 60);
  return statements
    .filter((_, at) => at % step === 0)
    .map((record) => {
      const text = record.type === 'statement' ? record.text.replace(/ \S+ /u, ' and ') : '';
      const speaker = record.type === 'statement' ? `harbour:${record.speaker}` : '';
      const annotation = {
        kind: 'quote',
        type: 'direct',
        segments: [{ start: 0, end: text.length }],
        source: [],
        cue: [],
        speaker: { name: 'Somebody', of: 'person', entities: [speaker] },
      };
      return {
        finding: {
          id: 'b0',
          mark: 'claim',
          annotation,
          weight: 'some',
          label: text,
          inTitle: false,
        },
        article: { title: 'A page', lang: 'en', around: { start: 0, text } },
        target: { source: 'https://news.example/', title: 'A page' },
        position: { index: 0, count: 1 },
      };
    });
}
