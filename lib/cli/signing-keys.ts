import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalize } from '@tufjs/canonical-json';

/** The two algorithms that WebCrypto verifies in every current browser and hardware keys can do. */
export type Algorithm = 'ed25519' | 'p256';

/** A key's public half as root metadata lists it. */
type PublicKey = {
  readonly keytype: string;
  readonly scheme: string;
  readonly keyval: { readonly public: string };
};

export type SigningKey = {
  readonly id: string;
  readonly listed: PublicKey;
  readonly privateKey: KeyObject;
};

/** The keys of one repository: those of a role, and former ones that only hand over to new ones. */
export type KeyRing = {
  readonly current: Readonly<Record<string, readonly SigningKey[]>>;
  readonly retired: readonly SigningKey[];
};

const RETIRED = 'retired';

/**
 * Reads `<role>-<n>.pem` (PKCS #8) of each role; a role without a key gets one. Who shares a role
 * among several people puts each one's key there and the threshold into `policy.json`.
 */
export async function openKeyRing(
  folder: string,
  roles: readonly string[],
  algorithm: Algorithm = 'ed25519',
): Promise<KeyRing> {
  await mkdir(join(folder, RETIRED), { recursive: true, mode: 0o700 });
  const current: Record<string, readonly SigningKey[]> = {};
  for (const role of roles) {
    const keys = await readKeys(folder, role);
    current[role] = keys.length > 0 ? keys : [await makeKey(folder, role, algorithm)];
  }
  return { current, retired: await readKeys(join(folder, RETIRED)) };
}

/** Sets a role's keys aside and makes a new one; the old ones still sign the root that says so. */
export async function rotateKeys(
  folder: string,
  role: string,
  algorithm: Algorithm = 'ed25519',
): Promise<void> {
  await mkdir(join(folder, RETIRED), { recursive: true, mode: 0o700 });
  const kept = (await readdir(join(folder, RETIRED))).length;
  for (const [at, name] of (await keyFiles(folder, role)).entries()) {
    await rename(join(folder, name), join(folder, RETIRED, `${kept + at + 1}-${name}`));
  }
  await makeKey(folder, role, algorithm);
}

/** A signature over the canonical JSON of what is signed, in hexadecimal. */
export function signatureOf(signed: unknown, key: SigningKey): { keyid: string; sig: string } {
  const payload = Buffer.from(canonicalize(signed));
  const digest = key.listed.keytype === 'ecdsa' ? 'sha256' : null;
  return { keyid: key.id, sig: sign(digest, payload, key.privateKey).toString('hex') };
}

/** A private key as this program signs with it. */
export function signingKey(privateKey: KeyObject): SigningKey {
  const listed = listedKey(privateKey);
  const id = createHash('sha256').update(canonicalize(listed)).digest('hex');
  return { id, listed, privateKey };
}

function listedKey(privateKey: KeyObject): PublicKey {
  const open = createPublicKey(privateKey);
  if (privateKey.asymmetricKeyType === 'ed25519') {
    const bytes = open.export({ format: 'der', type: 'spki' }).subarray(-32);
    return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: bytes.toString('hex') } };
  }
  const curve = privateKey.asymmetricKeyDetails?.namedCurve;
  if (curve !== 'prime256v1') throw new Error('a signing key is neither Ed25519 nor P-256');
  const pem = open.export({ format: 'pem', type: 'spki' }).toString();
  return { keytype: 'ecdsa', scheme: 'ecdsa-sha2-nistp256', keyval: { public: pem } };
}

async function readKeys(folder: string, role = ''): Promise<readonly SigningKey[]> {
  const names = await keyFiles(folder, role);
  return await Promise.all(
    names.map(async (name) => signingKey(createPrivateKey(await readFile(join(folder, name))))),
  );
}

async function keyFiles(folder: string, role: string): Promise<string[]> {
  const names = await readdir(folder);
  const isKey = (name: string): boolean =>
    name.endsWith('.pem') && (role === '' || /^-\d+\.pem$/u.test(name.slice(role.length)));
  return names.filter((name) => name.startsWith(role) && isKey(name)).toSorted();
}

async function makeKey(folder: string, role: string, algorithm: Algorithm): Promise<SigningKey> {
  const { privateKey } =
    algorithm === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  await writeFile(join(folder, `${role}-1.pem`), pem, { mode: 0o600, flag: 'wx' });
  return signingKey(privateKey);
}
