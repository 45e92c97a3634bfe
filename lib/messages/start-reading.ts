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
  const tell = (): void => {
    if (told || !verdict.article) return;
    told = true;
    browser.runtime
      .sendMessage({ onRecord: 'startReader', question: { reason: verdict.reason } })
      // The extension was updated under this page: the new one starts at its next load.
      .catch(() => undefined);
  };
  tell();
  const judgeAgain = (): void => {
    if (told) return;
    verdict = judge();
    tell();
  };
  onAddressOrGrowth(judgeAgain, () => told);
  browser.runtime.onMessage.addListener((message: unknown, _sender, send) => {
    if (told || !asksForState(message)) return undefined;
    send({ ok: true, answer: emptyState(location.href, 'not-an-article', verdict.reason) });
    return true;
  });
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

function asksForState(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    Reflect.get(message, 'onRecord') === 'pageState'
  );
}
