// @vitest-environment node
import { afterEach, describe, expect, test } from 'vitest';
import type { Kept } from '@/lib/dataset/signed-paths';
import { tufJs } from '@/test/support/tuf-js';
import { newKey, NOW, TufWorld } from '@/test/support/tuf-world';
import { ALL_GUARDS, type Guards } from './guards';
import { mirror } from './mirror';
import { readTarget, refresh } from './tuf-refresh';

const DAY_MS = 86_400_000;
const REFUSED = 'refused';
const BASE = 'http://host.example/';

/** One client's store over several runs. `now` moves the clock. */
type Client = (now?: number) => Promise<string>;

function ours(world: TufWorld, guards: Guards = ALL_GUARDS): Client {
  const kept = new Map<Kept, Uint8Array>([['root', world.firstRoot]]);
  const fetchFile: typeof fetch = async (input) => {
    const answer = world.answer(new URL(input as URL).pathname.slice(1));
    await Promise.resolve();
    return typeof answer === 'number'
      ? new Response('', { status: answer })
      : new Response(Uint8Array.from(answer));
  };
  return async (now = NOW) => {
    const repository = {
      host: mirror(BASE, fetchFile, guards),
      folder: '',
      trusted: new Map(kept),
      keep: async (changes: ReadonlyMap<Kept, Uint8Array | undefined>) => {
        await Promise.resolve();
        for (const [role, bytes] of changes) {
          if (bytes) kept.set(role, bytes);
          else kept.delete(role);
        }
      },
      now,
      guards,
    };
    const refreshed = await refresh(repository);
    if (!refreshed.ok) return REFUSED;
    const target = refreshed.value.targets['catalog.json'];
    if (!target) return REFUSED;
    const file = { name: 'catalog.json', target };
    const bytes = await readTarget(repository, file, 256 * 1024);
    return bytes.ok ? Buffer.from(bytes.value).toString() : REFUSED;
  };
}

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const client of opened.splice(0)) client.close();
});

function theirs(world: TufWorld): Client {
  const client = tufJs(world.firstRoot, (path) => world.answer(path));
  opened.push(client);
  return async () => {
    try {
      return (await client.target('catalog.json')).toString();
    } catch {
      return REFUSED;
    }
  };
}

type Case = {
  readonly name: string;
  readonly want: string;
  /** What the attacker does, and the last answer of the client. */
  readonly run: (world: TufWorld, client: Client) => Promise<string>;
  /** The guard without which the attack succeeds. */
  readonly guard?: keyof Guards;
  /** Where tuf-js answers something else: what, and why. */
  readonly differs?: readonly [answer: string, why: string];
};

const evil = newKey();
const TWO = 'edition two';
const HTML = Buffer.from('<!doctype html><title>Sign in</title>');
const endless = Buffer.alloc(2 * 1024 * 1024, 0x20);

const CASES: readonly Case[] = [
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
    run: async (world, client) => {
      world.publishRoot(2, { says: { roles: { root: { keyids: [], threshold: 1 } } } });
      return await client();
    },
  },
  {
    name: 'a snapshot where the timestamp should be',
    want: REFUSED,
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
    name: 'sixty-five new roots in one run',
    want: REFUSED,
    differs: [TWO, 'stops following after as many and goes on with the root it has'],
    run: async (world, client) => {
      world.publish(2, TWO);
      for (let at = 2; at <= 66; at += 1) world.publishRoot(at);
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
    name: 'a timestamp that does not end',
    want: REFUSED,
    run: async (world, client) => {
      world.hook = (path) => (path === 'timestamp.json' ? endless : undefined);
      return await client();
    },
  },
  {
    name: 'a timestamp padded far beyond what it may have',
    want: REFUSED,
    guard: 'sizes',
    run: async (world, client) => {
      const padded = Buffer.concat([world.file('timestamp.json'), endless]);
      world.hook = (path) => (path === 'timestamp.json' ? padded : undefined);
      return await client();
    },
  },
  {
    name: 'a page to sign in to the network, for everything',
    want: REFUSED,
    run: async (world, client) => {
      await client();
      world.hook = () => HTML;
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

describe.for(CASES)('$name', ({ want, run, guard, differs }) => {
  test(`ends in: ${want}`, async () => {
    const world = new TufWorld();

    expect(await run(world, ours(world))).toBe(want);
  });

  test(`tuf-js ${differs ? `differs: ${differs[1]}` : 'agrees'}`, async () => {
    const world = new TufWorld();

    expect(await run(world, theirs(world))).toBe(differs ? differs[0] : want);
  });

  test.runIf(guard)(`only thanks to the guard: ${guard ?? 'none'}`, async () => {
    const world = new TufWorld();
    const weakened = { ...ALL_GUARDS, ...(guard && { [guard]: false }) };

    expect(await run(world, ours(world, weakened))).not.toBe(want);
  });
});

test('what was valid yesterday is refused when its day is over', async () => {
  const world = new TufWorld();
  const client = ours(world);

  const before = await client();
  const after = await client(NOW + 8 * DAY_MS);

  expect([before, after]).toEqual(['edition one', REFUSED]);
});

const silent: typeof fetch = async (_input, { signal } = {}) =>
  await new Promise((_done, fail) => {
    signal?.addEventListener('abort', () => fail(new Error('aborted')));
  });

test.for([
  { guards: ALL_GUARDS, kind: 'timeout' },
  { guards: { ...ALL_GUARDS, timeouts: false }, kind: 'still waiting' },
])('a body that never ends: $kind', async ({ guards, kind }) => {
  const waited = new Promise<string>((done) => {
    setTimeout(done, 200, 'still waiting');
  });

  const read = mirror(BASE, silent, guards).read('timestamp.json', { most: 10, within: 20 });

  const outcome = await Promise.race([
    read.then((answer) => (answer.ok ? 'came' : answer.problem.kind)),
    waited,
  ]);
  expect(outcome).toBe(kind);
});
