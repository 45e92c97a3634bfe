import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Grant } from '@/components/shared/Grant';
import { SiteSwitches } from '@/components/shared/SiteSwitches';
import type { PageState } from '@/lib/messages/protocol';
import { askForChanged, askForSites, choiceOf, maySee } from '@/lib/messages/site-access';
import type { Settings } from '@/lib/settings';
import { changeSettings, onSettings, readSettings } from '@/lib/storage/settings-store';

/** Where the page in front may not be read: what the reader can do about it, in one press. */
export function Mend({ state }: { readonly state: PageState }): VNode | null {
  const { settings, granted } = useChoice(state);
  if (!settings) return null;
  const host = URL.canParse(state.url) ? new URL(state.url).hostname : '';
  if (state.status === 'not-permitted' && !granted) {
    return (
      <Grant
        host={host}
        onGrant={(where) => {
          const choice = choiceOf(where, state.url, settings);
          void askForSites(choice).then(async () => await changeSettings(choice));
        }}
      />
    );
  }
  if (!/^(?:paused|paused-here|not-chosen)$/u.test(state.status)) return null;
  return (
    <SiteSwitches
      settings={settings}
      host={host}
      onChange={(change) =>
        void askForChanged(settings, change).then(async () => await changeSettings(change))
      }
    />
  );
}

/** What the reader chose, and whether the browser goes along; asked anew for each state of a page. */
function useChoice(state: PageState): {
  readonly settings: Settings | undefined;
  readonly granted: boolean;
} {
  const [settings, setSettings] = useState<Settings>();
  const [granted, setGranted] = useState(true);
  useEffect(() => {
    void readSettings().then(setSettings);
    return onSettings(setSettings);
  }, []);
  useEffect(() => {
    if (settings) void maySee(settings).then(setGranted);
  }, [settings, state]);
  return { settings, granted };
}
