import type { Ref } from '@/lib/record/ref';
import { datasetOf } from '@/lib/record/ref';
import type { Statement } from '@/lib/record/shelved';
import type { Desk, PageWords } from './desk';

/** What the reader does not want to see now. */
export type Muted = {
  /** Everything, here and now: the site is muted, or today. */
  readonly all: boolean;
  hidesStatement(statement: Statement): boolean;
  /** Whether a record of its own is hidden: by its dataset, as a person, or as a claim. */
  hides(ref: Ref): boolean;
};

/** The reader's mutes that hold at this moment on this page. */
export function mutedNow({ mutes, now }: Desk, page: PageWords): Muted {
  const current = mutes.filter(({ until }) => until === undefined || until > now);
  const idsOf = (what: string): Set<string> =>
    new Set(current.filter((mute) => mute.what === what).map(({ id }) => id));
  const records = new Set([...idsOf('claim'), ...idsOf('person')]);
  const datasets = idsOf('dataset');
  const hides = (ref: Ref): boolean => records.has(ref) || datasets.has(datasetOf(ref));
  const site = page.url === undefined ? undefined : hostOf(page.url);
  return {
    all:
      current.some(({ what }) => what === 'all') || (site !== undefined && idsOf('site').has(site)),
    hides,
    hidesStatement: ({ ref, speaker }) => hides(ref) || hides(speaker),
  };
}

/** The host of an address, without `www.`. */
function hostOf(url: string): string | undefined {
  return /^[a-z]+:\/\/(?:[^/@]*@)?(?:www\.)?([^/:?#]+)/iu.exec(url)?.[1]?.toLowerCase();
}
