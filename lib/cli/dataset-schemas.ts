import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { datasetFile } from '@/lib/dataset/schema/dataset-file';
import { entityFile } from '@/lib/dataset/schema/entity-file';
import { measureFile } from '@/lib/dataset/schema/measure-file';
import { sourceFile } from '@/lib/dataset/schema/source-file';
import { verdictsFile } from '@/lib/dataset/schema/verdicts-file';
import { withdrawalsFile } from '@/lib/dataset/schema/withdrawals-file';
import type { Io } from './io';

const SCHEMAS = {
  dataset: datasetFile,
  entity: entityFile,
  measure: measureFile,
  source: sourceFile,
  verdicts: verdictsFile,
  withdrawals: withdrawalsFile,
} as const;

/**
 * JSON Schemas (draft 2020-12) of the authored files, for completion and errors in editors, made from
 * the very schemas that `validate` uses: file name to text.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const schemas = new Map<string, string>();
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    const json = toJsonSchema(schema, { target: 'draft-2020-12', errorMode: 'ignore' });
    schemas.set(`${name}.schema.json`, `${JSON.stringify(json, undefined, 1)}\n`);
  }
  return schemas;
}

/** `onrecord dataset schemas DIR`: writes the schemas into a folder. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [folder, ...others] = args;
  if (folder === undefined || others.length > 0) {
    io.err('usage: onrecord dataset schemas DIR');
    return 2;
  }
  await writeSchemas(folder);
  return 0;
}

export async function writeSchemas(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of jsonSchemas()) await writeFile(join(folder, name), text);
}
