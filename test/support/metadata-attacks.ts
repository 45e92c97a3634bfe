import type { Guards } from '@/lib/sync/guards';
import { newKey, NOW, type TufWorld } from './tuf-world';

const DAY_MS = 86_400_000;
/** What a client says that took nothing. */
export const REFUSED = 'refused';
const WAITING = 'still waiting';
const TWO = 'edition two';

/** One client with a store of its own, over several runs. `now` moves the clock. */
export type Client = (now?: number) => Promise<string>;

/** What somebody does to a repository, and how it has to end. */
export type MetadataCase = {
  readonly name: string;
  readonly want: string;
  /** What happens, and the last answer of the client. */
  readonly run: (world: TufWorld, client: Client) => Promise<string>;
  /** Where tuf-js answers something else: what, and why. */
  readonly differs?: readonly [answer: string, why: string];
};

/** An attack is stopped by one guard, or by the first of several checks, which is named. */
export type MetadataAttack = MetadataCase &
  ({ readonly guard: keyof Guards } | { readonly because: string });

const evil = newKey();
const HTML = Buffer.from('<!doctype html><title>Sign in</title>');
const padding = Buffer.alloc(2 * 1024 * 1024, 0x20);

async function waiting(ms: number): Promise<string> {
  return await new Promise((done) => {
    setTimeout(done, ms, WAITING);
  });
}

async function readingOf(world: TufWorld, client: Client): Promise<string> {
  const answer = await client();
  return `${answer}, read ${world.sent > 512 * 1024 ? 'much' : 'little'}`;
}

/** What must go on working. */
export const ENDS_WELL: readonly MetadataCase[] = [
  {
    name: 'a second edition is taken',
    want: TWO,
    run: async (world, client) => {
      await client();
      world.publish(2, TWO);
      return await client();
    },
  },
  {
    name: 'a newer root after one that expired',
    want: TWO,
    run: async (world, client) => {
      world.publishRoot(2, { days: -1 });
      world.publishRoot(3);
      world.publish(2, TWO);
      return await client();
    },
  },
  {
    name: 'a new root signed by the old keys and the new ones',
    want: TWO,
    run: async (world, client) => {
      await client();
      const [first, second] = world.roots;
      const keys = [first, second, newKey()].filter((key) => key !== undefined);
      world.publishRoot(2, { keys });
      world.publish(2, TWO);
      return await client();
    },
  },
  {
    name: 'keys of both algorithms',
    want: TWO,
    run: async (world, client) => {
      const key = newKey('p256');
      world.publishRoot(2, { timestamp: [key] });
      world.publish(2, TWO, { timestamp: { signers: [key] } });
      return await client();
    },
  },
  {
    name: 'sixty-five new roots, in a second run',
    want: TWO,
    run: async (world, client) => {
      world.publish(2, TWO);
      for (let at = 2; at <= 66; at += 1) world.publishRoot(at);
      await client();
      return await client();
    },
  },
  {
    name: 'a page to sign in, and then the network',
    want: TWO,
    run: async (world, client) => {
      world.hook = () => HTML;
      await client();
      world.hook = () => undefined;
      world.publish(2, TWO);
      return await client();
    },
  },
  {
    name: 'cut off after the timestamp, and then the network',
    want: TWO,
    run: async (world, client) => {
      await client();
      world.publish(2, TWO);
      world.hook = (path) => (/snapshot|targets/u.test(path) ? 500 : undefined);
      await client();
      world.hook = () => undefined;
      return await client();
    },
  },
  {
    name: 'a timestamp signed anew by a revoked key, and then by the right one',
    want: 'edition one, then edition two',
    differs: [
      'refused, then edition two',
      'asks for the next root first; here nothing is new, nothing is kept, and nothing asked',
    ],
    run: async (world, client) => {
      await client();
      const fresh = newKey();
      world.publishRoot(2, { timestamp: [fresh] });
      world.publish(1, 'edition one', { timestamp: { version: 5 } });
      const between = await client();
      world.publish(2, TWO, { timestamp: { signers: [fresh] } });
      return `${between}, then ${await client()}`;
    },
  },
];

/** Attacks on the metadata that The Update Framework signs (`DATASET.md`, sections 4 and 16). */
export const METADATA_ATTACKS: readonly MetadataAttack[] = [
  {
    name: 'an altered target',
    want: REFUSED,
    guard: 'hashes',
    run: async (world, client) => {
      world.hook = (path) => (path.startsWith('t/') ? Buffer.from('edition EVL') : undefined);
      return await client();
    },
  },
  {
    name: 'a target that is one byte shorter',
    want: REFUSED,
    guard: 'hashes',
    run: async (world, client) => {
      world.hook = (path) => (path.startsWith('t/') ? Buffer.from('edition on') : undefined);
      return await client();
    },
  },
  {
    name: 'a timestamp signed by an unknown key',
    want: REFUSED,
    guard: 'signatures',
    run: async (world, client) => {
      await client();
      world.publish(2, 'evil', { timestamp: { signers: [evil] } });
      return await client();
    },
  },
  {
    name: 'a snapshot signed by an unknown key',
    want: REFUSED,
    guard: 'signatures',
    run: async (world, client) => {
      world.publish(2, 'evil', { snapshot: { signers: [evil] } });
      return await client();
    },
  },
  {
    name: 'targets signed by the build key alone',
    want: REFUSED,
    guard: 'signatures',
    run: async (world, client) => {
      world.publish(2, 'evil', { targets: { signers: [world.snapshot] } });
      return await client();
    },
  },
  {
    name: 'targets signed by one editor where it takes two, by a stolen key',
    want: REFUSED,
    guard: 'signatures',
    run: async (world, client) => {
      const [stolen, other] = [newKey(), newKey()];
      world.publishRoot(2, { targets: [stolen, other], targetsThreshold: 2 });
      world.publish(2, 'evil', { targets: { signers: [stolen] } });
      return await client();
    },
  },
  {
    name: 'targets signed by one editor under two names where it takes two',
    want: REFUSED,
    guard: 'distinctKeys',
    differs: ['evil', 'counts the names of keys, not the keys'],
    run: async (world, client) => {
      const stolen = newKey();
      const alias = { ...stolen, id: 'ab'.repeat(32) };
      world.publishRoot(2, { targets: [stolen, alias], targetsThreshold: 2 });
      world.publish(2, 'evil', { targets: { signers: [stolen, alias] } });
      return await client();
    },
  },
  {
    name: 'a timestamp without signatures',
    want: REFUSED,
    guard: 'signatures',
    run: async (world, client) => {
      world.publish(2, 'evil', { timestamp: { signers: [] } });
      return await client();
    },
  },
  {
    name: 'an older timestamp than before',
    want: REFUSED,
    guard: 'versions',
    run: async (world, client) => {
      const old = world.file('timestamp.json');
      world.publish(2, TWO);
      await client();
      world.files.set('timestamp.json', old);
      return await client();
    },
  },
  {
    name: 'an older snapshot under a new timestamp, by a stolen timestamp key',
    want: REFUSED,
    guard: 'versions',
    run: async (world, client) => {
      world.publish(2, TWO);
      await client();
      world.publish(1, 'edition one', { timestamp: { version: 3 } });
      return await client();
    },
  },
  {
    name: 'older targets under a new snapshot, by stolen timestamp and snapshot keys',
    want: REFUSED,
    guard: 'versions',
    run: async (world, client) => {
      world.publish(2, TWO);
      await client();
      world.publish(1, 'edition one', { timestamp: { version: 3 }, snapshot: { version: 3 } });
      return await client();
    },
  },
  {
    name: 'an expired timestamp',
    want: REFUSED,
    guard: 'expiry',
    run: async (world, client) => {
      await client();
      world.publish(2, TWO, { timestamp: { days: -1 } });
      return await client();
    },
  },
  {
    name: 'old files, valid once, for longer than they count',
    want: `edition one, then ${REFUSED}`,
    guard: 'expiry',
    run: async (_world, client) => {
      const before = await client();
      return `${before}, then ${await client(NOW + 8 * DAY_MS)}`;
    },
  },
  {
    name: 'an expired snapshot',
    want: REFUSED,
    guard: 'expiry',
    run: async (world, client) => {
      world.publish(2, TWO, { snapshot: { days: -1 } });
      return await client();
    },
  },
  {
    name: 'expired targets',
    want: REFUSED,
    guard: 'expiry',
    run: async (world, client) => {
      world.publish(2, TWO, { targets: { days: -1 } });
      return await client();
    },
  },
  {
    name: 'an expired root',
    want: REFUSED,
    guard: 'expiry',
    run: async (world, client) => {
      world.publishRoot(2, { days: -1 });
      return await client();
    },
  },
  {
    name: 'targets of the right version that the snapshot does not name',
    want: REFUSED,
    guard: 'hashes',
    run: async (world, client) => {
      await client();
      world.publish(3, TWO);
      const withdrawn = world.file('3.targets.json');
      world.publish(3, 'edition three');
      world.files.set('3.targets.json', withdrawn);
      return await client();
    },
  },
  {
    name: 'a new root signed only by its own keys',
    want: REFUSED,
    guard: 'rootHandover',
    run: async (world, client) => {
      world.publishRoot(2, { keys: [newKey(), newKey()] });
      return await client();
    },
  },
  {
    name: 'a new root signed only by the old keys',
    want: REFUSED,
    guard: 'signatures',
    run: async (world, client) => {
      const signers = world.roots.slice(0, 2);
      world.publishRoot(2, { keys: [newKey(), newKey()], signers });
      return await client();
    },
  },
  {
    name: 'a new root with one signature of two',
    want: REFUSED,
    guard: 'signatures',
    run: async (world, client) => {
      world.publishRoot(2, { signers: world.roots.slice(0, 1) });
      return await client();
    },
  },
  {
    name: 'a new root signed twice by one key',
    want: REFUSED,
    guard: 'distinctKeys',
    run: async (world, client) => {
      const [key] = world.roots;
      world.publishRoot(2, { signers: key ? [key, key] : [] });
      return await client();
    },
  },
  {
    name: 'a root of version 3 offered as the second',
    want: REFUSED,
    guard: 'rootSequence',
    run: async (world, client) => {
      world.publishRoot(2, { version: 3 });
      return await client();
    },
  },
  {
    name: 'a root without the role of snapshots',
    want: REFUSED,
    because: 'malformed',
    run: async (world, client) => {
      world.publishRoot(2, { says: { roles: { root: { keyids: [], threshold: 1 } } } });
      return await client();
    },
  },
  {
    name: 'a snapshot where the timestamp should be',
    want: REFUSED,
    because: 'malformed',
    run: async (world, client) => {
      world.files.set('timestamp.json', world.file('1.snapshot.json'));
      return await client();
    },
  },
  {
    name: 'a signature by an algorithm that nobody knows',
    want: REFUSED,
    guard: 'signatures',
    run: async (world, client) => {
      const odd = { ...evil, listed: { ...evil.listed, scheme: 'rot13', keytype: 'rot13' } };
      world.publishRoot(2, { timestamp: [odd] });
      world.publish(2, 'evil', { timestamp: { signers: [odd] } });
      return await client();
    },
  },
  {
    name: 'sixty-five new roots in one run',
    want: REFUSED,
    guard: 'rotations',
    differs: [TWO, 'stops following after as many and goes on with the root it has'],
    run: async (world, client) => {
      world.publish(2, TWO);
      for (let at = 2; at <= 66; at += 1) world.publishRoot(at);
      return await client();
    },
  },
  {
    name: 'a timestamp that does not end',
    want: 'refused, read little',
    guard: 'sizes',
    run: async (world, client) => {
      world.hook = (path) => (path === 'timestamp.json' ? 'endless' : undefined);
      return await readingOf(world, client);
    },
  },
  {
    name: 'a target that does not end',
    want: 'refused, read little',
    guard: 'sizes',
    run: async (world, client) => {
      world.hook = (path) => (path.startsWith('t/') ? 'endless' : undefined);
      return await readingOf(world, client);
    },
  },
  {
    name: 'a host that begins to answer and says nothing',
    want: REFUSED,
    guard: 'timeouts',
    differs: [WAITING, 'leaves patience to whoever fetches for it'],
    run: async (world, client) => {
      world.hook = (path) => (path === 'timestamp.json' ? 'silent' : undefined);
      return await Promise.race([client(), waiting(300)]);
    },
  },
  {
    name: 'a timestamp padded far beyond what it may have',
    want: REFUSED,
    guard: 'sizes',
    run: async (world, client) => {
      const padded = Buffer.concat([world.file('timestamp.json'), padding]);
      world.hook = (path) => (path === 'timestamp.json' ? padded : undefined);
      return await client();
    },
  },
  {
    name: 'a page to sign in to the network, for everything',
    want: REFUSED,
    because: 'malformed',
    run: async (world, client) => {
      await client();
      world.hook = () => HTML;
      return await client();
    },
  },
  {
    name: 'a stolen timestamp key that names a snapshot which nobody has',
    want: TWO,
    guard: 'staging',
    differs: [REFUSED, 'keeps the timestamp before it has the snapshot, and stays behind it'],
    run: async (world, client) => {
      await client();
      const honest = new Map(world.files);
      world.publish(9, 'evil', { timestamp: { version: 2 ** 31 } });
      world.files.delete('9.snapshot.json');
      await client();
      for (const [path, bytes] of honest) world.files.set(path, bytes);
      world.publish(2, TWO);
      return await client();
    },
  },
  {
    name: 'a huge version by stolen keys, which the next root takes back',
    want: 'edition three',
    guard: 'forgetsRotated',
    run: async (world, client) => {
      await client();
      world.publish(2, TWO, { timestamp: { version: 2 ** 31 } });
      await client();
      const [timestamp, snapshot] = [newKey(), newKey()];
      world.publishRoot(2, { timestamp: [timestamp], snapshot: [snapshot] });
      world.publish(3, 'edition three', {
        timestamp: { signers: [timestamp] },
        snapshot: { signers: [snapshot] },
      });
      return await client();
    },
  },
  {
    name: 'a 503 for the root that takes a stolen key back',
    want: REFUSED,
    guard: 'cleanAbsence',
    run: async (world, client) => {
      await client();
      world.publishRoot(2, { timestamp: [newKey()] });
      world.publish(2, 'evil');
      world.hook = (path) => (path === '2.root.json' ? 503 : undefined);
      return await client();
    },
  },
  {
    name: 'a 403 for the root that takes a stolen key back',
    want: REFUSED,
    guard: 'cleanAbsence',
    differs: ['evil', 'takes 403 for 404, as some object stores answer'],
    run: async (world, client) => {
      await client();
      world.publishRoot(2, { timestamp: [newKey()] });
      world.publish(2, 'evil');
      world.hook = (path) => (path === '2.root.json' ? 403 : undefined);
      return await client();
    },
  },
];
