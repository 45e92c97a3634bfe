import { browser } from 'wxt/browser';
import type { Answer, Name, Question, ReaderAnswer, ReaderName, ReaderQuestion } from './protocol';

/** How a question travels; nothing else is ever listened to. */
type Envelope = { readonly onRecord: string; readonly question?: unknown };
export type Reply<Value> =
  | { readonly ok: true; readonly answer: Value }
  | { readonly ok: false; readonly problem: string };

/**
 * Puts a question to the background.
 * @throws Error where the background is gone (the extension was updated) or could not answer.
 */
export async function ask<N extends Name>(name: N, question?: Question<N>): Promise<Answer<N>> {
  const reply = await browser.runtime.sendMessage<Envelope, Reply<Answer<N>> | undefined>({
    onRecord: name,
    question,
  });
  return answerOf(reply, name);
}

/**
 * Puts a question to the reader's script in a tab.
 * @throws Error where the tab has no such script, or it could not answer.
 */
export async function askReader<N extends ReaderName>(
  tabId: number,
  name: N,
  question?: ReaderQuestion<N>,
): Promise<ReaderAnswer<N>> {
  const reply = await browser.tabs.sendMessage<Envelope, Reply<ReaderAnswer<N>> | undefined>(
    tabId,
    { onRecord: name, question },
    { frameId: 0 },
  );
  return answerOf(reply, name);
}

function answerOf<Value>(reply: Reply<Value> | undefined, name: string): Value {
  if (!reply) throw new Error(`Nobody answered "${name}".`);
  if (!reply.ok) throw new Error(reply.problem);
  return reply.answer;
}
