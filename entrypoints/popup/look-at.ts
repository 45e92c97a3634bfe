import { ask } from '@/lib/messages/ask';
import type { Answer } from '@/lib/messages/protocol';
import { reopenedIn } from '@/lib/messages/reopen';
import { maySee } from '@/lib/messages/site-access';
import type { Reopened } from '@/lib/collections/reopened';
import { emptyState } from '@/lib/reading/page-state';
import type { Settings } from '@/lib/settings';

/** What the popup tells of the page in front, the reader's choices apart. */
type Looked = {
  readonly state: Answer<'pageState'>;
  readonly data: Answer<'heldDatasets'>;
  readonly reopened: Reopened | undefined;
  readonly granted: boolean;
};

/** Looks at a tab; at none, where the browser names none. */
export async function lookAt(
  tab: { readonly id: number } | undefined,
  settings: Settings,
): Promise<Looked> {
  return {
    state: tab ? await ask('pageState', { tabId: tab.id }) : emptyState('', 'not-permitted'),
    data: await ask('heldDatasets'),
    reopened: tab && (await reopenedIn(tab.id)),
    granted: await maySee(settings),
  };
}
