import { beforeAll, beforeEach, expect, test } from 'vitest';
import { placeBeside } from './place-beside';

const CARD = { width: 400, height: 300 };

function box(left: number, top: number): DOMRect {
  const [width, height] = [80, 20];
  const rest = { width, height, x: left, y: top, right: left + width, bottom: top + height };
  return { left, top, ...rest, toJSON: () => ({}) };
}

beforeAll(() => {
  // jsdom has no geometry of its own.
  class Rect {
    readonly left = 8;
    readonly top = 8;
    readonly right = 8;
    readonly bottom = 8;
  }
  Object.assign(globalThis, { DOMRect: Rect });
});

beforeEach(() => {
  windowOf(1200, 900);
});

function windowOf(width: number, height: number): void {
  Object.assign(window, { innerWidth: width, innerHeight: height });
  document.documentElement.dir = '';
}

test('stands below the words', () => {
  expect(placeBeside([box(100, 200)], CARD)).toContain(
    'left:100px;top:228px;width:400px;height:300px',
  );
});

test('flips above words at the bottom of the window', () => {
  expect(placeBeside([box(100, 800)], CARD)).toContain('top:492px');
});

test('shifts into a window that is too narrow beside the words', () => {
  expect(placeBeside([box(1100, 200)], CARD)).toContain('left:792px');
});

test('ends where the words end on a page that runs from right to left', () => {
  document.documentElement.dir = 'rtl';

  expect(placeBeside([box(600, 200)], CARD)).toContain('left:280px');
});

test('shrinks into the larger room where it fits neither below nor above', () => {
  windowOf(1200, 540);

  expect(placeBeside([box(100, 230)], CARD)).toContain('top:258px;width:400px;height:274px');
});

test('leaves the words seen in a window that is as low as at twice the size', () => {
  windowOf(600, 450);

  expect(placeBeside([box(64, 166), box(64, 200)], CARD)).toContain('top:228px;');
  expect(placeBeside([box(64, 166), box(64, 200)], CARD)).toContain('height:214px');
});

test('covers words only where no room is left for a card to be read in', () => {
  windowOf(1200, 300);

  expect(placeBeside([box(100, 180)], CARD)).toContain('top:8px;width:400px;height:180px');
});

test('is a sheet at the bottom of a small window', () => {
  windowOf(360, 640);

  expect(placeBeside([box(10, 10)], { width: 400, height: 900 })).toBe(
    'left:0;right:0;bottom:0;width:100vw;height:448px;',
  );
});
