import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { setWords } from '@/components/shared/words';
import type { SourcePreview, SourceState, SourceTrouble } from '@/lib/dataset/source-state';
import messages from '@/public/_locales/en/messages.json';
import { SourcesPage } from './SourcesPage';
import type { SourcesView, SourcesWishes } from './sources-view';

beforeAll(() => {
  const entries = Object.entries(messages as Record<string, { message: string }>);
  setWords(Object.fromEntries(entries.map(([key, { message }]) => [key, message])), 'en');
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

test('with nothing added yet it says what to do', () => {
  draw({ sources: [BUNDLED] });

  expect(screen.getByText(/You have not added a dataset yet/u)).toBeTruthy();
  expect(screen.getByText('Comes with On Record and is renewed with it.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Remove/u })).toBeNull();
});

test('a dataset is listed with edition, age, size, key and the last result in words', () => {
  draw({ sources: [HARBOUR] });

  const entry = screen.getByRole('article', { name: 'The harbour' });

  expect(entry.textContent).toMatch(/Edition 3, on this device since November 2, 2026/u);
  expect(entry.textContent).toContain('Statements: 41 · Names: 3 · Figures: 2 · 1.5 MB');
  expect(entry.textContent).toContain('lusab-babad-gutih-tugad-mudof-sakat');
  expect(entry.textContent).toMatch(/Last look, .*: The publisher’s host does not answer/u);
  expect(entry.textContent).toContain(
    '2 records are hidden because their publisher recalled them: privacy',
  );
});

test('what can be done with it is asked for by name', () => {
  const wishes = draw({ sources: [HARBOUR] });

  fireEvent.click(screen.getByRole('button', { name: 'Check now: The harbour' }));
  fireEvent.click(screen.getByRole('button', { name: 'Pause updates: The harbour' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Use it on pages' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Pause all updates' }));

  expect(wishes.onCheck).toHaveBeenCalledWith('harbour');
  expect(wishes.onChange).toHaveBeenNthCalledWith(1, 'harbour', { paused: true });
  expect(wishes.onChange).toHaveBeenNthCalledWith(2, 'harbour', { packs: { main: false } });
  expect(wishes.onPauseAll).toHaveBeenCalledWith(true);
});

test('removing asks first and says what is kept', () => {
  const wishes = draw({ sources: [HARBOUR] });

  fireEvent.click(screen.getByRole('button', { name: 'Remove: The harbour' }));
  const asked = screen.getByRole('alertdialog');
  const before = vi.mocked(wishes.onRemove).mock.calls.length;
  fireEvent.click(within(asked).getByRole('button', { name: 'Yes, remove' }));

  expect(asked.textContent).toContain('Everything that you saved in your library stays');
  expect(before).toBe(0);
  expect(wishes.onRemove).toHaveBeenCalledWith('harbour');
});

test('long work shows how far it is and can be stopped', () => {
  const working = { id: 'harbour', step: 'fetching', done: 30, of: 120 } as const;
  const wishes = draw({ sources: [HARBOUR], working });

  const bar = screen.getByRole('progressbar', { name: 'Fetching “The harbour” …' });
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));

  expect((bar as HTMLProgressElement).value).toBe(0.25);
  expect(wishes.onStop).toHaveBeenCalledOnce();
});

test('a damaged pack can be mended where it is told of', () => {
  const packs = HARBOUR.packs.map((pack) => ({ ...pack, damaged: true }));
  const wishes = draw({ sources: [{ ...HARBOUR, packs }] });
  const entry = screen.getByRole('article', { name: 'The harbour' });

  fireEvent.click(within(entry).getByRole('button', { name: 'Check and mend' }));

  expect(wishes.onRepair).toHaveBeenCalledOnce();
});

test('an address is looked at by key as by button', () => {
  const wishes = draw({});
  const field = screen.getByLabelText('Address or invitation');

  fireEvent.input(field, { target: { value: 'records.example' } });
  fireEvent.submit(field);
  fireEvent.click(screen.getByRole('button', { name: 'Look at it' }));

  expect(vi.mocked(wishes.onLook).mock.calls).toEqual([['records.example'], ['records.example']]);
});

test.for<[SourceTrouble, string | undefined]>([
  ['not-permitted', 'Allow this site'],
  ['unreachable', 'Try again'],
  ['no-address', undefined],
])('%s is told in words, with one thing to do: %s', ([trouble, action]) => {
  draw({ trouble });
  fireEvent.input(screen.getByLabelText('Address or invitation'), {
    target: { value: 'x.example' },
  });

  const alert = screen.getByRole('alert');

  expect(alert.textContent).not.toContain('sourceWord');
  expect(
    within(alert)
      .queryAllByRole('button')
      .map((each) => each.textContent),
  ).toEqual(action === undefined ? [] : [action]);
});

test('a preview shows what there is to know; its yes sleeps for half a second', () => {
  const wishes = draw({ preview: PREVIEW });
  const yes = screen.getByRole('button', { name: 'Add it' });
  const before = (yes as HTMLButtonElement).disabled;
  void act(() => void vi.advanceTimersByTime(600));

  fireEvent.click(yes);

  const text = document.body.textContent;
  for (const each of [
    'Harbour Watch',
    'CC0-1.0',
    'English',
    'The boats are safe',
    'news.example',
  ]) {
    expect(text).toContain(each);
  }
  expect(before).toBe(true);
  expect(wishes.onConfirm).toHaveBeenCalledOnce();
});

const PARTS: SourcePreview['packs'] = ['Harbour', 'Islands', 'Rivers'].map((name, at) => ({
  pack: name.toLowerCase(),
  title: { en: name },
  bytes: (at + 1) * 1_000_000,
  counts: { statements: 10, entities: 1, figures: 0 },
}));

test('of several parts those are added that the reader leaves on, and the size is theirs', () => {
  const wishes = draw({ preview: { ...PREVIEW, packs: PARTS } });
  void act(() => void vi.advanceTimersByTime(600));

  fireEvent.click(screen.getByRole('checkbox', { name: /Islands/u }));
  const text = document.querySelector('.facts')?.textContent;
  fireEvent.click(screen.getByRole('button', { name: 'Add it' }));

  expect(text).toContain('4 MB');
  expect(wishes.onConfirm).toHaveBeenCalledWith(['harbour', 'rivers']);
});

function isOff(): boolean {
  return screen.getByRole<HTMLButtonElement>('button', { name: 'Add it' }).disabled;
}

test('parts that are too many together wait to be chosen', () => {
  const large = PARTS.map((part) => Object.assign({}, part, { bytes: 15_000_000 }));
  draw({ preview: { ...PREVIEW, packs: large } });
  void act(() => void vi.advanceTimersByTime(600));
  const none = isOff();
  fireEvent.click(screen.getByRole('checkbox', { name: /Harbour/u }));
  const one = isOff();
  fireEvent.click(screen.getByRole('checkbox', { name: /Rivers/u }));

  expect([none, one, isOff()]).toEqual([true, false, true]);
});

test('a part that was not chosen can be fetched later', () => {
  const wishes = draw({ sources: [{ ...HARBOUR, offered: PARTS.slice(1, 2) }] });

  fireEvent.click(screen.getByRole('button', { name: 'Fetch “Islands”' }));

  expect(wishes.onChange).toHaveBeenCalledWith('harbour', { packs: { islands: true } });
});

test('what a dataset calls itself is text, and only http(s) is a link', () => {
  draw({
    preview: {
      ...PREVIEW,
      title: { en: '<img src=x onerror=alert(1)>' },
      homepage: 'javascript:alert(1)',
    },
  });

  expect(document.querySelector('img')).toBeNull();
  expect([...document.querySelectorAll('a')].map(({ protocol }) => protocol)).toEqual(['https:']);
});

test.for(['other-key', 'built-in'] as const)('one that is %s has no yes', (standing) => {
  draw({ preview: { ...PREVIEW, standing, heldFingerprint: 'ab'.repeat(32) } });
  void act(() => void vi.advanceTimersByTime(600));

  expect(screen.getAllByRole('button').map((each) => each.textContent)).toEqual(['Back']);
  expect(document.querySelectorAll('.key')).toHaveLength(2);
});

test('who asks to remove one and says no is back where the question was', () => {
  draw({ sources: [HARBOUR] });

  fireEvent.click(screen.getByRole('button', { name: /^Remove/u }));
  const question = screen.getByRole('alertdialog', { name: /The harbour/u });
  expect(document.activeElement).toBe(question);
  fireEvent.keyDown(question, { key: 'Escape' });

  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(document.activeElement?.textContent).toContain('Remove');
});

test('in a private window nothing is added or changed', () => {
  draw({ sources: [HARBOUR], isPrivate: true });

  expect(screen.getByText(/This is a private window/u)).toBeTruthy();
  expect(screen.queryByLabelText('Address or invitation')).toBeNull();
  expect(screen.queryByRole('button', { name: /Remove/u })).toBeNull();
});

const BUNDLED: SourceState = {
  id: 'bundled',
  title: { en: 'The bundled one' },
  trust: 'built-in',
  urls: [],
  edition: 1,
  heldSince: Date.UTC(2026, 10, 1, 12),
  paused: false,
  packs: [],
  offered: [],
  recalled: {},
};

const FINGERPRINT = `7f0000013f54dcc18c62c18d${'00'.repeat(20)}`;

const HARBOUR: SourceState = {
  ...BUNDLED,
  id: 'harbour',
  title: { en: 'The harbour' },
  publisher: 'Harbour Watch',
  licence: 'CC0-1.0',
  trust: 'subscribed',
  urls: ['https://records.example/'],
  fingerprint: FINGERPRINT,
  edition: 3,
  heldSince: Date.UTC(2026, 10, 2, 12),
  packs: [
    {
      pack: 'main',
      title: { en: 'Everything' },
      on: true,
      edition: 3,
      bytes: 1_500_000,
      damaged: false,
      counts: { statements: 41, entities: 3, figures: 2 },
    },
  ],
  recalled: { privacy: 2 },
  last: { at: Date.UTC(2026, 10, 3, 12), word: 'unreachable' },
};

const PREVIEW: SourcePreview = {
  id: 'harbour',
  title: { en: 'The harbour' },
  publisher: 'Harbour Watch',
  licence: 'CC0-1.0',
  languages: ['en'],
  edition: 3,
  built: '2026-11-01',
  packs: [
    {
      pack: 'main',
      title: { en: 'Main' },
      bytes: 1_500_000,
      counts: { statements: 41, entities: 3, figures: 2 },
    },
  ],
  urls: ['https://records.example/'],
  fingerprint: FINGERPRINT,
  samples: [
    {
      text: 'The boats are safe',
      lang: 'en',
      speaker: 'Ada Marsh',
      source: { url: 'https://news.example/boats', title: 'Boats', published: '2026' },
    },
  ],
  hosts: ['news.example'],
  standing: 'new',
};

function draw(view: Partial<SourcesView>): SourcesWishes {
  const wishes: SourcesWishes = {
    onLook: vi.fn<SourcesWishes['onLook']>(),
    onFile: vi.fn<SourcesWishes['onFile']>(),
    onAllow: vi.fn<SourcesWishes['onAllow']>(),
    onConfirm: vi.fn<SourcesWishes['onConfirm']>(),
    onBack: vi.fn<SourcesWishes['onBack']>(),
    onCheck: vi.fn<SourcesWishes['onCheck']>(),
    onStop: vi.fn<SourcesWishes['onStop']>(),
    onChange: vi.fn<SourcesWishes['onChange']>(),
    onRepair: vi.fn<SourcesWishes['onRepair']>(),
    onRemove: vi.fn<SourcesWishes['onRemove']>(),
    onPauseAll: vi.fn<SourcesWishes['onPauseAll']>(),
  };
  const all: SourcesView = {
    sources: [],
    working: undefined,
    preview: undefined,
    looking: false,
    trouble: undefined,
    said: undefined,
    updatesPaused: false,
    isPrivate: false,
    ...view,
  };
  render(<SourcesPage view={all} wishes={wishes} />);
  return wishes;
}
