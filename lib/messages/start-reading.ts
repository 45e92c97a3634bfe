import { browser } from 'wxt/browser';
import { emptyState } from '@/lib/reading/page-state';

/** What the gate says of a page. */
type Verdict = { readonly article: boolean; readonly reason: string };

/**
 * Asks the gate about this page, again whenever its address changes, until it is an article; then
 * the background is told, once, and puts the reader's script into the tab. A page that is none
 * sends nothing; only when the popup asks does it say why.
 */
export function startReading(judge: () => Verdict): void {
  let verdict = judge();
  let told = false;
  let refused = false;
  const tell = async (): Promise<void> => {
    if (told || !verdict.article) return;
    told = true;
    refused = !(await start(verdict.reason));
  };
  const judgeAgain = (): void => {
    if (told) return;
    verdict = judge();
    quietly(tell());
  };
  quietly(tell());
  onAddressOrGrowth(judgeAgain, () => told);
  browser.runtime.onMessage.addListener((message: unknown, _sender, send) => {
    if (told && !refused) return undefined;
    if (asks(message, 'refresh')) {
      // The reader may have chosen this site since.
      told = false;
      judgeAgain();
    }
    if (!asks(message, 'pageState')) return undefined;
    send({ ok: true, answer: emptyState(location.href, 'not-an-article', verdict.reason) });
    return true;
  });
}

/** The extension was updated under this page: the new one starts at its next load. */
function quietly(work: Promise<unknown>): void {
  work.catch(() => undefined);
}

/** Asks for the reader's script. @returns false where the reader's choice keeps us out of this page. */
async function start(reason: string): Promise<boolean> {
  const reply: unknown = await browser.runtime.sendMessage({
    onRecord: 'startReader',
    question: { reason },
  });
  const { answer } = (reply ?? {}) as { answer?: { started?: boolean } };
  return answer?.started ?? true;
}

/** Client-rendered pages are empty at first: a few later looks, cheap and at idle, catch them. */
const LATER_LOOKS_MS = [700, 2000, 5000];

function onAddressOrGrowth(look: () => void, isDone: () => boolean): void {
  const lookLater = (): void => {
    if (isDone()) navigation.removeEventListener('currententrychange', lookLater);
    else for (const wait of LATER_LOOKS_MS) setTimeout(look, wait);
  };
  navigation.addEventListener('currententrychange', lookLater);
  lookLater();
}

function asks(message: unknown, name: string): boolean {
  return (
    typeof message === 'object' && message !== null && Reflect.get(message, 'onRecord') === name
  );
}
