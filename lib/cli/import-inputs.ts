import { importClaimReviews } from '@/lib/dataset/import/claim-review';
import { importClaimTable } from '@/lib/dataset/import/claim-table';
import { importFigureTable } from '@/lib/dataset/import/figure-table';
import { Harvest, type Imported } from '@/lib/dataset/import/harvest';
import type { Piece, Table } from '@/lib/dataset/import/piece';
import { importPopolo } from '@/lib/dataset/import/popolo';
import { type Format, formatOf, tableFormatOf } from '@/lib/dataset/import/which-format';
import { importWikidata } from '@/lib/dataset/import/wikidata';
import type { AuthoredFile } from '@/lib/dataset/authored-file';
import type { DatasetFile } from '@/lib/dataset/schema/dataset-file';
import { bad, good, type Result } from '@/lib/result';
import { sha256 } from './dataset-folder';
import { type Input, readJson, readTable } from './import-input';
import type { Order } from './import-order';

/** The dataset that an import is for, and what stands in it already. */
export type Target = { readonly dataset: DatasetFile; readonly around: readonly AuthoredFile[] };

/**
 * Joins the inputs in one import: either a dataset in which nothing is wrong, with what was held back
 * from it, or a problem that names the file and place, and says what to do. It never throws.
 */
export function importInputs(
  order: Order,
  inputs: readonly Input[],
  { dataset, around }: Target,
): Result<Imported, string> {
  const run = { via: `${order.format} ${order.run}`, at: order.at, sha256 };
  const harvest = new Harvest(run, around);
  const taken = TAKERS[order.format](inputs, harvest, order);
  return taken.ok ? good(harvest.finish(dataset)) : taken;
}

type Taker = (inputs: readonly Input[], harvest: Harvest, order: Order) => Result<number, string>;

const TAKERS: Readonly<Record<Format, Taker>> = {
  claimreview: (inputs, harvest, { told }) =>
    fromJson(inputs, 'fact check (ClaimReview)', (pieces) =>
      importClaimReviews(pieces, harvest, told),
    ),
  popolo: (inputs, harvest, { told }) =>
    fromJson(inputs, 'person or organisation of Popolo', (pieces) =>
      importPopolo(pieces, harvest, told),
    ),
  wikidata: (inputs, harvest, { told, labels }) =>
    fromJson(inputs, 'Wikidata item', (pieces) =>
      importWikidata(pieces, harvest, { ...told, labels }),
    ),
  'claimreview-csv': (inputs, harvest, { told }) =>
    fromTables(inputs, 'claimreview-csv', (table) => importClaimTable(table, harvest, told)),
  figures: (inputs, harvest, { told }) =>
    fromTables(inputs, 'figures', (table) => importFigureTable(table, harvest, told)),
};

/** All files together, for what one says may be needed by another; each has to hold something. */
function fromJson(
  inputs: readonly Input[],
  what: string,
  take: (pieces: readonly Piece[]) => number,
): Result<number, string> {
  const pieces: Piece[] = [];
  for (const input of inputs) {
    const read = readJson(input);
    if (!read.ok) return read;
    pieces.push(...read.value);
  }
  const seen = take(pieces);
  if (seen > 0) return good(seen);
  const other = formatOf(pieces);
  return bad(`${namesOf(inputs)}: there is no ${what} in it${hint(other)}`);
}

function fromTables(
  inputs: readonly Input[],
  format: Format,
  take: (table: Table) => Result<number, string>,
): Result<number, string> {
  let seen = 0;
  for (const input of inputs) {
    const table = readTable(input);
    if (!table.ok) return table;
    const taken = take(table.value);
    if (!taken.ok) {
      const other = tableFormatOf(table.value);
      return bad(`${input.file}: ${taken.problem}${other === format ? '' : hint(other)}`);
    }
    seen += taken.value;
  }
  return seen > 0 ? good(seen) : bad(`${namesOf(inputs)}: there is a header and nothing below it`);
}

function hint(other: Format | undefined): string {
  return other === undefined ? '' : `; it looks like ${other}: onrecord dataset import ${other} …`;
}

function namesOf(inputs: readonly Input[]): string {
  return inputs.map(({ file }) => file).join(', ');
}
