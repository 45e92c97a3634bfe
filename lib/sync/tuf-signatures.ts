import { canonicalize } from '@tufjs/canonical-json';
import type { PublicKey, RoleKeys, Root, Signature } from '@/lib/dataset/signed-metadata';
import type { Guards } from './guards';
import { bytesOfHex } from './hash';

/** What somebody signed. */
export type SignedPayload = {
  readonly payload: unknown;
  readonly signatures: readonly Signature[];
};

/**
 * Whether as many different keys of a role signed as its threshold demands (TUF specification 1.0.31,
 * section 5.3.4). The same key under two ids is one key.
 */
export async function isSignedBy(
  { payload, signatures }: SignedPayload,
  { role, keys }: { readonly role: RoleKeys; readonly keys: Root['keys'] },
  guards: Guards,
): Promise<boolean> {
  if (!guards.signatures) return true;
  const message = new TextEncoder().encode(canonicalize(payload));
  const good = new Set<string>();
  for (const [at, { keyid, sig }] of signatures.entries()) {
    const key = keys[keyid];
    if (!key || !role.keyids.includes(keyid)) continue;
    const counted = guards.distinctKeys ? key.keyval.public : `${at}`;
    if (await verifies(key, bytesOfHex(sig), message)) good.add(counted);
  }
  return good.size >= role.threshold;
}

/** Ed25519 and ECDSA P-256; a key of any other kind verifies nothing. */
async function verifies(
  key: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    if (key.keytype === 'ed25519' && key.scheme === 'ed25519') {
      const raw = bytesOfHex(key.keyval.public);
      const verifier = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
      return await crypto.subtle.verify('Ed25519', verifier, signature, message);
    }
    const isEcdsa = key.keytype === 'ecdsa' || key.keytype === 'ecdsa-sha2-nistp256';
    if (!isEcdsa || key.scheme !== 'ecdsa-sha2-nistp256') return false;
    const curve = { name: 'ECDSA', namedCurve: 'P-256' };
    const spki = bytesOfPem(key.keyval.public);
    const verifier = await crypto.subtle.importKey('spki', spki, curve, false, ['verify']);
    const pair = pairOfDer(signature);
    const hash = { name: 'ECDSA', hash: 'SHA-256' };
    return pair !== undefined && (await crypto.subtle.verify(hash, verifier, pair, message));
  } catch {
    // A key or a signature of the wrong form; it verifies nothing.
    return false;
  }
}

function bytesOfPem(pem: string): Uint8Array<ArrayBuffer> {
  const body = pem.replaceAll(/-----[A-Z ]+-----|\s/gu, '');
  return Uint8Array.from(atob(body), (character) => character.codePointAt(0) ?? 0);
}

/**
 * The two numbers of an ECDSA signature as 64 bytes, which is what WebCrypto reads; in metadata they
 * stand as `SEQUENCE { INTEGER, INTEGER }` (RFC 3279, section 2.2.3).
 */
function pairOfDer(der: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  const first = integerAt(der, 2);
  const second = first && integerAt(der, first.end);
  if (!second || second.end !== der.length) return undefined;
  const pair = new Uint8Array(64);
  pair.set(first.digits, 32 - first.digits.length);
  pair.set(second.digits, 64 - second.digits.length);
  return pair;
}

function integerAt(
  der: Uint8Array,
  at: number,
): { readonly digits: Uint8Array; readonly end: number } | undefined {
  const length = der[at + 1] ?? 0;
  const end = at + 2 + length;
  if (der[at] !== 0x02 || length === 0 || end > der.length) return undefined;
  let from = at + 2;
  while (from < end - 1 && der[from] === 0) from += 1;
  return end - from > 32 ? undefined : { digits: der.subarray(from, end), end };
}
