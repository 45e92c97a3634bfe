import { useEffect, useState } from 'preact/hooks';
import type { SourcesView } from '@/components/sources/sources-view';
import type { SourceList } from '@/lib/dataset/source-state';
import { ask } from '@/lib/messages/ask';
import { onSyncNews } from '@/lib/messages/sync-news';

const AGAIN_MS = 3000;

type Sources = Pick<SourcesView, 'sources' | 'working' | 'said'> & {
  /** Does what the reader asked, then says what came of it. */
  readonly doing: (work: () => Promise<SourcesView['said']>) => Promise<void>;
};

/** The datasets as they are, read again whenever work goes on, also where the background was ended. */
export function useSources(): Sources {
  const [{ sources, working }, setList] = useState<SourceList>({ sources: [] });
  const [said, setSaid] = useState<SourcesView['said']>();
  const refresh = async (): Promise<void> => setList(await ask('sources'));
  useEffect(() => {
    void refresh();
    return onSyncNews((progress) => {
      if (progress) setList((before) => ({ ...before, working: progress }));
      else void refresh();
    });
  }, []);
  useEffect(() => {
    if (!working) return undefined;
    const timer = setTimeout(() => void refresh(), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [working]);
  const doing: Sources['doing'] = async (work) => {
    setSaid(undefined);
    // Where the background was ended in the middle, what is there now says it.
    setSaid(await work().catch(() => undefined));
    await refresh();
  };
  return { sources, working, said, doing };
}
