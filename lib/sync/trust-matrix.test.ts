// @vitest-environment node
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Kept } from '@/lib/dataset/signed-paths';
import { attackTable } from '@/test/support/attack-table';
import {
  type Client,
  ENDS_WELL,
  METADATA_ATTACKS,
  type MetadataAttack,
  type MetadataCase,
  REFUSED,
} from '@/test/support/metadata-attacks';
import { tufJs } from '@/test/support/tuf-js';
import { NOW, TufWorld } from '@/test/support/tuf-world';
import { ALL_GUARDS, type Guards } from './guards';
import type { Host } from './host';
import { mirror } from './mirror';
import { readSignedFile, refresh } from './tuf-refresh';
import type { Repository } from './tuf-repository';

const BASE = 'http://host.example/';
/** As long as a test is patient, in milliseconds. */
const PATIENCE = 40;

/** Our client over a publisher in memory; what it refused last, and why. */
function ours(
  world: TufWorld,
  guards: Guards = ALL_GUARDS,
): { readonly client: Client; readonly refusals: string[] } {
  const kept = new Map<Kept, Uint8Array>([['root', world.firstRoot]]);
  const refusals: string[] = [];
  const client: Client = async (now = NOW) => {
    const answer = await answerOf({
      host: impatient(mirror(BASE, fetchFrom(world), guards)),
      folder: '',
      trusted: new Map(kept),
      keep: async (changes) => {
        await Promise.resolve();
        for (const [role, bytes] of changes) {
          if (bytes) kept.set(role, bytes);
          else kept.delete(role);
        }
      },
      now,
      guards,
    });
    if (answer.refused === undefined) return answer.target;
    refusals.push(answer.refused);
    return REFUSED;
  };
  return { client, refusals };
}

type Answer = { readonly target: string; readonly refused?: string };

async function answerOf(repository: Repository): Promise<Answer> {
  const refreshed = await refresh(repository);
  if (!refreshed.ok) return { target: '', refused: refreshed.problem.kind };
  const target = refreshed.value.targets['catalog.json'];
  if (!target) return { target: '', refused: 'no target' };
  const bytes = await readSignedFile(repository, { name: 'catalog.json', target }, 256 * 1024);
  if (!bytes.ok) return { target: '', refused: bytes.problem.kind };
  return { target: Buffer.from(bytes.value).toString() };
}

function fetchFrom(world: TufWorld): typeof fetch {
  return async (input, { signal } = {}) => {
    const gone = new Promise<never>((_done, fail) => {
      signal?.addEventListener('abort', () => fail(new Error('aborted')));
    });
    const path = new URL(input as URL).pathname.slice(1);
    const answer = await Promise.race([world.answer(path), gone]);
    if (typeof answer === 'number') return new Response('', { status: answer });
    return new Response(answer instanceof ReadableStream ? answer : Uint8Array.from(answer));
  };
}

function impatient(host: Host): Host {
  return {
    read: async (path, { most, within }) =>
      await host.read(path, { most, within: Math.min(within, PATIENCE) }),
  };
}

const opened: { close(): void }[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const client of opened.splice(0)) client.close();
});

function theirs(world: TufWorld): Client {
  const client = tufJs(world.firstRoot, async (path) => await world.answer(path));
  opened.push(client);
  return async (now = NOW) => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    try {
      return (await client.target('catalog.json')).toString();
    } catch {
      return REFUSED;
    }
  };
}

const ALL: readonly MetadataCase[] = [...ENDS_WELL, ...METADATA_ATTACKS];

describe.for(ALL)('$name', ({ want, run, differs }) => {
  test(`ends in: ${want}`, async () => {
    const world = new TufWorld();

    expect(await run(world, ours(world).client)).toBe(want);
  });

  test(`tuf-js ${differs ? `differs: ${differs[1]}` : 'agrees'}`, async () => {
    const world = new TufWorld();

    expect(await run(world, theirs(world))).toBe(differs ? differs[0] : want);
  });
});

const stopper = (attack: MetadataAttack): string => ('guard' in attack ? attack.guard : '');

describe.for(METADATA_ATTACKS.filter(stopper))('$name', (attack) => {
  test(`is stopped by the guard: ${stopper(attack)}, and without it by none`, async () => {
    const world = new TufWorld();
    const guards = { ...ALL_GUARDS, [stopper(attack)]: false };

    expect(await attack.run(world, ours(world, guards).client)).not.toBe(attack.want);
  });
});

describe.for(METADATA_ATTACKS.filter((attack) => 'because' in attack))('$name', (attack) => {
  test(`is stopped because it is ${attack.because}`, async () => {
    const world = new TufWorld();
    const { client, refusals } = ours(world);

    await attack.run(world, client);

    expect(refusals).toEqual([attack.because]);
  });
});

test('the table in the README says what is tried here', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');

  expect(unpadded(readme)).toContain(unpadded(attackTable()));
});

/** Tables as they are written, whatever a formatter makes of their columns. */
function unpadded(text: string): string {
  return text.replaceAll(/ +/gu, ' ').replaceAll(/-{3,}/gu, '---');
}
