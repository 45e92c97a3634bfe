import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { speakEnglish } from '@/test/support/languages';
import { Devices } from './Devices';
import type { DevicesView, LibraryWishes } from './library-view';

beforeEach(speakEnglish);
afterEach(cleanup);

const VIEW: DevicesView = { url: 'https://shelf.example/', user: 'ada', sealed: false };

test('an exchange can be stopped while it goes on, and says how it ended', async () => {
  const ended = Promise.withResolvers<DevicesView>();
  const onDevices = vi.fn<LibraryWishes['onDevices']>(
    async (choice) => await (choice ? ended.promise : Promise.resolve(VIEW)),
  );
  render(<Devices onDevices={onDevices} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Exchange now' }));

  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  ended.resolve({ ...VIEW, told: 'Stopped.' });

  expect(onDevices.mock.lastCall?.[1]?.aborted).toBe(true);
  expect(await screen.findByText('Stopped.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Exchange now' })).toBeTruthy();
});
