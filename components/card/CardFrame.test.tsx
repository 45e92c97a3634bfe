import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Item } from '@/lib/collections/item';
import { claimView } from '@/test/support/card-views';
import { speakEnglish } from '@/test/support/languages';
import { CardFrame } from './CardFrame';

const observers = new Set<IntersectionObserverCallback>();

beforeEach(() => {
  speakEnglish();
  vi.useFakeTimers();
  // jsdom has no layout: what is observed is said by the test.
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #callback: IntersectionObserverCallback;
      constructor(callback: IntersectionObserverCallback) {
        this.#callback = callback;
      }
      observe(): void {
        observers.add(this.#callback);
      }
      disconnect(): void {
        observers.delete(this.#callback);
      }
    },
  );
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => {
  cleanup();
  observers.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const nothing = (): void => undefined;

function card(seen: number | undefined, isPlain = true) {
  return (
    <CardFrame
      view={VIEW}
      seen={seen}
      isPlain={isPlain}
      onMeasured={nothing}
      onClose={nothing}
      onStep={nothing}
      onPin={nothing}
      onPanel={nothing}
      onSave={async () => await Promise.resolve({ item: {} as Item })}
      onMute={nothing}
      onCopy={async () => await Promise.resolve()}
    />
  );
}

const VIEW = await claimView();

function standInPlainSight(ms: number): void {
  void act(() => {
    for (const callback of observers) {
      callback([{ isIntersecting: true } as IntersectionObserverEntry], {} as IntersectionObserver);
    }
    vi.advanceTimersByTime(ms);
  });
}

const isSaveReady = (): boolean =>
  !screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled;

test('a card that is drawn out of sight takes no focus and readies no button', async () => {
  render(card(undefined));

  standInPlainSight(5000);

  expect(document.activeElement).toBe(document.body);
  expect(isSaveReady()).toBe(false);
});

test('once it is in sight it takes the focus, and its buttons work a moment later', async () => {
  const { rerender } = render(card(undefined));
  standInPlainSight(5000);

  rerender(card(1));
  standInPlainSight(300);

  expect(document.activeElement?.className).toBe('card-body');
  expect(isSaveReady()).toBe(false);
  standInPlainSight(500);
  expect(isSaveReady()).toBe(true);
});

test('no press has an effect before, nor while the page covers the card, but on what closes it', () => {
  const { rerender } = render(card(1));
  standInPlainSight(900);
  const link = screen.getAllByRole('link')[0] as HTMLElement;
  expect(fireEvent.click(link)).toBe(true);

  rerender(card(1, false));
  standInPlainSight(900);

  expect(fireEvent.click(link)).toBe(false);
  expect(isSaveReady()).toBe(false);
  expect(screen.queryByText(/lies over the card/u)).toBeNull();
  standInPlainSight(1600);
  expect(screen.getByText(/lies over the card/u)).toBeTruthy();
  expect(fireEvent.click(screen.getByRole('button', { name: 'Close' }))).toBe(true);
});

test('a card that was pinned and closed is pinned no more', async () => {
  const { rerender } = render(card(1));
  fireEvent.click(screen.getByRole('button', { name: 'Keep this card open' }));
  expect(screen.getByRole('button', { name: 'Keep this card open', pressed: true })).toBeTruthy();

  rerender(card(undefined));
  rerender(card(2));

  expect(screen.getByRole('button', { name: 'Keep this card open', pressed: false })).toBeTruthy();
});
