import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyState, type PageState } from '@/lib/reading/page-state';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings';
import { speakEnglish, speakKhmer } from '@/test/support/languages';
import { Popup } from './Popup';

beforeEach(speakEnglish);
afterEach(cleanup);

const ADDRESS = 'https://harbour.example/news/quay';

function draw(state: PageState, settings: Partial<Settings> = {}) {
  const wishes = {
    onChange: vi.fn<(change: Partial<Settings>) => void>(),
    onStep: vi.fn<(direction: 'next' | 'previous') => void>(),
    onPanel: vi.fn<() => void>(),
    onLibrary: vi.fn<() => void>(),
    onSources: vi.fn<() => void>(),
    onOptions: vi.fn<() => void>(),
    onGrant: vi.fn<(where: 'here' | 'news' | 'everywhere') => void>(),
    onSavePage: vi.fn<() => Promise<void>>(async () => await Promise.resolve()),
  };
  render(
    <Popup
      state={state}
      settings={{ ...DEFAULT_SETTINGS, ...settings }}
      host="www.harbour.example"
      data={[]}
      granted
      {...wishes}
    />,
  );
  return wishes;
}

const marked: PageState = {
  ...emptyState(ADDRESS, 'marked'),
  examined: { person: 1, organisation: 0, figure: 0, claim: 3 },
  withContext: { person: 1, organisation: 0, figure: 0, claim: 2 },
};

test('says what became of the page and how much of it is on record', () => {
  draw(marked);

  expect(screen.getByText('This article has been read and marked.')).toBeTruthy();
  expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
    '1 person 1 on record',
    '3 claims 2 on record',
  ]);
});

test('counts in Khmer digits and words', () => {
  speakKhmer();

  draw(marked);

  expect(screen.getAllByRole('listitem')[0]?.textContent).toMatch(/\p{Script=Khmer}/u);
});

test.for([
  { press: 'Allow on every site', where: 'everywhere' },
  { press: /^Only on news sites/u, where: 'news' },
  { press: 'Only on www.harbour.example', where: 'here' },
])('offers to be let in: $where', ({ press, where }) => {
  const { onGrant } = draw(emptyState(ADDRESS, 'not-permitted'));

  fireEvent.click(screen.getByRole('button', { name: press }));

  expect(onGrant).toHaveBeenCalledExactlyOnceWith(where);
});

test('asks for nothing on a page that may be read', () => {
  draw(marked);

  expect(screen.queryByRole('button', { name: 'Allow on every site' })).toBeNull();
});

test.for<{ name: string; settings: Partial<Settings>; change: Partial<Settings> }>([
  {
    name: 'off here where it is on',
    settings: {},
    change: { pausedSites: ['harbour.example'], chosenSites: [] },
  },
  {
    name: 'on again where it was off',
    settings: { pausedSites: ['harbour.example'] },
    change: { pausedSites: [] },
  },
  {
    name: 'on again where it was off with all below another',
    settings: { pausedSites: ['example', 'quay.test'] },
    change: { pausedSites: ['quay.test'] },
  },
  {
    name: 'to the chosen sites where only those are read',
    settings: { sites: 'chosen' },
    change: { pausedSites: [], chosenSites: ['harbour.example'] },
  },
])('switches a site $name', ({ settings, change }) => {
  const { onChange } = draw(marked, settings);

  fireEvent.click(screen.getByRole('checkbox', { name: 'Also on harbour.example' }));

  expect(onChange).toHaveBeenCalledExactlyOnceWith(change);
});

test('tells when the page could not be saved', async () => {
  const { onSavePage } = draw(marked);
  onSavePage.mockRejectedValueOnce(new Error('no room'));

  fireEvent.click(screen.getByRole('button', { name: 'Save this page' }));

  expect(await screen.findByText(/no room/u)).toBeTruthy();
});
