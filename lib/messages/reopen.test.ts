import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Target } from '@/lib/collections/item';
import { reopen } from './reopen';

const TARGET: Target = {
  source: 'https://news.example/dam',
  title: 'The dam',
  quote: { exact: 'the dam is safe', prefix: '', suffix: '' },
};

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

test.for([
  [true, 'https://news.example/dam'],
  [false, 'https://news.example/dam#:~:text=the%20dam%20is%20safe'],
] as const)('opens the page where scripts of ours may go there: %s', async ([isAllowed, url]) => {
  vi.spyOn(fakeBrowser.permissions, 'contains').mockReturnValue(
    Promise.resolve(isAllowed) as never,
  );
  const create = vi.spyOn(fakeBrowser.tabs, 'create');
  vi.spyOn(fakeBrowser.tabs, 'get').mockRejectedValue(new Error('closed'));

  const reopened = await reopen(TARGET, () => 5);

  expect(create).toHaveBeenCalledWith({ url });
  expect(reopened).toEqual({ outcome: 'unread', words: 'the dam is safe', at: 5 });
});

test('opens nothing of a document that has no address', async () => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create');

  expect(await reopen({ ...TARGET, source: 'urn:x-pdf:0123' }, () => 5)).toBeUndefined();

  expect(create).not.toHaveBeenCalled();
});
