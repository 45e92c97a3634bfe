import Papa from 'papaparse';
import type { Piece, Row, Table } from '@/lib/dataset/import/piece';
import { bad, good, type Result } from '@/lib/result';

/** A file as it was read. */
export type Input = { readonly file: string; readonly bytes: Uint8Array };

/** The JSON values of a file: one, or one a line. The problem names file and line, and what to do. */
export function readJson({ file, bytes }: Input): Result<readonly Piece[], string> {
  const text = textOf({ file, bytes });
  if (!text.ok) return text;
  if (/^\s*</u.test(text.value)) {
    return bad(`${file}:1: this is a web page or XML, not JSON; get the JSON file itself`);
  }
  if (!/^\s*[[{]/u.test(text.value)) {
    return bad(
      `${file}:1: this is not JSON, it begins with ${near(text.value, 0)}; tables are imported as figures or claimreview-csv`,
    );
  }
  const whole = parsed(text.value);
  if (whole.ok) return good([{ place: file, value: whole.value }]);
  return isByLines(text.value)
    ? readLines(file, text.value)
    : bad(notJson({ file, before: 0 }, text.value, whole.problem));
}

/** The rows of a file of comma-separated values (or semicolons, tabs); each knows its line. */
export function readTable({ file, bytes }: Input): Result<Table, string> {
  const text = textOf({ file, bytes });
  if (!text.ok) return text;
  if (/^\s*[<{[]/u.test(text.value)) {
    return bad(`${file}:1: this is JSON or a web page, not a table; get it as CSV`);
  }
  const rows: Row[] = [];
  let [line, start, problem] = [1, 0, ''];
  Papa.parse<string[]>(text.value, {
    delimiter: delimiterOf(text.value),
    step: ({ data, errors: [error], meta }, parser) => {
      if (error?.type === 'Quotes') {
        problem = `${file}:${line}: a quotation mark that opens here is not closed (${error.message}); the file may be cut off`;
        parser.abort();
        return;
      }
      const cells = data.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
      line += linesIn(text.value.slice(start, meta.cursor));
      start = meta.cursor;
    },
  });
  if (problem !== '') return bad(problem);
  return rows.length > 0 ? good({ file, rows }) : bad(`${file}: the table is empty`);
}

/** What parts the cells: the sign that stands equally often on the most lines. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replaceAll(/"[^"]*"/gu, '')
    .split('\n', 60);
  const scored = [',', ';', '\t', '|'].map((delimiter) => {
    const counts = lines
      .map((line) => line.split(delimiter).length - 1)
      .filter((count) => count > 0);
    const alike = Map.groupBy(counts, (count) => count);
    return { delimiter, score: Math.max(0, ...[...alike.values()].map(({ length }) => length)) };
  });
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ',';
}

const KINDS_OF_FILE: readonly (readonly [start: readonly number[], what: string])[] = [
  [[0x1f, 0x8b], 'a gzip file; unpack it first'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip or spreadsheet file; unpack it, or save the sheet as CSV'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF; there is no importer for PDFs'],
];
const UTF_16: readonly (readonly [start: readonly number[], name: string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** The text of a file in UTF-8, or in UTF-16 with its mark, as spreadsheets write it. */
function textOf({ file, bytes }: Input): Result<string, string> {
  const begins = (start: readonly number[]): boolean =>
    start.every((byte, at) => bytes[at] === byte);
  const kind = KINDS_OF_FILE.find(([start]) => begins(start));
  if (kind) return bad(`${file}: this is ${kind[1]}`);
  const [, encoding = 'utf-8'] = UTF_16.find(([start]) => begins(start)) ?? [];
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.trim() === '') return bad(`${file}: the file is empty`);
  const wrong = /[\uFFFD\0]/u.exec(text);
  if (!wrong) return good(text);
  const line = linesIn(text.slice(0, wrong.index)) + 1;
  return bad(
    `${file}:${line}: a character here cannot be read; save the file as UTF-8 ("CSV UTF-8" in a spreadsheet), or get it again`,
  );
}

function readLines(file: string, text: string): Result<readonly Piece[], string> {
  const pieces: Piece[] = [];
  for (const [at, written] of text.split('\n').entries()) {
    const line = written.trim().replace(/,$/u, '');
    if (line === '' || line === '[' || line === ']') continue;
    const value = parsed(line);
    if (!value.ok) return bad(notJson({ file, before: at }, line, value.problem));
    pieces.push({ place: `${file}:${at + 1}`, value: value.value });
  }
  return good(pieces);
}

/** Whether a file holds a JSON value on each line, as dumps do: at least its first one is whole. */
function isByLines(text: string): boolean {
  const first =
    text
      .split('\n', 3)
      .map((line) => line.trim().replace(/,$/u, ''))
      .find((line) => line !== '' && line !== '[') ?? '';
  return first.startsWith('{') && parsed(first).ok && text.trim().includes('\n');
}

function parsed(text: string): Result<unknown, string> {
  try {
    return good(JSON.parse(text));
  } catch (error) {
    // Not JSON: the message says where.
    return bad(error instanceof Error ? error.message : '');
  }
}

type Where = { readonly file: string; readonly before: number };

function notJson({ file, before }: Where, text: string, message: string): string {
  const position = placeOf(text, message);
  const line = before + linesIn(text.slice(0, position)) + 1;
  const advice =
    position >= text.trimEnd().length
      ? 'the file ends in the middle of a value; get it again, whole'
      : `not JSON here (${near(text, position)}); mend it or get the file again`;
  return `${file}:${line}: ${advice}`;
}

/** Where JSON stops being JSON. Not every message tells, so the longest good beginning is sought. */
function placeOf(text: string, message: string): number {
  let [before, after] = [0, text.length];
  if (isOfItsEnd(text, message)) return after;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    const start = parsed(text.slice(0, middle));
    if (start.ok || isOfItsEnd(text.slice(0, middle), start.problem)) before = middle;
    else after = middle;
  }
  return before;
}

/** Whether all that is wrong with a text is that it does not go on. */
function isOfItsEnd(text: string, message: string): boolean {
  const position = /position (\d+)/u.exec(message)?.[1];
  return /end of JSON|unterminated/iu.test(message) || Number(position) >= text.length;
}

function near(text: string, position: number): string {
  const words = text
    .slice(position, position + 20)
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim();
  return words === '' ? 'the end' : `"${words}"`;
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
