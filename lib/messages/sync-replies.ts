import type { SourcesDesk } from '@/lib/dataset/source-state';
import type { Replies } from './serve';

/** The questions of the page of sources. */
type SourcesReplies = Pick<
  Replies,
  | 'sources'
  | 'previewSource'
  | 'subscribe'
  | 'checkSources'
  | 'stopSync'
  | 'changeSource'
  | 'repairSources'
  | 'removeSource'
>;

/** Answers what the page of sources asks; only pages of ours may ask it. */
export function sourcesReplies(desk: SourcesDesk): SourcesReplies {
  return {
    sources: async () => await desk.list(),
    previewSource: async (from) => await desk.preview(from),
    subscribe: async ({ from, ...yes }) => await desk.subscribe(from, yes),
    checkSources: async ({ id }) => await desk.check(id),
    stopSync: async () => await Promise.resolve(desk.stop()),
    changeSource: async ({ id, change }) => await desk.change(id, change),
    repairSources: async () => await desk.repair(),
    removeSource: async ({ id }) => await desk.remove(id),
  };
}
