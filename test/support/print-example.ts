import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Context, StatementLine } from '@/lib/context/context';
import { lookUp } from '@/lib/context/look-up';
import { openDatasetFolder } from '@/lib/cli/open-dataset';
import { documentFromHtml } from '@/lib/cli/page-from-html';
import { readArticle } from '@/lib/page/read-article';
import { examine, pageWords } from '@/lib/reading/examine';
import { factsAround, type Finding } from '@/lib/reading/finding';

const EXAMPLE = new URL('../../public/example/article.html', import.meta.url);
const DATASET = new URL('../../public/datasets/cambodia-civil-society', import.meta.url);
const ADDRESS = 'https://on-record.example/example/article';

/** The bundled article's findings and the cards of its claims as text, by the same core. */
export async function printExample(say: (line: string) => void): Promise<void> {
  const page = documentFromHtml(readFileSync(EXAMPLE, 'utf8'), ADDRESS);
  const article = readArticle(page, ADDRESS)?.article;
  if (!article) throw new Error('The example article could not be read.');
  const { names, shelf } = await openDatasetFolder(fileURLToPath(DATASET));
  const desk = { shelf, mutes: [], now: Date.now() };
  const findings = await examine(article, names, desk);
  say(`\n${article.title}\n${findings.length} findings`);
  for (const finding of findings) {
    say(`\n${finding.mark.toUpperCase()}  ${finding.label}`);
    const facts = pageWords(factsAround(article, finding.annotation));
    for (const line of cardLines(await lookUp(finding.annotation, facts, desk), finding)) say(line);
  }
}

function cardLines(context: Context, finding: Finding): string[] {
  switch (context.kind) {
    case 'mention':
      return context.candidates.map(
        ({ name, offices }) =>
          `    ${name}: ${offices.map(({ role }) => role['en'] ?? '').join(', ')}`,
      );
    case 'quote':
      return [
        ...context.groups.flatMap(({ relation, lines }) => [
          `  ${relation}`,
          ...lines.slice(0, 3).map(statementLine),
        ]),
        ...(context.earlier.length > 0 ? ['  earlier by the same speaker'] : []),
        ...context.earlier.slice(0, 3).map(statementLine),
      ];
    case 'figure':
      return [
        ...(context.measure?.observations ?? []).map(
          ({ value, period, source }) =>
            `    ${finding.label}: ${value} (${period}), ${source.publisher}`,
        ),
        ...context.different.map(
          ({ measure, reason }) =>
            `    different definition: ${measure.observations[0]?.value ?? ''} – ${reason['en'] ?? ''}`,
        ),
      ];
  }
}

function statementLine({ speaker, text, said, source }: StatementLine): string {
  return `    ${speaker.name}: ${text} (${said ?? source.published}, ${source.publisher})`;
}
