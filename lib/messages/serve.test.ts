import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Replies, serve, serveReader } from './serve';

type Answer = { readonly ok: boolean; readonly answer?: unknown; readonly problem?: string };

beforeEach(() => {
  fakeBrowser.reset();
});

const never = vi.fn<() => Promise<never>>();
const replies = new Proxy({} as Replies, {
  getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: never }),
  get: (_all, name) => {
    if (name === 'pageState') return async () => await Promise.resolve('state');
    if (name === 'annotate') return async () => await Promise.reject(new Error('no words'));
    return never;
  },
});

const ourPage = { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/popup.html' };
const page = { id: 'test-extension-id', url: 'https://news.example/', tab: { id: 7 } };

/** What a listener answers; undefined where it does not listen. */
async function put(message: unknown, sender: object): Promise<Answer | undefined> {
  const [listener] = listeners();
  return await new Promise((done) => {
    if (listener?.(message, sender, done) !== true) done(undefined);
  });
}

type Listener = (message: unknown, sender: object, send: (answer: Answer) => void) => unknown;
const heard: Listener[] = [];

function listeners(): readonly Listener[] {
  return heard;
}

function listening(): void {
  heard.length = 0;
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener: unknown) => {
    heard.push(listener as Listener);
  });
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockReturnValue('chrome-extension://test-extension-id/');
}

test('answers a page of ours', async () => {
  listening();
  serve(replies);

  expect(await put({ onRecord: 'pageState', question: { tabId: 1 } }, ourPage)).toEqual({
    ok: true,
    answer: 'state',
  });
});

test('tells of a failure in words', async () => {
  listening();
  serve(replies);

  expect(await put({ onRecord: 'annotate', question: {} }, page)).toEqual({
    ok: false,
    problem: 'Error: no words',
  });
});

test.for([
  {
    name: 'a page’s script that asks for what is not its own',
    message: { onRecord: 'save' },
    sender: page,
  },
  {
    name: 'another extension',
    message: { onRecord: 'pageState' },
    sender: { ...ourPage, id: 'other' },
  },
  { name: 'a question that is not ours', message: { hello: 1 }, sender: ourPage },
  {
    name: 'a question of a page that is too long',
    message: { onRecord: 'annotate', question: 'x'.repeat(6_000_001) },
    sender: page,
  },
])('does not answer $name', async ({ message, sender }) => {
  listening();
  serve(replies);

  expect(await put(message, sender)).toBeUndefined();
});

test('a page’s script answers the extension, and no other page', async () => {
  listening();
  serveReader({ findings: () => ({ state: 'here', findings: [] }) as never });

  expect((await put({ onRecord: 'findings' }, { id: 'test-extension-id' }))?.ok).toBe(true);
  expect(await put({ onRecord: 'findings' }, page)).toBeUndefined();
});
