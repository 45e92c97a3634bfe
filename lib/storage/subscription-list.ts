import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { fromBase64, toBase64 } from '@/lib/dataset/base64';
import type { DatasetDatabase } from './dataset-database';

const KEY = 'subscriptions';

const kept = v.object({
  id: v.string(),
  title: v.record(v.string(), v.string()),
  urls: v.array(v.string()),
  fingerprint: v.string(),
  /** Base64 of the root that trust rests on. */
  root: v.string(),
  paused: v.optional(v.boolean(), false),
  wanted: v.optional(v.array(v.string())),
});

/**
 * Writes down what the reader subscribed to, beside the settings: the database of datasets may be
 * deleted at any time, the reader's choices may not.
 * @param without one that is about to be removed
 */
export async function keepSubscriptionList(
  { datasets, tuf }: DatasetDatabase,
  without?: string,
): Promise<void> {
  const list: v.InferOutput<typeof kept>[] = [];
  for (const row of await datasets.toArray()) {
    const { id, title, urls, fingerprint, trust, paused = false, wanted } = row;
    const root = await tuf.get([id, 'root']);
    if (id === without || trust !== 'subscribed' || fingerprint === undefined || !root) continue;
    const facts = { id, title, urls: [...urls], fingerprint, paused };
    list.push({ ...facts, root: toBase64(root.bytes), ...(wanted && { wanted: [...wanted] }) });
  }
  await browser.storage.local.set({ [KEY]: list });
}

/**
 * Subscribes again to what is written down and not there any more; it is fetched at the next look.
 * @returns how many came back
 */
export async function restoreSubscriptions(database: DatasetDatabase): Promise<number> {
  const { datasets, tuf } = database;
  const found = await browser.storage.local.get(KEY);
  const list = v.safeParse(v.array(kept), found[KEY]);
  if (!list.success) return 0;
  return await database.transaction('rw', [datasets, tuf], async () => {
    let count = 0;
    for (const { root, wanted, ...facts } of list.output) {
      const bytes = fromBase64(root);
      if (!bytes || (await datasets.get(facts.id))) continue;
      const fresh = { edition: 0, trust: 'subscribed', changedAt: 0 } as const;
      await datasets.put({ ...facts, ...fresh, ...(wanted && { wanted }) });
      await tuf.put({ dataset: facts.id, role: 'root', bytes });
      count += 1;
    }
    return count;
  });
}
