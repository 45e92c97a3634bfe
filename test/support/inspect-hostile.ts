import { setTimeout } from 'node:timers/promises';
import type { Frame, Page } from 'puppeteer-core';

type Surface = Page | Frame;

/** What is wrong with a surface that shows hostile texts, and which of them it shows. */
export type Inspection = {
  /** Text nodes that hold hostile texts, whole. */
  readonly texts: readonly string[];
  readonly wrong: readonly string[];
};

/** Opens everything that can be opened on a surface, so that all its words are drawn. */
export async function openAll(surface: Surface): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await surface.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true;
      for (const button of document.querySelectorAll('button')) {
        if (/^Show (?:\d+ )?more$/u.test(button.textContent.trim())) button.click();
      }
    });
    await setTimeout(60);
  }
}

/**
 * Looks at every element of a surface: nothing but text may have come of the texts, nothing leads
 * anywhere but to the web, nothing is wider than its place or towers over others, and no text turns
 * its neighbours round.
 */
export async function inspect(surface: Surface): Promise<Inspection> {
  const found = await Promise.all(
    [foreignElements, foreignAttributes, links, turning, towers, wide].map(
      async (look) => await look(surface),
    ),
  );
  return { texts: await textsOn(surface), wrong: found.flatMap((each) => each.slice(0, 8)) };
}

async function textsOn(surface: Surface): Promise<string[]> {
  return await surface.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      if (/ h\d+h/u.test(text)) texts.push(text.toWellFormed());
    }
    return texts;
  });
}

/** Elements that no surface of ours has. */
async function foreignElements(surface: Surface): Promise<string[]> {
  return await surface.evaluate(() => {
    const foreign =
      'script,img,iframe,frame,object,embed,base,meta,link,style,video,audio,picture,form[action]';
    return [...document.body.querySelectorAll(foreign)]
      .filter(
        (each) => !(each instanceof HTMLScriptElement && each.src.startsWith(location.origin)),
      )
      .map((each) => `foreign element: ${each.outerHTML.slice(0, 80)}`);
  });
}

async function foreignAttributes(surface: Surface): Promise<string[]> {
  return await surface.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(({ name }) => /^on|^srcdoc$/u.test(name))
        .map(({ name }) => `foreign attribute: ${name} of ${element.tagName}`),
    ),
  );
}

/** Links lead to pages of the web or of ours, and give nothing along. */
async function links(surface: Surface): Promise<string[]> {
  return await surface.evaluate(() =>
    [...document.querySelectorAll('a')]
      .filter(({ href }) => !href.startsWith(location.origin))
      .filter(
        ({ protocol, username, password, rel }) =>
          !/^https?:$/u.test(protocol) || username + password !== '' || !/noopener/u.test(rel),
      )
      .map(({ href }) => `link: ${href}`),
  );
}

/** Texts that turn the direction of writing, in elements that do not keep that to themselves. */
async function turning(surface: Surface): Promise<string[]> {
  return await surface.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement, nodeValue } = node;
      if (!parentElement || !/[\u202A-\u202E\u2066-\u2069]/u.test(nodeValue ?? '')) continue;
      const { unicodeBidi } = getComputedStyle(parentElement);
      if (/isolate|plaintext/u.test(unicodeBidi)) continue;
      found.push(`turns its neighbours: ${parentElement.tagName} ${parentElement.className}`);
    }
    return found;
  });
}

/** Letters piled up to towers that nothing cuts off before they reach what is not theirs. */
async function towers(surface: Surface): Promise<string[]> {
  return await surface.evaluate(() => {
    const whole = 'body, main, .card, .card-body, .panel, .library, .items, .item-detail';
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!/\p{M}{20}/u.test(node.nodeValue ?? '')) continue;
      let at = node.parentElement;
      while (at && !/hidden|clip/u.test(getComputedStyle(at).overflowY)) at = at.parentElement;
      if (at && !at.matches(whole)) continue;
      found.push(`a tower: ${node.parentElement?.tagName} ${node.parentElement?.className}`);
    }
    return found;
  });
}

/** Whatever is wider than its place: the page, a part that scrolls, an element that is seen. */
async function wide(surface: Surface): Promise<string[]> {
  return await surface.evaluate(() => {
    const root = document.documentElement;
    const all = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
      (each) => !each.closest('svg, select, .only-read-aloud'),
    );
    const scrolled = [root, ...all.filter((each) => !each.matches('input, textarea'))].filter(
      (each) =>
        each.scrollWidth > each.clientWidth + 1 &&
        (each === root || /auto|scroll|clip/u.test(getComputedStyle(each).overflowX)),
    );
    const clipped = new Set(
      all.filter((each) => /hidden|clip/u.test(getComputedStyle(each).overflowX)),
    );
    const out = all.filter((each) => {
      const { left, right, width } = each.getBoundingClientRect();
      const isOut = width > 0 && (left < -1 || right > root.clientWidth + 1);
      if (!isOut) return false;
      for (let at = each.parentElement; at; at = at.parentElement)
        if (clipped.has(at)) return false;
      return true;
    });
    return [...scrolled, ...out].map(
      (each) =>
        `too wide (${each.scrollWidth} in ${each.clientWidth}): ${each.tagName} ${each.className} in ${each.parentElement?.className ?? ''}`,
    );
  });
}
