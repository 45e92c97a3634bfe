import { createHash, generateKeyPairSync } from 'node:crypto';
import { metadataBytes } from '@/lib/cli/sign-repository';
import { type SigningKey, signingKey } from '@/lib/cli/signing-keys';

export const NOW = Date.now();
const DAY_MS = 86_400_000;

export function newKey(algorithm: 'ed25519' | 'p256' = 'ed25519'): SigningKey {
  const pair =
    algorithm === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return signingKey(pair.privateKey);
}

export type RoleChoices = {
  readonly version?: number;
  readonly days?: number;
  readonly signers?: readonly SigningKey[];
  /** Written over what is signed. */
  readonly says?: Readonly<Record<string, unknown>>;
};
export type RootChoices = RoleChoices & {
  readonly keys?: readonly SigningKey[];
  readonly threshold?: number;
  readonly timestamp?: readonly SigningKey[];
  readonly snapshot?: readonly SigningKey[];
};
export type PublishChoices = {
  readonly timestamp?: RoleChoices;
  readonly snapshot?: RoleChoices;
  readonly targets?: RoleChoices;
};

/** A publisher in memory who can be made to publish anything, and the host that serves it. */
export class TufWorld {
  readonly files = new Map<string, Uint8Array>();
  readonly roots = [newKey(), newKey(), newKey()];
  readonly timestamp = newKey();
  readonly snapshot = newKey();
  readonly targets = newKey();
  /** Answers before the files do: bytes, a status, or nothing. */
  hook: (path: string) => Uint8Array | number | undefined = () => undefined;
  readonly asked: string[] = [];

  constructor() {
    this.publishRoot(1);
    this.publish(1, 'edition one');
  }

  get firstRoot(): Uint8Array {
    return this.file('1.root.json');
  }

  file(path: string): Uint8Array {
    const bytes = this.files.get(path);
    if (!bytes) throw new Error(`there is no ${path}`);
    return bytes;
  }

  answer(path: string): Uint8Array | number {
    this.asked.push(path);
    return this.hook(path) ?? this.files.get(path) ?? 404;
  }

  publishRoot(at: number, choices: RootChoices = {}): void {
    const keys = choices.keys ?? this.roots;
    const timestamp = choices.timestamp ?? [this.timestamp];
    const snapshot = choices.snapshot ?? [this.snapshot];
    const all = [...keys, ...timestamp, ...snapshot, this.targets];
    const says = {
      consistent_snapshot: true,
      keys: Object.fromEntries(all.map(({ id, listed }) => [id, listed])),
      roles: {
        root: roleOf(keys, choices.threshold ?? 2),
        timestamp: roleOf(timestamp),
        snapshot: roleOf(snapshot),
        targets: roleOf([this.targets]),
      },
    };
    this.#put(
      `${at}.root.json`,
      { _type: 'root', ...says },
      {
        version: at,
        days: 365,
        signers: keys.slice(0, 2),
        ...choices,
      },
    );
  }

  publish(version: number, content: string, choices: PublishChoices = {}): void {
    const bytes = Buffer.from(content);
    this.files.set(`t/${sha256(bytes)}.catalog.json`, bytes);
    const listed = { 'catalog.json': { length: bytes.length, hashes: { sha256: sha256(bytes) } } };
    const targets = { version, days: 90, signers: [this.targets], ...choices.targets };
    const t = this.#put(
      `${targets.version}.targets.json`,
      { _type: 'targets', targets: listed },
      targets,
    );
    const snapshot = { version, days: 30, signers: [this.snapshot], ...choices.snapshot };
    const meta = { 'targets.json': { version: targets.version, ...about(t) } };
    const s = this.#put(`${snapshot.version}.snapshot.json`, { _type: 'snapshot', meta }, snapshot);
    this.#put(
      'timestamp.json',
      { _type: 'timestamp', meta: { 'snapshot.json': { version: snapshot.version, ...about(s) } } },
      { version, days: 7, signers: [this.timestamp], ...choices.timestamp },
    );
  }

  #put(
    path: string,
    facts: Readonly<Record<string, unknown>>,
    { version = 1, days = 7, signers = [], says = {} }: RoleChoices,
  ): Uint8Array {
    const expires = new Date(NOW + days * DAY_MS).toISOString().replace(/\.\d+Z/u, 'Z');
    const signed = { spec_version: '1.0.31', version, expires, ...facts, ...says };
    const bytes = metadataBytes(signed, signers);
    this.files.set(path, bytes);
    return bytes;
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function roleOf(keys: readonly SigningKey[], threshold = 1): Record<string, unknown> {
  return { keyids: keys.map(({ id }) => id), threshold };
}

function about(bytes: Uint8Array): Record<string, unknown> {
  return { length: bytes.length, hashes: { sha256: sha256(bytes) } };
}
