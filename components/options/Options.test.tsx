import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Mute, type Settings } from '@/lib/settings';
import { speakEnglish } from '@/test/support/languages';
import { Options } from './Options';

beforeEach(speakEnglish);
afterEach(cleanup);

function draw(settings: Partial<Settings> = {}, granted = true) {
  const wishes = {
    onChange: vi.fn<(change: Partial<Settings>) => void>(),
    onGrant: vi.fn<() => void>(),
    onShortcuts: vi.fn<() => void>(),
    onCopy: vi.fn<(text: string) => Promise<void>>(async () => await Promise.resolve()),
  };
  render(
    <Options
      settings={{ ...DEFAULT_SETTINGS, ...settings }}
      device={{ used: 1_440_000, commands: [], diagnostics: 'On Record 1' }}
      granted={granted}
      {...wishes}
    />,
  );
  return wishes;
}

test.for([
  { typed: 'https://www.harbour.example/news', site: 'harbour.example' },
  { typed: ' quay.example ', site: 'quay.example' },
  { typed: 'intranet', site: 'intranet' },
])('adds $site from “$typed” to those that are left alone', ({ typed, site }) => {
  const { onChange } = draw();

  fireEvent.input(screen.getByRole('textbox', { name: /^Site/u }), { target: { value: typed } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));

  expect(onChange).toHaveBeenCalledExactlyOnceWith({ pausedSites: [site] });
});

test('adds nothing that is no site', () => {
  draw();

  fireEvent.input(screen.getByRole('textbox', { name: /^Site/u }), {
    target: { value: 'no site at all' },
  });

  expect(screen.getByRole('button', { name: 'Add' })).toHaveProperty('disabled', true);
});

test('shows again what was hidden', () => {
  const kept: Mute = { what: 'person', id: 'a:1', label: 'Ada Marsh' };
  const gone: Mute = { what: 'site', id: 'quay.example', label: 'quay.example' };
  const { onChange } = draw({ mutes: [kept, gone] });

  fireEvent.click(screen.getByRole('button', { name: /: quay\.example$/u }));

  expect(onChange).toHaveBeenCalledExactlyOnceWith({ mutes: [kept] });
});

test('asks how long the own record is kept only where one is kept', () => {
  draw();
  expect(screen.queryByRole('radio', { name: /30 days/u })).toBeNull();
  cleanup();

  draw({ ownRecord: { on: true, retention: 'keep' } });

  expect(screen.getByRole('radio', { name: /30 days/u })).toBeTruthy();
});

test('the number on the toolbar button is off at first', () => {
  draw();

  expect(screen.getByRole('checkbox', { name: /toolbar button/u })).toHaveProperty(
    'checked',
    false,
  );
});

test('says that the browser has not been asked yet, and asks at one press', () => {
  const { onGrant } = draw({}, false);

  fireEvent.click(screen.getByRole('button', { name: 'Allow this' }));

  expect(onGrant).toHaveBeenCalledOnce();
});
