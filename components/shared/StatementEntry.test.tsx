import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StatementLine } from '@/lib/context/context';
import type { Ref } from '@/lib/record/ref';
import { claimView } from '@/test/support/card-views';
import { speakEnglish } from '@/test/support/languages';
import { StatementEntry } from './StatementEntry';

beforeEach(speakEnglish);
afterEach(cleanup);

/** One line of a real card, with other words each time. */
async function answers(count: number): Promise<[StatementLine, ...StatementLine[]]> {
  const { context } = await claimView();
  const line = context.kind === 'quote' ? context.groups[0]?.lines[0] : undefined;
  if (!line) throw new Error('The claim is not disputed.');
  const answer = (at: number): StatementLine => ({
    ...line,
    ref: `${line.ref}-${at}` as Ref,
    text: `Answer ${at}.`,
  });
  return [answer(1), ...Array.from({ length: count - 1 }, (_each, at) => answer(at + 2))];
}

test('names speaker, day and source once, and each of the statements with what it is shown for', async () => {
  const onMute = vi.fn<(line: StatementLine) => void>();
  const lines = await answers(3);
  render(<StatementEntry lines={lines} onMute={onMute} />);

  const entry = screen.getByRole('article');
  const said = [...entry.querySelectorAll('blockquote')].map(({ textContent }) => textContent);
  expect(said.map((each) => each.replaceAll(/[“”]/gu, ''))).toEqual([
    'Answer 1.',
    'Answer 2.',
    'Answer 3.',
  ]);
  expect(entry.querySelectorAll('.who')).toHaveLength(1);
  expect(entry.querySelectorAll('time')).toHaveLength(1);
  expect(entry.querySelectorAll('.why-this')).toHaveLength(3);

  const [, second] = screen.getAllByRole('button', { name: 'Do not show this record again' });
  if (second) fireEvent.click(second);
  expect(onMute).toHaveBeenCalledExactlyOnceWith(lines[1]);
});

test('shows five statements of an occasion, and the rest at a press', async () => {
  render(<StatementEntry lines={await answers(7)} />);
  expect(document.querySelectorAll('blockquote')).toHaveLength(5);

  fireEvent.click(screen.getByRole('button', { name: /2/u }));

  expect(document.querySelectorAll('blockquote')).toHaveLength(7);
});
