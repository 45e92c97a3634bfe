import { bad, good, type Result } from '@/lib/result';
import type { Coded, Columns } from './figure-columns';
import { day } from '@/lib/record/loose';
import type { Row, Told } from './piece';

type MeasureKind = 'stock' | 'flow' | 'rate' | 'index';

/** What is known of a whole table: who published it and where, what is counted and how. */
export type Facts = {
  readonly publisher: string;
  readonly url: string | undefined;
  readonly kind: MeasureKind;
  readonly licence: 'CC-BY-4.0' | 'quotation';
  readonly published: string | undefined;
  readonly told: Told;
};

const KINDS: readonly MeasureKind[] = ['stock', 'flow', 'rate', 'index'];

/** The World Bank's codes of indicators: "NY.GDP.MKTP.CD". */
const WORLD_BANK_CODE = /^[A-Z]{2}(?:\.[A-Z0-9]+){2,}$/u;

type Seen = {
  readonly around: readonly Row[];
  readonly columns: Columns;
  readonly first: Row | undefined;
};

/**
 * Settles what the table and whoever imports it say together.
 * @returns a problem that names every option that is missing
 */
export function factsOf({ around, columns, first }: Seen, told: Told): Result<Facts, string> {
  const { indicator } = columns;
  const code = told.code ?? firstOf(indicator, first);
  const isBank = told.publisher === undefined && isFromWorldBank(around, code);
  const publisher = isBank ? 'World Bank' : told.publisher;
  const kind = KINDS.find((known) => known === told.kind);
  const missing = optionsMissing({
    '--publisher NAME': publisher,
    '--url ADDRESS of the table': isBank ? 'known' : told.url,
    '--code CODE of what is counted': code,
    '--name NAME of what is counted': told.name ?? indicator,
    '--kind stock (at a moment), flow (over a time), rate or index': kind,
  });
  if (publisher === undefined || kind === undefined || missing.length > 0) {
    return bad(`the table does not say all that a figure needs; add ${missing.join('; ')}`);
  }
  const licence = isBank ? 'CC-BY-4.0' : 'quotation';
  return good({ publisher, url: told.url, kind, licence, published: updatedIn(around), told });
}

function firstOf(coded: Coded | undefined, row: Row | undefined): string | undefined {
  const cell = coded && row?.cells[coded.at];
  return cell === '' ? undefined : cell;
}

function optionsMissing(given: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(given).flatMap(([option, value]) => (value === undefined ? [option] : []));
}

/** By the lines before or after the table, or by a code that only the World Bank's indicators have. */
function isFromWorldBank(around: readonly Row[], code = ''): boolean {
  const lines = around.map(({ cells }) => cells.join(' '));
  return (
    lines.some((line) => /world development indicators|world bank/iu.test(line)) ||
    WORLD_BANK_CODE.test(code)
  );
}

/** "Last Updated Date" before a World Bank table, "Last Updated: 06/29/2023" after one. */
function updatedIn(around: readonly Row[]): string | undefined {
  const line = around.find(({ cells }) => /^last updated/iu.test(cells[0] ?? ''));
  const american = /(\d{2})\/(\d{2})\/(\d{4})/u.exec(line?.cells.join(' ') ?? '');
  if (american) return day(`${american[3] ?? ''}-${american[1] ?? ''}-${american[2] ?? ''}`);
  return day(line?.cells[1]);
}
