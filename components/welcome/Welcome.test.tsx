import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings';
import { speakEnglish } from '@/test/support/languages';
import { Welcome } from './Welcome';

beforeEach(speakEnglish);
afterEach(cleanup);

function draw(granted: boolean) {
  const wishes = {
    onChange: vi.fn<(change: Partial<Settings>) => void>(),
    onGrant: vi.fn<() => void>(),
    onExample: vi.fn<() => void>(),
  };
  render(<Welcome granted={granted} settings={DEFAULT_SETTINGS} {...wishes} />);
  return wishes;
}

test('explains the missing permission, and one press asks for it', () => {
  const { onGrant } = draw(false);

  fireEvent.click(screen.getByRole('button', { name: 'Allow this' }));

  expect(screen.getByText(/sees no page until you allow it/u)).toBeTruthy();
  expect(onGrant).toHaveBeenCalledOnce();
});

test('asks for nothing that is there', () => {
  draw(true);

  expect(screen.getAllByRole('button').map((each) => each.textContent)).toEqual([
    'Try it on an example article',
  ]);
});

test('keeps no record of its own until the reader says so', () => {
  const { onChange } = draw(true);
  const box = screen.getByRole('checkbox', { name: 'Keep my own record' });
  expect(box).toHaveProperty('checked', false);

  fireEvent.click(box);

  expect(onChange).toHaveBeenCalledExactlyOnceWith({
    ownRecord: { ...DEFAULT_SETTINGS.ownRecord, on: true },
  });
});

test('lets the reader choose where pages are read', () => {
  const { onChange } = draw(true);

  fireEvent.click(screen.getByRole('radio', { name: /^on news sites/u }));

  expect(onChange).toHaveBeenCalledExactlyOnceWith({ sites: 'news' });
});
