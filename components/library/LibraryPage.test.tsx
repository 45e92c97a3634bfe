import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { setWords } from '@/components/shared/words';
import { newFinder } from '@/lib/collections/finder';
import type { Collection, Item } from '@/lib/collections/item';
import messages from '@/public/_locales/en/messages.json';
import { LibraryPage } from './LibraryPage';
import type { LibraryView, LibraryWishes } from './library-view';

beforeAll(() => {
  const entries = Object.entries(messages as Record<string, { message: string }>);
  setWords(Object.fromEntries(entries.map(([key, { message }]) => [key, message])), 'en');
});

afterEach(cleanup);

test('lists what is saved, with who said it and where', () => {
  draw({});

  const rows = within(screen.getByRole('list', { name: 'Items found' })).getAllByRole('button');

  expect(rows).toHaveLength(2);
  expect(rows[0]?.textContent).toContain('Ana Duarte');
  expect(rows[0]?.textContent).toContain('The dam is safe');
});

test('draws only the rows in sight of ten thousand', () => {
  const many = Array.from({ length: 10_000 }, (_each, index) => ({ ...ONE, id: `m${index}` }));

  draw({ items: many });

  const rows = within(screen.getByRole('list', { name: 'Items found' })).getAllByRole('button');
  expect(rows.length).toBeLessThan(40);
  expect(screen.getByText('10,000 items', { selector: 'output' })).toBeTruthy();
});

test('asks for what is searched, and for a collection with those inside it', () => {
  const { wishes } = draw({});

  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'dam' } });
  fireEvent.click(screen.getByRole('button', { name: /^Rivers/u }));

  expect(wishes.onQuery).toHaveBeenNthCalledWith(1, { sort: 'newest', text: 'dam' });
  expect(wishes.onQuery).toHaveBeenNthCalledWith(2, { sort: 'newest', collections: ['c1', 'c2'] });
});

test('opens an item at its place, and keeps a note when the field is left', () => {
  const { wishes } = draw({});
  fireEvent.click(screen.getByRole('button', { name: /The dam is safe/u }));
  const detail = within(screen.getByRole('complementary', { name: 'Saved item' }));

  fireEvent.click(detail.getByRole('button', { name: 'Open at its place' }));
  fireEvent.click(detail.getByRole('button', { name: 'Edit note' }));
  fireEvent.input(detail.getByLabelText('Note'), { target: { value: 'changed' } });
  fireEvent.blur(detail.getByLabelText('Note'));

  expect(wishes.onOpen).toHaveBeenCalledWith(ONE);
  const [ids, change] = vi.mocked(wishes.onChange).mock.calls[0] ?? [];
  expect([ids, change?.(ONE).note]).toEqual([['one'], 'changed']);
});

test.for([
  { leave: 'its button', by: () => fireEvent.click(screen.getByRole('button', { name: 'Close' })) },
  { leave: 'Escape', by: () => fireEvent.keyDown(document.body, { key: 'Escape' }) },
])('an item that is left by $leave gives the focus back to its row', ({ by }) => {
  draw({});
  fireEvent.click(screen.getByRole('button', { name: /The dam is safe/u }));

  by();

  expect(screen.queryByRole('complementary', { name: 'Saved item' })).toBeNull();
  expect(document.activeElement?.textContent).toContain('The dam is safe');
});

test('goes, selects and deletes by key', () => {
  const { wishes } = draw({});
  const list = screen.getByRole('list', { name: 'Items found' });

  fireEvent.keyDown(list, { key: 'j' });
  fireEvent.keyDown(list, { key: 'x' });
  fireEvent.keyDown(list, { key: 'Delete' });

  expect(screen.getByRole('toolbar').textContent).toContain('1 selected');
  expect(wishes.onRemove).toHaveBeenCalledWith(['two']);
});

test('when the last item is deleted by key, what the page says then has the focus', () => {
  const { drawAgain } = draw({ items: [ONE] });
  screen.getByRole('button', { name: /The dam is safe/u }).focus();
  fireEvent.keyDown(screen.getByRole('list', { name: 'Items found' }), { key: 'Delete' });

  drawAgain({ items: [] });

  expect(document.activeElement?.className).toBe('empty');
});

test('changes all that is selected in one step', () => {
  const { wishes } = draw({});
  for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box);

  fireEvent.change(screen.getByLabelText('Add to collection …'), { target: { value: 'c2' } });

  const [ids, change] = vi.mocked(wishes.onChange).mock.calls[0] ?? [];
  expect([ids, change?.(ONE).collections]).toEqual([
    ['one', 'two'],
    ['c1', 'c2'],
  ]);
});

test('moves what is selected out of the collection shown, and puts a collection inside another', () => {
  const third = { id: 'c3', name: 'Seas', createdAt: 1, changedAt: 1 };
  const { wishes } = draw({
    query: { collections: ['c1', 'c2'] },
    collections: [...COLLECTIONS, third, { ...third, id: 'c4', name: 'Lost', parent: 'gone' }],
  });
  expect(screen.getByRole('button', { name: /^Lost/u })).toBeTruthy();
  for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box);

  fireEvent.change(screen.getByLabelText('Move to collection …'), { target: { value: 'c3' } });

  const [, change] = vi.mocked(wishes.onChange).mock.calls[0] ?? [];
  expect(change?.({ ...ONE, collections: ['c1', 'c2', 'x'] }).collections).toEqual(['c3', 'x']);
  cleanup();
  const { wishes: others } = draw({
    query: { collections: ['c2'] },
    collections: [...COLLECTIONS, third],
  });
  fireEvent.change(screen.getByLabelText('Inside'), { target: { value: 'c3' } });
  fireEvent.change(screen.getByLabelText('Inside'), { target: { value: '' } });
  expect(vi.mocked(others.onNestCollection).mock.calls).toEqual([
    ['c2', 'c3'],
    ['c2', undefined],
  ]);
});

test('shows the days that are asked for, and none when something else is asked for', () => {
  const day = new Date(2026, 2, 9).getTime();
  draw({ query: { from: day, to: new Date(2026, 2, 12).getTime() } });

  const fields = document.querySelectorAll<HTMLInputElement>('input[type="date"]');

  expect([...fields].map(({ value }) => value)).toEqual(['2026-03-09', '2026-03-11']);
});

test('shows a note as light Markdown, and markup in it as words', () => {
  const note = 'See **this** <img src=x onerror=alert(1)> and [that](javascript:alert(1))';
  draw({ items: [{ ...ONE, note }] });

  fireEvent.click(screen.getByRole('button', { name: /The dam is safe/u }));

  const detail = screen.getByRole('complementary', { name: 'Saved item' });
  expect(detail.querySelector('.light-markdown b')?.textContent).toBe('this');
  expect(detail.querySelector('img')).toBeNull();
  expect(detail.querySelector('a[href^="javascript"]')).toBeNull();
  expect(detail.textContent).toContain('<img src=x onerror=alert(1)>');
});

test('says in numbers what a file would do, and takes it in only when told', async () => {
  const onTake = vi.fn<() => void>();
  const counts = { add: 3, replace: 1, merge: 0, same: 2, newCollections: 1 };
  draw(
    {},
    {
      onReadFiles: async () =>
        await Promise.resolve({ ok: true, taking: 'import', counts, onTake }),
    },
  );
  fireEvent.click(screen.getByRole('button', { name: 'In and out' }));

  fireEvent.change(screen.getByLabelText('Choose a file'), {
    target: { files: [new File(['{}'], 'library.json')] },
  });
  const take = await screen.findByRole('button', { name: 'Take it in' });

  expect(screen.getByText('add 3 items')).toBeTruthy();
  expect(onTake).not.toHaveBeenCalled();
  fireEvent.click(take);
  expect(onTake).toHaveBeenCalledOnce();
});

test('says why a file is refused', async () => {
  const refusal = { problem: 'malformed', where: 'items 2, savedAt' } as const;
  draw({}, { onReadFiles: async () => await Promise.resolve({ ok: false, refusal }) });
  fireEvent.click(screen.getByRole('button', { name: 'In and out' }));

  fireEvent.change(screen.getByLabelText('Choose a file'), {
    target: { files: [new File(['{}'], 'library.json')] },
  });

  expect((await screen.findByRole('alert')).textContent).toContain('items 2, savedAt');
});

test.for([
  [{ state: 'newer' }, 'You can read and export it'],
  [{ state: 'stuck' }, 'It is as it was'],
  [{ state: 'emptied', lost: { items: 12, at: 0, backup: 1 } }, 'held 12 items'],
] as const)('says what to do with a library that is %o', ([health, says]) => {
  draw({ health });

  expect(screen.getByRole('alert').textContent).toContain(says);
});

const ONE: Item = {
  id: 'one',
  kind: 'claim',
  target: {
    source: 'https://news.example/dam',
    title: 'The dam',
    quote: { exact: 'The dam is safe', prefix: 'She said: ', suffix: '.' },
  },
  speaker: 'Ana Duarte',
  note: 'ask again',
  tags: ['water'],
  collections: ['c1'],
  savedAt: 1_700_000_000_000,
  changedAt: 1_700_000_000_000,
};
const TWO: Item = {
  ...ONE,
  id: 'two',
  target: { source: 'https://news.example/b', title: 'Another page' },
  kind: 'page',
  savedAt: 1_600_000_000_000,
};
const COLLECTIONS: readonly Collection[] = [
  { id: 'c1', name: 'Rivers', createdAt: 1, changedAt: 1 },
  { id: 'c2', name: 'Bends', parent: 'c1', createdAt: 1, changedAt: 1 },
];

type Facts = Partial<Pick<LibraryView, 'health' | 'query' | 'collections'>> & {
  readonly items?: readonly Item[];
};

function viewOf(facts: Facts): LibraryView {
  const items = facts.items ?? [ONE, TWO];
  const finder = newFinder();
  finder.put(items);
  return {
    collections: facts.collections ?? COLLECTIONS,
    query: { sort: 'newest', ...facts.query },
    ids: finder.find({}),
    items: new Map(items.map((item) => [item.id, item])),
    facets: finder.facets(),
    years: finder.years({}),
    count: finder.count(),
    isReady: true,
    twins: 0,
    health: facts.health ?? { state: 'ready' },
  };
}

function draw(
  facts: Facts,
  some: Partial<LibraryWishes> = {},
): { readonly wishes: LibraryWishes; readonly drawAgain: (facts: Facts) => void } {
  const wishes: LibraryWishes = {
    onQuery: vi.fn<LibraryWishes['onQuery']>(),
    onNeed: vi.fn<LibraryWishes['onNeed']>(),
    onOpen: vi.fn<LibraryWishes['onOpen']>(),
    onCopyLink: vi.fn<LibraryWishes['onCopyLink']>(),
    onChange: vi.fn<LibraryWishes['onChange']>(),
    onRemove: vi.fn<LibraryWishes['onRemove']>(),
    onMergeTwins: vi.fn<LibraryWishes['onMergeTwins']>(),
    onAddCollection: vi.fn<LibraryWishes['onAddCollection']>(),
    onRenameCollection: vi.fn<LibraryWishes['onRenameCollection']>(),
    onNestCollection: vi.fn<LibraryWishes['onNestCollection']>(),
    onRemoveCollection: vi.fn<LibraryWishes['onRemoveCollection']>(),
    onExport: vi.fn<LibraryWishes['onExport']>(),
    onSinceSaved: async () => await Promise.resolve({}),
    onReadFiles: async () => await Promise.resolve({ ok: false, refusal: { problem: 'not-json' } }),
    onBackups: async () => await Promise.resolve([]),
    onReadBackup: async () =>
      await Promise.resolve({ ok: false, refusal: { problem: 'not-json' } }),
    onLetBe: vi.fn<LibraryWishes['onLetBe']>(),
    onSchedule: async () => await Promise.resolve({ days: 0 }),
    onCopyNow: async () => await Promise.resolve({ days: 0 }),
    onDevices: async () => await Promise.resolve({ url: '', user: '', sealed: false }),
    ...some,
  };
  const { rerender } = render(<LibraryPage view={viewOf(facts)} wishes={wishes} />);
  const drawAgain = (other: Facts): void =>
    rerender(<LibraryPage view={viewOf(other)} wishes={wishes} />);
  return { wishes, drawAgain };
}
