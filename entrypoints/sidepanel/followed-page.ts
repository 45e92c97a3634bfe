import { useEffect, useState } from 'preact/hooks';
import { ask, askReader } from '@/lib/messages/ask';
import { activeTab, onActiveTab } from '@/lib/messages/own-page';
import type { Reopened } from '@/lib/collections/reopened';
import { reopenedIn } from '@/lib/messages/reopen';
import type { Finding, PageState, ReaderAnswer } from '@/lib/messages/protocol';
import { emptyState } from '@/lib/reading/page-state';

/** The page in front, as its reader told last. */
export type FollowedPage = {
  readonly tabId: number;
  readonly state: PageState;
  readonly findings: readonly Finding[];
  readonly where: ReaderAnswer<'where'>;
  readonly reopened?: Reopened | undefined;
};

/** A page says nothing by itself, so that it costs nothing while no panel is open; it is asked. */
const LOOK_MS = 600;

/** The page in front, kept up to date with the tab, its findings and its scroll. */
export function useFollowedPage(): FollowedPage | undefined {
  const [page, setPage] = useState<FollowedPage>();
  useEffect(() => {
    let last: FollowedPage | undefined;
    const look = async (): Promise<void> => {
      const tabId = (await activeTab())?.id;
      if (tabId === undefined || document.hidden) return;
      last = await withReopened(await lookAt(tabId, last));
      setPage(last);
    };
    const timer = setInterval(() => void look(), LOOK_MS);
    const stop = onActiveTab(() => void look());
    void look();
    return () => {
      clearInterval(timer);
      stop();
    };
  }, []);
  return page;
}

async function lookAt(tabId: number, last: FollowedPage | undefined): Promise<FollowedPage> {
  const where = await askReader(tabId, 'where').catch(() => undefined);
  if (!where) return withoutReader(tabId, last);
  const isSame = last?.tabId === tabId && where.run > 0 && last.where.run === where.run;
  if (isSame) return sameWhere(last.where, where) ? last : { ...last, where };
  return { tabId, where, ...(await askReader(tabId, 'findings')) };
}

/** With what became of the words for which the page was opened, where it was. */
async function withReopened(page: FollowedPage): Promise<FollowedPage> {
  const reopened = await reopenedIn(page.tabId);
  return reopened?.at === page.reopened?.at ? page : { ...page, reopened };
}

/** No reader is in this page: its gate, or the browser, says why. */
async function withoutReader(tabId: number, last: FollowedPage | undefined): Promise<FollowedPage> {
  const state = await ask('pageState', { tabId }).catch(() => emptyState('', 'not-permitted'));
  const isSame = last?.tabId === tabId && JSON.stringify(last.state) === JSON.stringify(state);
  return isSame ? last : { tabId, state, findings: [], where: { run: 0 } };
}

function sameWhere(a: ReaderAnswer<'where'>, b: ReaderAnswer<'where'>): boolean {
  return a.inView === b.inView && a.current === b.current;
}
