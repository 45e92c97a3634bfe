import type { ImportCourse, ImportPreview, Told } from '@/components/library/library-view';
import { words } from '@/components/shared/words';
import { type Incoming, readImport, type Refusal } from '@/lib/collections/read-import';
import { bad, type Result } from '@/lib/result';
import { keeper } from './library-desk';

export type CourseSetter = (course: ImportCourse | undefined) => void;
type Tools = { readonly setCourse: CourseSetter; readonly tell: (told: Told | undefined) => void };

const LARGEST = 50_000_000;

/** Reads a file that the reader chose, and says what it would do. */
export async function readFile(file: File, tools: Tools): Promise<ImportPreview> {
  const read =
    file.size > LARGEST
      ? bad<Refusal>({ problem: 'too-large' })
      : readImport(await file.text(), Date.now());
  return await previewOf(read, tools);
}

/** What a file that was read would do. */
export async function previewOf(
  read: Result<Incoming, Refusal> | undefined,
  tools: Tools,
): Promise<ImportPreview> {
  if (!read) return { ok: false, refusal: { problem: 'unknown-format' } };
  if (!read.ok) return { ok: false, refusal: read.problem };
  const { value } = read;
  const counts = await keeper.preview(value);
  return { ok: true, counts, onTake: () => void takeIn(value, tools) };
}

async function takeIn(incoming: Incoming, { setCourse, tell }: Tools): Promise<void> {
  const stop = new AbortController();
  const onStop = (): void => stop.abort();
  try {
    await keeper.takeIn(incoming, {
      signal: stop.signal,
      onProgress: (done, all) => setCourse({ done, all, onStop }),
    });
    tell({ text: words('libraryTakenIn') });
  } catch (error) {
    tell({
      text: stop.signal.aborted ? words('libraryStopped') : words('libraryFailed', String(error)),
    });
  }
  setCourse(undefined);
}
