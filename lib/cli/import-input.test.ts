import { describe, expect, test } from 'vitest';
import { type Input, readJson, readTable } from './import-input';

const input = (bytes: string | Uint8Array): Input => ({
  file: 'a.json',
  bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
});

describe('a file of JSON', () => {
  test.for<[string, string | Uint8Array, string]>([
    [
      'with a word where a value belongs',
      '{\n "a": 1,\n "b": yes\n}',
      'a.json:3: not JSON here ("yes }"); mend it or get the file again',
    ],
    [
      'with a comma too many',
      '{"a": [1, 2,]}',
      'a.json:1: not JSON here ("]}"); mend it or get the file again',
    ],
    [
      'that is cut off in a text',
      '[\n "a',
      'a.json:2: the file ends in the middle of a value; get it again, whole',
    ],
    [
      'that is cut off between values',
      '[\n "a",\n',
      'a.json:3: the file ends in the middle of a value; get it again, whole',
    ],
    [
      'with two values',
      '[1]\n[2]',
      'a.json:2: not JSON here ("[2]"); mend it or get the file again',
    ],
    [
      'of lines, one of them spoilt',
      '{"a":1}\n{"a":\n{"a":3}',
      'a.json:2: the file ends in the middle of a value; get it again, whole',
    ],
    [
      'that is a table',
      'a,b\n1,2',
      'a.json:1: this is not JSON, it begins with "a,b 1,2"; tables are imported as figures or claimreview-csv',
    ],
    [
      'that is a web page',
      '<!doctype html><p>Not found',
      'a.json:1: this is a web page or XML, not JSON; get the JSON file itself',
    ],
    [
      'in Latin-1',
      new Uint8Array([0x7b, 0x0a, 0x22, 0xe9, 0x22, 0x7d]),
      'a.json:2: a character here cannot be read; save the file as UTF-8 ("CSV UTF-8" in a spreadsheet), or get it again',
    ],
    ['that is empty', ' \n', 'a.json: the file is empty'],
    [
      'that is packed',
      new Uint8Array([0x1f, 0x8b, 8, 0]),
      'a.json: this is a gzip file; unpack it first',
    ],
    [
      'that is a spreadsheet',
      new Uint8Array([0x50, 0x4b, 3, 4]),
      'a.json: this is a zip or spreadsheet file; unpack it, or save the sheet as CSV',
    ],
  ])('%s is refused, with the place and what to do', ([, bytes, problem]) => {
    expect(readJson(input(bytes))).toEqual({ ok: false, problem });
  });

  test('is one value, or one a line with the number of each line, with commas as dumps have them', () => {
    expect(readJson(input('\uFEFF{"a":1}'))).toMatchObject({
      value: [{ place: 'a.json', value: { a: 1 } }],
    });
    expect(readJson(input('[\n{"a":1},\n\n{"a":2}'))).toMatchObject({
      value: [
        { place: 'a.json:2', value: { a: 1 } },
        { place: 'a.json:4', value: { a: 2 } },
      ],
    });
  });
});

describe('a table', () => {
  test('tells the line of every row, over blank lines and line breaks in cells', () => {
    const table = readTable(input('\uFEFFa;b\r\n\r\n"x\ny";2\r\nz;"3"\r\n'));

    expect(table).toEqual({
      ok: true,
      value: {
        file: 'a.json',
        rows: [
          { line: 1, cells: ['a', 'b'] },
          { line: 3, cells: ['x\ny', '2'] },
          { line: 5, cells: ['z', '3'] },
        ],
      },
    });
  });

  test('in UTF-16, as spreadsheets save it, is read', () => {
    const bytes = new Uint8Array(Buffer.from('\uFEFFa\tb\nÎle\t2\n', 'utf16le'));

    expect(readTable(input(bytes))).toMatchObject({
      value: { rows: [{}, { cells: ['Île', '2'] }] },
    });
  });

  test.for<[string, string, string]>([
    [
      'with a quotation mark that is never closed',
      'a,b\n1,2\n3,"x\n4,5\n',
      'a.json:3: a quotation mark that opens here is not closed',
    ],
    [
      'that is JSON',
      '[{"a":1}]',
      'a.json:1: this is JSON or a web page, not a table; get it as CSV',
    ],
    ['of nothing', '\n,,\n', 'a.json: the table is empty'],
  ])('%s is refused, with the place', ([, text, problem]) => {
    const table = readTable(input(text));

    expect(table.ok ? '' : table.problem).toContain(problem);
  });
});
