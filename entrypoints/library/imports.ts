import type { WorkCourse, ImportPreview, Told } from '@/components/library/library-view';
import { troubleWords } from '@/components/shared/trouble-words';
import { words } from '@/components/shared/words';
import type { Taking } from '@/lib/collections/plan-import';
import type { Incoming, Refusal } from '@/lib/collections/read-import';
import type { Result } from '@/lib/result';
import { keeper } from './library-desk';
import { recheckHealth } from './use-index';

export type CourseSetter = (course: WorkCourse | undefined) => void;
export type Tools = {
  readonly setCourse: CourseSetter;
  readonly tell: (told: Told | undefined) => void;
};

/** What a file that was read would do. */
export async function previewOf(
  read: Result<Incoming, Refusal> | undefined,
  tools: Tools,
  taking: Taking,
): Promise<ImportPreview> {
  if (!read) return { ok: false, refusal: { problem: 'unknown-format' } };
  if (!read.ok) return { ok: false, refusal: read.problem };
  const { value } = read;
  const counts = await keeper.preview(value, taking);
  return { ok: true, taking, counts, onTake: () => void takeIn(value, tools, taking) };
}

async function takeIn(
  incoming: Incoming,
  { setCourse, tell }: Tools,
  taking: Taking,
): Promise<void> {
  const stop = new AbortController();
  const onStop = (): void => stop.abort();
  const label = words('libraryTakingIn');
  // A backup comes first, of a large library for a while.
  setCourse({ label, done: 0, all: incoming.items.length, onStop });
  try {
    await keeper.takeIn(incoming, {
      taking,
      signal: stop.signal,
      onProgress: (done, all) => setCourse({ label, done, all, onStop }),
    });
    await recheckHealth();
    tell({ text: words(taking === 'restore' ? 'libraryRestored' : 'libraryTakenIn') });
  } catch (error) {
    tell({
      text: stop.signal.aborted
        ? words('libraryStopped')
        : words('libraryFailed', troubleWords(error)),
    });
  }
  setCourse(undefined);
}
