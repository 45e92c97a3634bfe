import type { CardWishes } from '@/components/card/card-wishes';
import { ask } from '@/lib/messages/ask';
import { openPanelBeside } from '@/lib/messages/own-page';
import type { FromCard } from '@/lib/reading/card-port';

type Tab = Parameters<typeof openPanelBeside>[0];

/** What the reader may do from a card: some is the page's to carry out, the rest the background's. */
export function wishesOver(tell: (message: FromCard) => void, beside: Tab | undefined): CardWishes {
  const openPanel = async (): Promise<void> =>
    await (beside ? openPanelBeside(beside) : ask('openPanel'));
  return {
    onClose: () => tell({ close: true }),
    onStep: (step) => tell({ step }),
    onPin: (pinned) => tell({ pinned }),
    onPanel: () => void openPanel().then(() => tell({ panel: true })),
    onSave: async (request) => await ask('save', request),
    onMute: (mute) => void ask('mute', mute),
    onCopy: async (text) => await navigator.clipboard.writeText(text),
  };
}
