import type { Page } from 'puppeteer-core';

/**
 * A recorder of changes on a page, which tells our changes from the page's own: those of the page,
 * and of tests that act for it, go through the functions of its world; those of our scripts do not.
 */

/** From now on, what anyone but a page itself changes in it is written down; in its frames too. */
export async function watchChanges(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(RECORDER);
}

/** What was changed in a page by anyone but itself, our host at its root apart. */
export async function foreignChanges(page: Page): Promise<string[]> {
  const told = await Promise.all(
    page.frames().map(async (frame) => {
      const changes = await frame
        .evaluate(() => Reflect.get(window, '__foreign') as unknown)
        .catch(() => []);
      return Array.isArray(changes) ? changes.map(String) : [];
    }),
  );
  return told.flat();
}

/** Runs before the page's own scripts; it looks on from when the parser, which is nobody, is done. */
const RECORDER = `(() => {
  if (!/^https?:$/.test(location.protocol)) return;
  const foreign = window.__foreign = [];
  const namesIn = (nodes) => [...nodes].map(({ nodeName }) => nodeName).join();
  const isOurs = ({ nodeName }) => /^X-\\d+$/.test(nodeName);
  // Our one element stands under the root, and its own attributes say where.
  const isHost = ({ type, target, addedNodes, removedNodes }) =>
    type === 'childList'
      ? target === document.documentElement && [...addedNodes, ...removedNodes].every(isOurs)
      : type === 'attributes' && isOurs(target);
  const note = (records) => {
    for (const each of records) {
      if (isHost(each)) continue;
      const what = each.attributeName ?? '+' + namesIn(each.addedNodes) + ' -' + namesIn(each.removedNodes);
      foreign.push(each.type + ' ' + each.target.nodeName + ' ' + what);
    }
  };
  const observer = new MutationObserver(note);
  const observe = () =>
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  window.addEventListener('DOMContentLoaded', observe, { once: true, capture: true });
  let depth = 0;
  const asThePage = (call) => function (...given) {
    if (depth === 0) note(observer.takeRecords());
    depth += 1;
    try {
      return Reflect.apply(call, this, given);
    } finally {
      depth -= 1;
      if (depth === 0) observer.takeRecords();
    }
  };
  const isKindOfNode = (value) => typeof value === 'function' && value.prototype instanceof Node;
  const kinds = Object.values(Object.getOwnPropertyDescriptors(window)).map(({ value }) => value).filter(isKindOfNode);
  for (const { prototype } of new Set([Node, DOMTokenList, CSSStyleDeclaration, Range, NamedNodeMap, Attr, ...kinds])) {
    for (const [name, described] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (!described.configurable || name === 'constructor') continue;
      if (typeof described.value === 'function') described.value = asThePage(described.value);
      else if (described.set) described.set = asThePage(described.set);
      else continue;
      Object.defineProperty(prototype, name, described);
    }
  }
})()`;
