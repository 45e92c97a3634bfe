import type { Frame, Page } from 'puppeteer-core';

/** What a reader does who has no pointer. */

/** Brings a page to the front, until its window has the focus: a key pressed before shows nothing. */
export async function toFront(page: Page): Promise<void> {
  for (let left = 20; left > 0; left -= 1) {
    await page.bringToFront();
    const hasFocus = await page
      .waitForFunction(() => document.hasFocus(), { timeout: 500 })
      .catch(() => undefined);
    if (hasFocus) return;
  }
  throw new Error('The page never had the focus.');
}

export type Focused = { readonly name: string; readonly isSeen: boolean };

/** What has the focus inside an element: its name, and whether it can be seen that it has. */
export async function focused(where: Page | Frame, within: string): Promise<Focused | undefined> {
  return await where.evaluate((inside) => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || active === document.body) return undefined;
    if (!active.closest(inside)) return undefined;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(active);
    // In Chromium the button inside a field for a day has the focus alone, in a ring of the browser's.
    const isInside = !active.matches(':focus');
    const label = active.closest('label')?.textContent ?? active.textContent;
    return {
      name: (active.getAttribute('aria-label') ?? label).replaceAll(/\s+/gu, ' ').trim(),
      isSeen:
        (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' || isInside,
    };
  }, within);
}

/** Presses Tab until what is so called has the focus; whatever has it on the way must show it. */
// oxlint-disable-next-line max-params -- the keys' page, the document, what is looked for and where
export async function tabTo(
  page: Page,
  where: Page | Frame,
  name: RegExp,
  within = 'body',
): Promise<void> {
  // Buttons with an effect work once a card has stood in plain sight for a moment.
  await where.waitForFunction(
    () => document.querySelector('.card-actions .primary:disabled') === null,
  );
  const passed: string[] = [];
  for (let left = 120; left > 0; left -= 1) {
    const now = await focused(where, within);
    if (now && !now.isSeen) throw new Error(`The focus on "${now.name}" cannot be seen.`);
    if (now && name.test(now.name)) return;
    passed.push(now?.name ?? '-');
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(name)}, but ${passed.slice(-40).join(' | ')}.`);
}

/** Goes back by Shift and Tab to what is so called. */
export async function backTo(page: Page, name: RegExp): Promise<void> {
  for (let left = 40; left > 0; left -= 1) {
    const now = await focused(page, 'body');
    if (now && !now.isSeen) throw new Error(`The focus on "${now.name}" cannot be seen.`);
    if (now && name.test(now.name)) return;
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
  }
  throw new Error(`Nothing before the focus is called ${String(name)}.`);
}

export async function chord(
  page: Page,
  key: 'Period' | 'Comma' | 'Enter',
  times: number,
): Promise<void> {
  await page.keyboard.down('Alt');
  await page.keyboard.down('Shift');
  for (let left = times; left > 0; left -= 1) await page.keyboard.press(key);
  await page.keyboard.up('Shift');
  await page.keyboard.up('Alt');
}

/** Runs in a page of ours: what a pointer can work, by a description that a walk can compare. */
export function reachable(): string[] {
  const named = new Set<string>();
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary',
  );
  for (const each of all) {
    if (each.matches(':disabled') || !each.checkVisibility()) continue;
    // Of radio buttons of one name, arrows go from one to the next: the chosen one stands for all.
    const isRadio = each instanceof HTMLInputElement && each.type === 'radio';
    const group = isRadio ? `radio ${each.name}` : (each.closest('label') ?? each).textContent;
    named.add(group.replaceAll(/\s+/gu, ' ').trim());
  }
  return [...named];
}

/** Goes through a page once by Tab. @returns what had the focus, and where that could not be seen */
export async function walk(page: Page): Promise<[reached: string[], unseen: string[]]> {
  const reached: string[] = [];
  const unseen: string[] = [];
  for (let left = 80; left > 0; left -= 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page, 'body');
    // Behind the last, Firefox goes to its own bar.
    if (!now && reached.length > 0) break;
    if (!now) continue;
    if (!now.isSeen) unseen.push(now.name);
    reached.push(
      await page.evaluate(() => {
        const active = document.activeElement;
        const isRadio = active instanceof HTMLInputElement && active.type === 'radio';
        const words = (active?.closest('label') ?? active)?.textContent ?? '';
        return isRadio ? `radio ${active.name}` : words.replaceAll(/\s+/gu, ' ').trim();
      }),
    );
  }
  return [reached, unseen];
}
