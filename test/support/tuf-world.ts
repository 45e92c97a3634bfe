import { createHash, generateKeyPairSync } from 'node:crypto';
import { metadataBytes } from '@/lib/cli/sign-repository';
import { type SigningKey, signingKey } from '@/lib/cli/signing-keys';

export const NOW = Date.now();
const DAY_MS = 86_400_000;
/** An endless body ends here, for clients that would read on for ever. */
const ENOUGH = 8 * 1024 * 1024;

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
  readonly targets?: readonly SigningKey[];
  /** How many of the targets' keys have to sign. */
  readonly targetsThreshold?: number;
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
  /** Answers before the files do: bytes, a status, a body without an end, none at all, or nothing. */
  hook: (path: string) => Uint8Array | number | 'endless' | 'silent' | undefined = () => undefined;
  readonly asked: string[] = [];
  /** Bytes of endless bodies that somebody read. */
  sent = 0;

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

  async answer(path: string): Promise<Uint8Array | ReadableStream<Uint8Array> | number> {
    this.asked.push(path);
    const answer = this.hook(path) ?? this.files.get(path) ?? 404;
    if (answer === 'silent') return await new Promise(() => {});
    return answer === 'endless' ? this.#endless() : answer;
  }

  /** Far more than anything may have, a piece at a time, only as fast as it is read. */
  #endless(): ReadableStream<Uint8Array> {
    const piece = Buffer.alloc(64 * 1024, 0x20);
    return new ReadableStream(
      {
        pull: (stream) => {
          stream.enqueue(Uint8Array.from(piece));
          this.sent += piece.length;
          if (this.sent >= ENOUGH) stream.close();
        },
      },
      { highWaterMark: 0 },
    );
  }

  publishRoot(at: number, choices: RootChoices = {}): void {
    const keys = choices.keys ?? this.roots;
    const timestamp = choices.timestamp ?? [this.timestamp];
    const snapshot = choices.snapshot ?? [this.snapshot];
    const targets = choices.targets ?? [this.targets];
    const all = [...keys, ...timestamp, ...snapshot, ...targets];
    const says = {
      consistent_snapshot: true,
      keys: Object.fromEntries(all.map(({ id, listed }) => [id, listed])),
      roles: {
        root: roleOf(keys, choices.threshold ?? 2),
        timestamp: roleOf(timestamp),
        snapshot: roleOf(snapshot),
        targets: roleOf(targets, choices.targetsThreshold),
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
