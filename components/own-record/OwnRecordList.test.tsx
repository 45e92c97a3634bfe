import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { OwnQuote } from '@/lib/context/own-record';
import { setWords } from '@/components/shared/words';
import { speakEnglish } from '@/test/support/languages';
import { OwnRecordList } from './OwnRecordList';

afterEach(cleanup);
afterEach(() => setWords({}, 'en'));

const quote: OwnQuote = {
  id: 'a',
  speaker: 'Ana Ruiz',
  speakerKey: 'ana ruiz',
  words: 'The bridge is safe',
  url: 'https://news.example/1',
  title: 'A bridge',
  seenAt: 1000,
};
const wishes = {
  onSearch: vi.fn<(search: string) => void>(),
  onRemove: vi.fn<(id: string) => void>(),
  onWipe: vi.fn<() => void>(),
};

test('shows what was read with its page, and takes one out', () => {
  render(<OwnRecordList quotes={[quote]} count={1} search="" {...wishes} />);

  expect(screen.getByText('The bridge is safe')).toBeTruthy();
  expect(screen.getByRole('link').getAttribute('href')).toBe('https://news.example/1');
  fireEvent.click(screen.getByRole('button', { name: 'ownRecordRemove' }));
  expect(wishes.onRemove).toHaveBeenCalledWith('a');
});

test('shows a fact check as what its reviewer published, on the reviewer’s wording of the claim', () => {
  speakEnglish();
  const verdict = { reviewer: 'Lighthouse Checks', label: 'Half right' };
  render(<OwnRecordList quotes={[{ ...quote, verdict }]} count={1} search="" {...wishes} />);

  expect(screen.getByText('Lighthouse Checks published the verdict “Half right”.')).toBeTruthy();
  expect(screen.getByText('Claim, as the reviewer words it')).toBeTruthy();
  expect(screen.getByText('The bridge is safe').closest('blockquote')?.className).toBe('reported');
});

test('says that there is nothing, and then offers no wiping', () => {
  render(<OwnRecordList quotes={[]} count={0} search="" {...wishes} />);

  expect(screen.getByText('ownRecordEmpty')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'ownRecordWipe' })).toBeNull();
});

test('passes on what is searched for', () => {
  render(<OwnRecordList quotes={[]} count={3} search="" {...wishes} />);

  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'bridge' } });

  expect(wishes.onSearch).toHaveBeenCalledWith('bridge');
});
