import { field, list } from '@/lib/record/loose';
import type { Piece, Table } from './piece';

/** The formats that are imported, by the names of the command line. */
export type Format = 'claimreview' | 'claimreview-csv' | 'popolo' | 'wikidata' | 'figures';

/** What a file of another format than the one named seems to be, to say so; undefined where nobody knows. */
export function formatOf(pieces: readonly Piece[]): Format | undefined {
  const [first] = pieces;
  const [value] = list(first?.value);
  if (['persons', 'organizations', 'memberships', 'other_names'].some((name) => has(value, name))) {
    return 'popolo';
  }
  if (has(value, 'entities') || has(value, 'claims') || has(value, 'sitelinks')) return 'wikidata';
  const isLinkedData = ['@type', '@graph', 'dataFeedElement', 'claimReviewed', 'item'];
  return isLinkedData.some((name) => has(value, name)) ? 'claimreview' : undefined;
}

/** The same for a table. */
export function tableFormatOf({ rows }: Table): Format | undefined {
  const words = new Set(rows.slice(0, 10).flatMap(({ cells }) => cells.map((cell) => cell.trim())));
  if (words.has('claimReview_url')) return 'claimreview-csv';
  const isFigures = ['Country Code', 'Country Name', 'REF_AREA', 'OBS_VALUE', 'TIME_PERIOD'];
  return isFigures.some((name) => words.has(name)) ? 'figures' : undefined;
}

function has(value: unknown, name: string): boolean {
  return field(value, name) !== undefined;
}
