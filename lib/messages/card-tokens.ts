import { browser } from 'wxt/browser';

const KEY = 'cardTokens';
const MOST = 200;

/**
 * One-time tokens that tie a card's frame to the tab whose reader opened it. They are kept for the
 * browser session, since the background may be stopped between the making and the asking.
 */
export async function newCardToken(tabId: number): Promise<string> {
  const token = crypto.randomUUID();
  const tokens = await readTokens();
  await browser.storage.session.set({ [KEY]: [...tokens, { token, tabId }].slice(-MOST) });
  return token;
}

/** Whether a token was made for this tab; it is used up by asking. */
export async function useCardToken(token: string, tabId: number | undefined): Promise<boolean> {
  const tokens = await readTokens();
  const found = tokens.some((each) => each.token === token && each.tabId === tabId);
  await browser.storage.session.set({ [KEY]: tokens.filter((each) => each.token !== token) });
  return found;
}

type Token = { readonly token: string; readonly tabId: number };

async function readTokens(): Promise<readonly Token[]> {
  const found: Record<string, unknown> = await browser.storage.session.get(KEY);
  const kept = found[KEY];
  return Array.isArray(kept) ? kept.filter(isToken) : [];
}

function isToken(value: unknown): value is Token {
  return typeof value === 'object' && value !== null && 'token' in value && 'tabId' in value;
}
