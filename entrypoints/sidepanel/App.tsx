import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Panel } from '@/components/panel/Panel';
import type { TimelineRow } from '@/components/shared/Timeline';
import { ask, askReader } from '@/lib/messages/ask';
import type { CardView } from '@/lib/messages/protocol';
import { useFollowedPage } from './followed-page';
import { Mend } from './mend';
import { peopleOf } from './people-of';

/** The panel over the page in front: it follows the tab, the page's changes and the scroll. */
export function App(): VNode | null {
  const page = useFollowedPage();
  const [opened, setOpened] = useState<string>();
  const [view, setView] = useState<CardView>();
  const [people, setPeople] = useState<readonly TimelineRow[]>([]);
  const tabId = page?.tabId;
  const { current, run } = page?.where ?? {};
  const findings = page?.findings;
  // A card that was moved here, or a mark that was gone to by key, is opened in the list.
  useEffect(() => setOpened(current), [current, tabId]);
  useEffect(() => {
    if (tabId === undefined || opened === undefined) return;
    void askReader(tabId, 'view', { id: opened }).then(setView, () => setView(undefined));
  }, [tabId, opened, run]);
  useEffect(() => {
    if (tabId !== undefined && findings) void peopleOf(tabId, findings).then(setPeople);
  }, [tabId, findings]);
  if (!page) return null;
  const show = (id: string): void => {
    setOpened(id === opened ? undefined : id);
    void askReader(page.tabId, 'show', { id, open: false });
  };
  return (
    <Panel
      state={page.state}
      findings={page.findings}
      opened={opened}
      view={view}
      inView={page.where.inView}
      people={people}
      reopened={page.reopened}
      mend={<Mend state={page.state} />}
      onShow={show}
      onStep={(direction) => void askReader(page.tabId, 'step', { direction })}
      onSave={async (request) => await ask('save', request)}
      onMute={(mute) => void ask('mute', mute)}
      onCopy={async (text) => await navigator.clipboard.writeText(text)}
    />
  );
}
