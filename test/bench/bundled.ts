import { fileURLToPath } from 'node:url';
import { openDatasetFolder } from '@/lib/cli/open-dataset';
import type { Names } from '@/lib/names/names';

const CAMBODIA = new URL('../../public/datasets/cambodia-civil-society', import.meta.url);

/** The names of the bundled dataset about the seed articles' beat. */
export async function openBundledNames(): Promise<Names> {
  return (await openDatasetFolder(fileURLToPath(CAMBODIA))).names;
}
