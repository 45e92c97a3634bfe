import type { ImportPreview } from '@/components/library/library-view';
import { together } from '@/lib/collections/library-file';
import type { Taking } from '@/lib/collections/plan-import';
import {
  type Incoming,
  LARGEST_FILE,
  readImport,
  type Refusal,
} from '@/lib/collections/read-import';
import { bad, good, type Result } from '@/lib/result';
import { previewOf, type Tools } from './imports';

const A_FRAME_MS = 20;

/**
 * Reads files that the reader chose, which together are one library, and says what they would do;
 * where one is refused, all are.
 */
export async function readFiles(
  files: readonly File[],
  tools: Tools,
  taking: Taking = 'import',
): Promise<ImportPreview> {
  const read: Incoming[] = [];
  // The page says that it reads before the reading holds it up.
  await new Promise((done) => {
    setTimeout(done, A_FRAME_MS);
  });
  for (const file of files) {
    const one = await readFile(file);
    if (!one.ok) return { ok: false, refusal: one.problem, file: file.name };
    read.push(one.value);
  }
  const format = read[0]?.format ?? 'own';
  return await previewOf(good({ ...together(read), format }), tools, taking);
}

async function readFile(file: File): Promise<Result<Incoming, Refusal>> {
  return file.size > LARGEST_FILE.bytes
    ? bad<Refusal>({ problem: 'too-large' })
    : readImport(await file.text(), Date.now());
}
