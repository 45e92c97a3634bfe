import type { Source } from '@/lib/record/shelved';
import type { PageWords } from './desk';

/**
 * Whether a document of the record is the page itself or a reprint of it that the record names: by
 * address, without regard to scheme, `www.`, query and final slash; where the page has no address,
 * by title.
 */
export function isThisPage(source: Source, page: PageWords): boolean {
  if (page.url !== undefined) {
    const here = plainAddress(page.url);
    if ([source.url, ...(source.otherUrls ?? [])].some((url) => plainAddress(url) === here)) {
      return true;
    }
  }
  return page.title !== '' && plainTitle(source.title) === plainTitle(page.title);
}

function plainAddress(url: string): string {
  return url
    .replace(/^[a-z]+:\/\/(?:www\.)?/iu, '')
    .replace(/[?#].*$/u, '')
    .replace(/\/$/u, '')
    .toLowerCase();
}

function plainTitle(title: string): string {
  return (
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ');
}
