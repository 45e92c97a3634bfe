import type { Figure } from '@/lib/annotate/annotation';
import { sentencesOf } from '@/lib/article/sentences';
import type { I18n } from '@/lib/record/base';
import type { Ref } from '@/lib/record/ref';
import type { Measure, Observation, Statement } from '@/lib/record/shelved';
import type { FigureContext, StatementLine } from './context';
import { gatherCopies } from './copies';
import { type Desk, type PageWords, wordsOf } from './desk';
import { findMeasure, sameValue } from './find-measure';
import { matchStatement } from './match-statement';
import { measureLine } from './measure-line';
import { mutedNow, type Muted } from './muted';
import type { Shelf } from './shelf';
import { statementLines } from './statement-lines';

/** A card shows so many look-alikes, and so many statements about the number. */
const MOST_DIFFERENT = 4;
const MOST_CLAIMS = 6;

/** The measure that a figure is a value of, its other published values, and what only looks like it. */
export async function figureContext(
  figure: Figure,
  page: PageWords,
  desk: Desk,
): Promise<FigureContext> {
  const onPage = { value: figure.value, change: figure.change };
  const measure = await measureOf(figure, page, desk);
  if (!measure) return { kind: 'figure', onPage, different: [], claims: [] };
  const muted = mutedNow(desk, page);
  return await contextOf(measure, { onPage, matched: [wordsOf(figure, page)] }, { desk, muted });
}

/** The measure that a figure on the page is a value of, where the evidence suffices. */
export async function measureOf(
  figure: Figure,
  page: PageWords,
  desk: Desk,
): Promise<Measure | undefined> {
  const muted = mutedNow(desk, page);
  if (muted.all) return undefined;
  const { shelf } = desk;
  const sentence = sentenceAround(figure, page);
  const told = await toldIn(sentence, figure, { shelf, muted });
  const cued = await shelf.measuresCued(sentence);
  const refs = [...new Set([...told, ...cued])].filter((ref) => !muted.hides(ref));
  return await findMeasure(await shelf.measures(refs), { figure, sentence, page }, shelf);
}

/** The figures that the record ties to statements, each with its measure. */
export async function figuresOfStatements(
  statements: readonly Statement[],
  page: PageWords,
  desk: Desk,
): Promise<FigureContext[]> {
  const muted = mutedNow(desk, page);
  const refs = [...new Set(statements.flatMap(({ figures = [] }) => figures))];
  const contexts = new Map<Ref, FigureContext>();
  for (const value of await desk.shelf.figures(refs)) {
    const [measure] = muted.hides(value.measure) ? [] : await desk.shelf.measures([value.measure]);
    if (!measure || contexts.has(measure.ref)) continue;
    const onPage = { value: Number(value.value), change: CHANGES[value.quality] };
    const matched = value.text === undefined ? [] : [value.text];
    contexts.set(measure.ref, await contextOf(measure, { onPage, matched }, { desk, muted }));
  }
  return [...contexts.values()];
}

const CHANGES = {
  exact: '=',
  rounded: '~',
  about: '~',
  'at-least': '>',
  'at-most': '<',
  range: '=',
} as const satisfies Record<Observation['quality'], Figure['change']>;

type At = { readonly desk: Desk; readonly muted: Muted };
type OnPage = Pick<FigureContext, 'onPage'> & { readonly matched: readonly string[] };

/** Measures of the figures in statements that this sentence tells, where their value is this one. */
async function toldIn(
  sentence: string,
  figure: Figure,
  { shelf, muted }: { readonly shelf: Shelf; readonly muted: Muted },
): Promise<Ref[]> {
  const { same, near } = await matchStatement(sentence, undefined, { shelf, muted });
  const refs = [...same, ...near].flatMap(({ statement: { figures = [] } }) => figures);
  const values = await shelf.figures([...new Set(refs)]);
  return values.filter(({ value }) => sameValue(value, figure.value)).map(({ measure }) => measure);
}

function sentenceAround({ span }: Figure, { text, offset = 0 }: PageWords): string {
  const at = span.start - offset;
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const block = { start, end: end === -1 ? text.length : end };
  const sentence = sentencesOf(text, block).find((one) => one.start <= at && at < one.end) ?? block;
  return text.slice(sentence.start, sentence.end);
}

async function contextOf(
  measure: Measure,
  { onPage, matched }: OnPage,
  at: At,
): Promise<FigureContext> {
  const values = await at.desk.shelf.figuresOf(measure.ref);
  return {
    kind: 'figure',
    onPage,
    measure: await measureLine(measure, matched, at.desk.shelf),
    different: await differentFrom(measure, values, { matched, ...at }),
    claims: await claimsAbout(values, at),
  };
}

/** What looks alike and is not: first as the record says of these values, then as of the measures. */
async function differentFrom(
  measure: Measure,
  values: readonly Observation[],
  { matched, desk: { shelf }, muted }: At & { readonly matched: readonly string[] },
): Promise<FigureContext['different']> {
  const reasons = new Map<Ref, I18n>();
  const links = (await Promise.all(values.map(async ({ ref }) => await shelf.linksOf(ref)))).flat();
  for (const { rel, from, to, note } of links) {
    if (rel !== 'notComparable' || note === undefined) continue;
    const others = await shelf.figures([from, to]);
    for (const other of others)
      if (other.measure !== measure.ref) reasons.set(other.measure, { en: note });
  }
  for (const { measure: other, why } of measure.notComparableWith ?? []) reasons.set(other, why);
  const refs = [...reasons.keys()].filter((ref) => !muted.hides(ref)).slice(0, MOST_DIFFERENT);
  const others = await shelf.measures(refs);
  return await Promise.all(
    others.map(async (other) => ({
      measure: await measureLine(other, matched, shelf),
      reason: reasons.get(other.ref) ?? {},
    })),
  );
}

/** Statements that tell one of these values, from the documents the values come from. */
async function claimsAbout(
  values: readonly Observation[],
  { desk: { shelf }, muted }: At,
): Promise<StatementLine[]> {
  const told = new Set<Ref>(values.map(({ ref }) => ref));
  const documents = [...new Set(values.map(({ source }) => source))];
  const statements = (
    await Promise.all(documents.map(async (source) => await shelf.statementsIn(source)))
  ).flat();
  const shown = statements
    .filter(
      (statement) =>
        statement.figures?.some((ref) => told.has(ref)) === true &&
        !muted.hidesStatement(statement),
    )
    .slice(0, MOST_CLAIMS)
    .map((statement) => ({ statement, why: { strength: 'measure', matched: [] } as const }));
  return await statementLines(await gatherCopies(shown, shelf), shelf);
}
