import type { Ref } from '@/lib/record/ref';
import type { Statement, Verdict } from '@/lib/record/shelved';
import type { SourceLine, StatementLine, Why } from './context';
import { type Labels, readLabels } from './labels';
import type { Shelf } from './shelf';

/** A statement to be shown, why, and the other places where it stands. */
export type Shown = {
  readonly statement: Statement;
  readonly why: Omit<Why, 'dataset'>;
  /** The same statement in other documents. */
  readonly copies?: readonly Statement[];
};

/** Statements as a card shows them, in the order given; one whose document is unknown is left out. */
export async function statementLines(
  shown: readonly Shown[],
  shelf: Shelf,
): Promise<StatementLine[]> {
  const verdicts = await Promise.all(
    shown.map(async ({ statement }) => await shelf.verdictsOf(statement.ref)),
  );
  const labels = await readLabels(
    {
      sources: shown.flatMap(({ statement, copies = [] }) =>
        [statement, ...copies].map(({ source }) => source),
      ),
      entities: [
        ...shown.map(({ statement }) => statement.speaker),
        ...verdicts.flat().map(({ reviewer }) => reviewer),
      ],
    },
    shelf,
  );
  return shown.flatMap((one, at) => lineOf(one, verdicts[at] ?? [], labels));
}

function lineOf(
  { statement, why, copies = [] }: Shown,
  verdicts: readonly Verdict[],
  labels: Labels,
): StatementLine[] {
  const source = labels.sourceLine(statement.source);
  if (!source) return [];
  const { ref, kind, text, lang } = statement;
  return [
    {
      ref,
      speaker: { ref: statement.speaker, name: labels.nameOf(statement.speaker) },
      kind,
      text,
      lang,
      ...circumstancesOf(statement),
      source,
      alsoIn: alsoIn(statement, copies, labels),
      contested: statement.review.status === 'contested',
      verdicts: verdicts.map(({ reviewer, label, url, published }) => ({
        reviewer: labels.nameOf(reviewer),
        label,
        url,
        published,
      })),
      why: { ...why, dataset: labels.datasetOf(ref) },
    },
  ];
}

type Circumstances = Pick<
  StatementLine,
  'capacity' | 'translatedFrom' | 'gist' | 'said' | 'saidNote' | 'occasion'
>;

function circumstancesOf(statement: Statement): Circumstances {
  const { capacity, translatedFrom, gist, said, saidNote, occasion } = statement;
  return {
    ...(capacity !== undefined && { capacity }),
    ...(translatedFrom !== undefined && { translatedFrom }),
    ...(gist && { gist }),
    ...(said !== undefined && { said }),
    ...(saidNote !== undefined && { saidNote }),
    ...(occasion !== undefined && { occasion }),
  };
}

/** Copies in other documents, and the other addresses of the statement's own document. */
function alsoIn(statement: Statement, copies: readonly Statement[], labels: Labels): SourceLine[] {
  const documents = new Set<Ref>(copies.map(({ source }) => source));
  documents.delete(statement.source);
  const lines = [...documents].flatMap((ref) => labels.sourceLine(ref) ?? []);
  const own = labels.source(statement.source);
  const line = labels.sourceLine(statement.source);
  const addresses = line ? (own?.otherUrls ?? []).map((url) => atAddress(line, url)) : [];
  return [...lines, ...addresses];
}

function atAddress(line: SourceLine, url: string): SourceLine {
  return { ...line, url };
}
