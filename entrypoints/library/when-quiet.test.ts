import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openQuietWork, QUIET_MS } from './when-quiet';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('work begins once the reader has done nothing for a while, and only once', () => {
  const page = new EventTarget();
  const work = vi.fn<() => void>();

  openQuietWork(page).set(work);
  vi.advanceTimersByTime(QUIET_MS - 1);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(QUIET_MS * 3);

  expect(work).toHaveBeenCalledTimes(1);
});

test.for(['input', 'keydown', 'pointerdown', 'wheel'])('%s puts it off', (sign) => {
  const page = new EventTarget();
  const work = vi.fn<() => void>();

  openQuietWork(page).set(work);
  for (let time = 0; time < 5; time += 1) {
    vi.advanceTimersByTime(QUIET_MS - 1);
    page.dispatchEvent(new Event(sign));
  }
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(QUIET_MS);

  expect(work).toHaveBeenCalledTimes(1);
});

test('later work takes the place of earlier work, and what was cleared never begins', () => {
  const quiet = openQuietWork(new EventTarget());
  const [earlier, later] = [vi.fn<() => void>(), vi.fn<() => void>()];

  quiet.set(earlier);
  quiet.set(later);
  vi.advanceTimersByTime(QUIET_MS);
  quiet.set(earlier);
  quiet.clear();
  vi.advanceTimersByTime(QUIET_MS);

  expect([earlier.mock.calls.length, later.mock.calls.length]).toEqual([0, 1]);
});
