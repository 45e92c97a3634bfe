import type { Target } from '@/lib/collections/item';
import type { Reopened } from '@/lib/collections/reopened';
import type { Settings } from '@/lib/settings';
import { findAgain, type FindDesk, type FoundAgain } from './find-again';
import { type CardAddress, type Framed, openFramed } from './framed';
import { boxesOf } from './boxes';
import { ringAround, scrollToRange } from './marks';

/** What showing saved words again asks of the background. */
export type ShowDesk = FindDesk & {
  address(): Promise<CardAddress>;
  settings(): Promise<Settings>;
  /** Milliseconds since 1970. */
  now(): number;
};

/**
 * Finds saved words in this page, brings them into view with the ring around them, and says in a
 * frame of ours what became of them, the old words beside the new. Never points at other words.
 */
export async function showAgain(desk: ShowDesk, target: Target): Promise<Reopened> {
  const end = new AbortController();
  const { signal } = end;
  let takeRing: (() => void) | undefined;
  const stop = (): void => {
    takeRing?.();
    end.abort();
  };
  endWithAddress(stop, signal);
  const notice = noticeIn(desk, signal, stop);
  const say = (found: FoundAgain): Reopened => {
    const reopened = reopenedOf(target, found, desk.now());
    void notice(reopened, found.ranges);
    return reopened;
  };
  const found = await findAgain(desk, { target, signal }, (better) => {
    takeRing?.();
    takeRing = ringAround(better.ranges);
    scrollToRange(better.ranges[0]);
    say(better);
  });
  return found.outcome === 'gone' ? say(found) : reopenedOf(target, found, desk.now());
}

function reopenedOf(target: Target, { outcome, now }: FoundAgain, at: number): Reopened {
  const words = target.quote?.exact ?? target.title;
  return { outcome, words, at, ...(outcome === 'changed' ? { now } : {}) };
}

/** Says things in one frame, which is made when there is something to say. */
function noticeIn(
  desk: ShowDesk,
  signal: AbortSignal,
  onClose: () => void,
): (reopened: Reopened, ranges: readonly StaticRange[]) => Promise<void> {
  let framed: Promise<Framed> | undefined;
  const open = async (): Promise<Framed> =>
    await openFramed(
      await desk.address(),
      {
        onSaid: (said, host) => {
          if ('resized' in said) host.resize(said.resized);
          else if ('close' in said) onClose();
        },
        // The panel and the popup say the same.
        onRemoved: () => undefined,
      },
      signal,
    );
  return async (reopened, ranges) => {
    const { host, tell } = await (framed ??= open());
    tell({ reopened, settings: await desk.settings() });
    host.show(() => ranges.flatMap(boxesOf));
  };
}

/** What was said of one page is not said of the next, which an app may show without a load. */
function endWithAddress(stop: () => void, signal: AbortSignal): void {
  const { pathname, search } = location;
  navigation.addEventListener(
    'currententrychange',
    () => {
      if (location.pathname !== pathname || location.search !== search) stop();
    },
    { signal },
  );
}
