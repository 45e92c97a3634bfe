import { describe, expect, test } from 'vitest';
import { readAuthoredFiles } from '@/lib/dataset/authored-file';
import { checkDataset } from '@/lib/dataset/check';
import type { Imported } from '@/lib/dataset/import/harvest';
import { parseRecordLine } from '@/lib/dataset/record-line';
import { IMPORT_FILES, type ImportFile } from '@/test/support/import-files';
import { datasetFile } from '@/test/support/published';
import { type Dice, diceFrom, SPOILS } from '@/test/support/spoil';
import { authoredYaml } from './authored-yaml';
import { recordsOf } from './dataset-import';
import { importInputs } from './import-inputs';
import { orderOf } from './import-order';
import { readYaml } from './read-yaml';

const TARGET = { dataset: datasetFile({ id: 'imported' }), around: [] };
const RUNS = 200;
const PATIENCE_MS = 5000;
const FORMATS = [...new Set(IMPORT_FILES.map(({ format }) => format))];

describe('every file before it is spoilt', () => {
  test.for(IMPORT_FILES)('$name is taken as $format', (file) => {
    const imported = importInputs(orderFor(file), [{ file: file.name, bytes: file.bytes }], TARGET);

    expect(imported.ok).toBe(true);
  });
});

describe('files that are spoilt', () => {
  test.for(FORMATS)(
    `in any of ${RUNS} ways, %s gives a dataset without a fault or a message with the file in it`,
    { timeout: 300_000 },
    (format) => {
      const files = IMPORT_FILES.filter((file) => file.format === format);
      const spoils = Object.entries(SPOILS);
      const complaints: string[] = [];
      const seen = { taken: 0, refused: 0 };
      for (let run = 0; run < RUNS; run += 1) {
        const file = files[run % files.length];
        const [how = '', spoil] = spoils[Math.floor(run / files.length) % spoils.length] ?? [];
        if (!file || !spoil) throw new Error('nothing to spoil');
        const bytes = spoil(file, diceFrom(run + 1), IMPORT_FILES);
        const { outcome, wrong } = judged(file, bytes);
        seen[outcome] += 1;
        complaints.push(...wrong.map((each) => `${file.name} ${how}, run ${run}: ${each}`));
      }

      expect(complaints).toEqual([]);
      expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(10);
    },
  );

  test.for(IMPORT_FILES.filter(({ name }) => name.endsWith('.json')))(
    '$name cut off anywhere is refused, never taken in part',
    (file) => {
      const dice: Dice = diceFrom(7);
      for (let run = 0; run < 20; run += 1) {
        const bytes = file.bytes.slice(0, dice(file.bytes.length - 2));

        const imported = importInputs(orderFor(file), [{ file: file.name, bytes }], TARGET);

        expect(imported.ok).toBe(false);
      }
    },
  );
});

type Judged = { readonly outcome: 'taken' | 'refused'; readonly wrong: readonly string[] };

/** Imports a spoilt file and says what is wrong with what came: a hang, an empty word, a bad dataset. */
function judged(file: ImportFile, bytes: Uint8Array): Judged {
  const before = performance.now();
  const imported = importInputs(orderFor(file), [{ file: file.name, bytes }], TARGET);
  const late = performance.now() - before > PATIENCE_MS ? ['took too long'] : [];
  if (!imported.ok) {
    const { problem } = imported;
    const isClear = problem.includes(file.name) && problem.length > file.name.length + 20;
    return { outcome: 'refused', wrong: [...late, ...(isClear ? [] : [`says only "${problem}"`])] };
  }
  const unexplained = imported.value.held.filter(({ why }) => why.length < 6);
  const faults = [...faultsOf(imported.value), ...unexplained].map((fault) =>
    JSON.stringify(fault),
  );
  return { outcome: 'taken', wrong: [...late, ...faults] };
}

/** Everything that is wrong with a dataset after a journey through YAML, and with its published form. */
function faultsOf(imported: Imported): unknown[] {
  const raw = imported.files.map((file) => {
    const { value, problem } = readYaml(authoredYaml(file));
    return { name: file.name, value: problem ?? value };
  });
  const { files, faults } = readAuthoredFiles(raw);
  const refused = recordsOf(imported.files, TARGET).filter(
    (record) => !parseRecordLine(JSON.stringify(record)).ok,
  );
  return [...faults, ...checkDataset(TARGET.dataset, files), ...refused];
}

function orderFor({ format, name, options }: ImportFile): Parameters<typeof importInputs>[0] {
  const run = '--run spoilt --at 2026-11-25 --dataset imported'.split(' ');
  const order = orderOf([format, name, ...run, ...options]);
  if (!order.ok) throw new Error(order.problem);
  return order.value;
}
