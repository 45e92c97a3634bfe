import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AuthoredFile } from '@/lib/dataset/authored-file';
import type { DatasetFile } from '@/lib/dataset/schema/dataset-file';
import { authoredYaml } from './authored-yaml';
import { writeSchemas } from './dataset-schemas';

/** Writes what was imported as YAML, with a `dataset.yaml` where there is none yet. */
export async function writeImport(
  folder: string,
  dataset: DatasetFile,
  files: readonly AuthoredFile[],
): Promise<void> {
  if (!existsSync(join(folder, 'dataset.yaml'))) {
    await write(folder, { kind: 'dataset', name: 'dataset.yaml', value: dataset });
    await writeSchemas(join(folder, 'schema'));
  }
  for (const file of files) await write(folder, file);
}

async function write(folder: string, file: AuthoredFile): Promise<void> {
  const path = join(folder, file.name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, authoredYaml(file));
}
