import { browser } from 'wxt/browser';
import type { SourceProgress } from '@/lib/dataset/source-state';

/** How news of long work travels from the background to pages of ours that are open. */
type News = { readonly onRecordSync: SourceProgress | null };

/** Told no more often than this while one step goes on. */
const PAUSE_MS = 200;

/** Tells open pages how far long work is; undefined at its end. Where none is open nobody listens. */
export function newsOfSync(): (progress: SourceProgress | undefined) => void {
  let told = { step: '', at: 0 };
  return (progress) => {
    const step = progress ? `${progress.id} ${progress.step}` : '';
    const at = Date.now();
    if (progress && step === told.step && at - told.at < PAUSE_MS) return;
    told = { step, at };
    const news: News = { onRecordSync: progress ?? null };
    browser.runtime.sendMessage(news).catch(() => undefined);
  };
}

/** Calls back with the progress of long work in the background. @returns its end. */
export function onSyncNews(listener: (progress: SourceProgress | undefined) => void): () => void {
  const onMessage = (message: unknown): undefined => {
    if (isNews(message)) listener(message.onRecordSync ?? undefined);
    return undefined;
  };
  browser.runtime.onMessage.addListener(onMessage);
  return () => browser.runtime.onMessage.removeListener(onMessage);
}

function isNews(message: unknown): message is News {
  return typeof message === 'object' && message !== null && 'onRecordSync' in message;
}
