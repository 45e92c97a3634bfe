import { expect, test } from 'vitest';
import { gather, gatherInSlices } from './gather';

/** A long article of many small nodes, with nested elements of every kind. */
function longPage(paragraphs: number): Element {
  const page = new DOMParser().parseFromString(
    `<main><h1>Ferry back</h1>${'<section class="part"><p>The <a href="/f"><b>ferry</b></a> crossed.<br><span class="note">It was late.</span></p><img src="x"></section>'.repeat(paragraphs)}</main>`,
    'text/html',
  );
  return page.body;
}

/** A clock on which every look takes a while, and a count of the pauses. */
function slowClock(msALook: number): {
  readonly now: () => number;
  readonly pause: () => Promise<void>;
  readonly longest: () => number;
  readonly pauses: () => number;
} {
  let [time, since, longest, pauses] = [0, 0, 0, 0];
  return {
    now: () => (time += msALook),
    pause: async () => {
      longest = Math.max(longest, time - since);
      since = time;
      pauses += 1;
      await Promise.resolve();
    },
    longest: () => longest,
    pauses: () => pauses,
  };
}

test('what is gathered in slices is what is gathered at once', async () => {
  const root = longPage(600);
  const clock = slowClock(3);

  const sliced = await gatherInSlices(root, clock);

  const whole = gather(root);
  expect(sliced.outline).toEqual(whole.outline);
  expect(sliced.nodes.length).toBe(whole.nodes.length);
  expect(sliced.nodes.every((node, index) => node === whole.nodes[index])).toBe(true);
  expect(clock.pauses()).toBeGreaterThan(5);
  expect(clock.longest()).toBeLessThan(20);
});

test('a short page is gathered without a pause', async () => {
  const clock = slowClock(1);

  await gatherInSlices(longPage(10), clock);

  expect(clock.pauses()).toBe(0);
});

test('a page that is taken apart between two slices ends the walk, without harm', async () => {
  const root = longPage(600);
  const clock = slowClock(20);

  const gathered = await gatherInSlices(root, {
    now: clock.now,
    pause: async () => {
      root.querySelector('main')?.replaceChildren();
      await clock.pause();
    },
  });

  expect(gathered.nodes.length).toBeLessThan(gather(longPage(600)).nodes.length);
  const entered = gathered.outline.steps.filter((step) => (step & 7) === 1 || (step & 7) === 2);
  expect(gathered.outline.steps.filter((step) => step === 3).length).toBe(entered.length);
});
