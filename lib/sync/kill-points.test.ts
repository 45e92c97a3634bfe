// @vitest-environment node
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type DatasetDatabase, openDatasetDatabase } from '@/lib/storage/dataset-database';
import { installEmbedded } from '@/lib/storage/install-embedded';
import { verifyStored } from '@/lib/storage/keep-datasets';
import { Kill, killable, killingFetch, MOMENTS, watchWrites } from '@/test/support/kill';
import { MANY_PACKS, readFrom } from '@/test/support/published';
import { idOf } from '@/test/support/records';
import { copyOf, lookOf } from '@/test/support/stored-copies';
import { fetchFrom, officeOf, subscribed, SyncHarbour } from '@/test/support/sync-harbour';
import { syncAll } from './sync';
import type { SyncStore } from './sync-store';

watchWrites();

/** Few records, so that every write of an update can be tried. */
const BOATS = 12;
const FEW = 4;

const locks = {
  request: async (_name: string, _options: unknown, run: (lock: object) => Promise<unknown>) =>
    await run({}),
} as unknown as Pick<LockManager, 'request'>;

/** A reader before an update, and the update. */
type Scene = {
  readonly before: DatasetDatabase;
  readonly update: (database: DatasetDatabase, serve?: typeof fetch) => Promise<unknown>;
  readonly serve: typeof fetch;
};

async function sync(database: DatasetDatabase, serve: typeof fetch): Promise<void> {
  await syncAll(officeOf(database, serve), locks, { isAsked: true });
}

/** A reader of edition 1, or of nothing yet, whose publisher did something since. */
async function publisherScene(
  isNew: boolean,
  then: (harbour: SyncHarbour) => void | Promise<void>,
): Promise<Scene> {
  const harbour = new SyncHarbour(BOATS);
  const before = await subscribed(harbour);
  const serve = fetchFrom(harbour.files);
  if (!isNew) await sync(before, serve);
  await then(harbour);
  return { before, serve, update: async (database, from = serve) => await sync(database, from) };
}

/** The same of a dataset so large that its catalog has a listing; the reader wants one pack of it. */
async function largeScene(isNew: boolean): Promise<Scene> {
  const harbour = new SyncHarbour(FEW, MANY_PACKS);
  const before = await subscribed(harbour, ['main']);
  const serve = fetchFrom(harbour.files);
  if (!isNew) {
    await sync(before, serve);
    await harbour.publishNext(2);
  }
  return { before, serve, update: async (database, from = serve) => await sync(database, from) };
}

/** Something that is stored turned to rubbish, and was found out. */
async function repairScene(): Promise<Scene> {
  const scene = await publisherScene(false, () => {});
  await scene.before.objects.toCollection().modify({ bytes: Uint8Array.of(1, 2, 3) });
  await verifyStored(scene.before);
  return scene;
}

/** The extension itself brings a newer edition than the one held. */
async function packageScene(): Promise<Scene> {
  const harbour = new SyncHarbour(BOATS);
  const tree = new Map<string, Uint8Array>();
  const pack = (): void => {
    for (const [path, bytes] of harbour.files) tree.set(`datasets/harbour/${path}`, bytes);
    tree.set('datasets/bundled.json', Buffer.from('{"datasets":["harbour"]}'));
  };
  pack();
  const before = await openDatasetDatabase('package');
  const update = async (database: DatasetDatabase): Promise<unknown> =>
    await installEmbedded(database, { read: readFrom(tree), folder: 'datasets', now: 0 });
  await update(before);
  harbour.publish(2);
  pack();
  return { before, serve: fetchFrom(harbour.files), update };
}

const RECALLED = [0, 1, 2].map((at) => idOf('statement', `boats ${at}`));

type Named = readonly [name: string, scene: () => Promise<Scene>];

const FROM_PUBLISHER: readonly Named[] = [
  ['the first edition', async () => await publisherScene(true, () => {})],
  ['a new base', async () => await publisherScene(false, (harbour) => harbour.publish(2))],
  [
    'a delta',
    async () => await publisherScene(false, async (harbour) => await harbour.publishNext(2)),
  ],
  [
    'recalls alone',
    async () => await publisherScene(false, (harbour) => harbour.publish(1, RECALLED)),
  ],
  [
    'a delta and recalls',
    async () =>
      await publisherScene(false, async (harbour) => await harbour.publishNext(2, RECALLED)),
  ],
  ['a repair', repairScene],
  ['the first edition of a large dataset', async () => await largeScene(true)],
  ['a delta of a large dataset', async () => await largeScene(false)],
];

const SCENES: readonly Named[] = [...FROM_PUBLISHER, ['a newer package', packageScene]];

type Run = { readonly kill: Kill; readonly serve: typeof fetch };

/** Kills one update and starts it anew. @returns what is seen between, and at the end */
async function killed(
  { before, update, serve }: Scene,
  run: Run,
): Promise<readonly [between: string, after: string]> {
  const { name } = await copyOf(before);
  const first = await openDatasetDatabase(name);
  await killable(run.kill, async () => await update(first, run.serve));
  first.close();
  const between = await lookOf(name);
  const second = await openDatasetDatabase(name);
  await update(second, serve);
  second.close();
  return [between, await lookOf(name)];
}

/** An update that is left alone: what may be seen of it, and how much there is to kill. */
type Rehearsal = {
  readonly scene: Scene;
  readonly whole: string;
  /** What was, what will be, and between them the old edition without recalled records. */
  readonly allowed: ReadonlySet<string>;
  readonly writes: number;
  readonly responses: number;
};

async function rehearse(open: () => Promise<Scene>): Promise<Rehearsal> {
  const scene = await open();
  const allowed = new Set<string>();
  const copy = await copyOf(scene.before);
  allowed.add(await lookOf(copy.name));
  const kill = new Kill();
  let responses = 0;
  const counting: typeof fetch = async (input, init) => {
    responses += 1;
    return await scene.serve(input, init);
  };
  await killable(kill, async () => await scene.update(copy, counting));
  const whole = await lookOf(copy.name);
  allowed.add(whole);
  await onlyRecalls(scene, allowed);
  return { scene, whole, allowed, writes: kill.writes, responses };
}

test.for(SCENES)(
  'an update by %s, killed before each write: old or new, and the next run succeeds',
  async ([, open]) => {
    const { scene, whole, allowed, writes } = await rehearse(open);
    const looks = new Set<string>();
    const stuck: number[] = [];
    for (let at = 0; at <= writes; at += 1) {
      const [between, after] = await killed(scene, { kill: new Kill(at), serve: scene.serve });
      looks.add(between);
      if (after !== whole) stuck.push(at);
    }

    expect(looks).toEqual(allowed);
    expect(stuck).toEqual([]);
    expect(writes).toBeGreaterThan(5);
  },
);

const MOMENTS_OF_SCENES = FROM_PUBLISHER.flatMap(([name, open]) =>
  MOMENTS.map((moment) => ({ name, moment, open })),
);

test.for(MOMENTS_OF_SCENES)(
  'an update by $name, killed at each response, $moment: old or new, and the next run succeeds',
  async ({ open, moment }) => {
    const { scene, whole, allowed, responses } = await rehearse(open);
    const wrong: string[] = [];
    for (let response = 0; response < responses; response += 1) {
      const kill = new Kill();
      const serve = killingFetch(scene.serve, kill, { response, moment });
      const [between, after] = await killed(scene, { kill, serve });
      if (!kill.isDead) wrong.push(`response ${response}: not killed`);
      if (!allowed.has(between)) wrong.push(`response ${response}: mixed`);
      if (after !== whole) wrong.push(`response ${response}: stuck`);
    }

    expect(wrong).toEqual([]);
    expect(responses).toBeGreaterThan(3);
  },
);

/** The old edition with the newest recalls: those are their own list and have their own transaction. */
async function onlyRecalls({ before, serve }: Scene, allowed: Set<string>): Promise<void> {
  const copy = await copyOf(before);
  await syncAll(officeOf(copy, serve), locks, { isRecallsOnly: true });
  allowed.add(await lookOf(copy.name));
}

test('a switch in two steps is found out by the same test', async () => {
  const scene = await publisherScene(false, async (harbour) => await harbour.publishNext(2));
  const torn = (database: DatasetDatabase): SyncStore => ({
    ...officeOf(database, scene.serve).store,
    switchTo: async (_catalog, packs) => {
      for (const { manifest, changes } of packs) {
        await database.packs.update(['harbour', 'main'], { edition: manifest.edition });
        for (const { edition, change } of changes) {
          const { id } = change;
          await database.overlay.put({
            dataset: 'harbour',
            pack: 'main',
            id,
            edition,
            change,
            questions: [],
          });
        }
      }
    },
  });
  const looks = new Set<string>();
  for (let at = 0; at < 60; at += 5) {
    const copy = await copyOf(scene.before);
    const office = { ...officeOf(copy, scene.serve), store: torn(copy) };
    await killable(new Kill(at), async () => await syncAll(office, locks, { isAsked: true }));
    looks.add(await lookOf(copy.name));
  }

  expect(looks.size).toBeGreaterThan(2);
});
