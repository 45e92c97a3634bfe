import { browser, type Browser } from 'wxt/browser';
import type { Reply } from './ask';
import type { Answer, Name, Question, ReaderAnswer, ReaderName, ReaderQuestion } from './protocol';

export type Sender = Browser.runtime.MessageSender;

/** An answer to every question; one that is missing does not compile. */
export type Replies = {
  readonly [N in Name]: (question: Question<N>, sender: Sender) => Promise<Answer<N>>;
};
export type ReaderReplies = {
  readonly [N in ReaderName]: (
    question: ReaderQuestion<N>,
  ) => Promise<ReaderAnswer<N>> | ReaderAnswer<N>;
};

/** What a page's script may ask; all else is for pages of the extension alone. */
const FOR_CONTENT_SCRIPTS: ReadonlySet<string> = new Set<Name>([
  'startReader',
  'settingsFor',
  'findBody',
  'annotate',
  'lookUp',
  'findWords',
  'secondOpinion',
  'styleFrames',
  'cardToken',
  'reportState',
]);

/** The longest question a content script may put, in characters of its JSON. */
const LONGEST_QUESTION = 6_000_000;

/** Answers the questions of content scripts and of the extension's own pages. @returns its end. */
export function serve(replies: Replies): () => void {
  return listen(replies, (name, sender, question) => mayAsk(name, sender, question));
}

/** Answers the questions that background, panel and popup put to a page. @returns its end. */
export function serveReader(replies: Partial<ReaderReplies>): () => void {
  return serveOwn(replies);
}

/** Answers what the extension's own scripts and pages ask of one of its pages. @returns its end. */
export function serveOwn(replies: object): () => void {
  return listen(replies, (_name, sender) => sender.tab === undefined || isOurPage(sender));
}

type Guard = (name: string, sender: Sender, question: unknown) => boolean;

function listen(replies: object, allowed: Guard): () => void {
  const onMessage = (
    message: unknown,
    sender: Sender,
    send: (reply: Reply<unknown>) => void,
  ): true | undefined => {
    const asked = questionIn(message);
    if (!asked || sender.id !== browser.runtime.id) return undefined;
    const { name, question } = asked;
    const reply: unknown = Object.hasOwn(replies, name) ? Reflect.get(replies, name) : undefined;
    if (typeof reply !== 'function' || !allowed(name, sender, question)) return undefined;
    answerWith(reply, [question, sender])
      .then((answer) => send({ ok: true, answer }))
      .catch((error: unknown) => send({ ok: false, problem: String(error) }));
    return true;
  };
  browser.runtime.onMessage.addListener(onMessage);
  return () => browser.runtime.onMessage.removeListener(onMessage);
}

// oxlint-disable-next-line typescript/no-unsafe-function-type -- which one it is, the name has decided
async function answerWith(reply: Function, given: readonly unknown[]): Promise<unknown> {
  const answer: unknown = await Reflect.apply(reply, undefined, given);
  return answer;
}

function questionIn(message: unknown): { name: string; question: unknown } | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const name: unknown = Reflect.get(message, 'onRecord');
  const question: unknown = Reflect.get(message, 'question');
  return typeof name === 'string' ? { name, question } : undefined;
}

function isOurPage(sender: Sender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
}

function mayAsk(name: string, sender: Sender, question: unknown): boolean {
  if (isOurPage(sender)) return true;
  const size = JSON.stringify(question ?? null).length;
  return FOR_CONTENT_SCRIPTS.has(name) && sender.tab !== undefined && size <= LONGEST_QUESTION;
}
