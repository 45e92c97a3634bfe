/** Prose that makes a region, in characters; short reports are looked for in the whole page. */
const ENOUGH = 600;
/** The least part of the page's paragraphs that a region must hold to be the place. */
const MOST = 0.6;
/** Shorter paragraphs are captions, bylines and labels. */
const SHORTEST = 60;

/**
 * The smallest element that holds both the headline and the paragraphs that stand together, where
 * these are most of the page's: then the rest need not be walked. Undefined where that is not plain.
 */
export function regionOf(body: Element, headline: Element | undefined): Element | undefined {
  if (!headline) return undefined;
  const groups = groupsIn(body);
  const best = largest(groups);
  const region = (groups.get(best ?? body) ?? 0) < ENOUGH ? undefined : around(best, headline);
  return region && region !== body && holdsMost(region, groups) ? region : undefined;
}

/** The smallest element around one that holds another as well. */
function around(one: Element | undefined, other: Element): Element | undefined {
  let at: Element | null | undefined = one;
  while (at && !at.contains(other)) at = at.parentElement;
  return at ?? undefined;
}

/** How much text each parent of paragraphs has in them, in characters; in open shadow roots too. */
function groupsIn(
  root: Element | ShadowRoot,
  groups = new Map<Element, number>(),
): Map<Element, number> {
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) groupsIn(element.shadowRoot, groups);
    const length = element.localName === 'p' ? element.textContent.length : 0;
    if (length < SHORTEST) continue;
    const group = element.parentElement ?? ('host' in root ? root.host : root);
    groups.set(group, (groups.get(group) ?? 0) + length);
  }
  return groups;
}

function largest(groups: ReadonlyMap<Element, number>): Element | undefined {
  let best: Element | undefined;
  let most = 0;
  for (const [group, length] of groups) if (length > most) [most, best] = [length, group];
  return best;
}

function holdsMost(region: Element, groups: ReadonlyMap<Element, number>): boolean {
  let inside = 0;
  let all = 0;
  for (const [group, length] of groups) {
    all += length;
    if (region.contains(group)) inside += length;
  }
  return inside > all * MOST;
}
