import { readSegment } from '@/lib/collections/segment';
import type { RecordState } from '@/lib/collections/record-state';
import { bad, good, type Result } from '@/lib/result';

export type Bytes = Uint8Array<ArrayBuffer>;
export type SegmentProblem = 'half-written' | 'passphrase' | 'malformed';

/** `ORS1`, plain gzip after it; `ORE1`, then salt, initialisation vector and AES-GCM ciphertext. */
const PLAIN = new TextEncoder().encode('ORS1');
const SEALED = new TextEncoder().encode('ORE1');
const SALT = 16;
const IV = 12;
/** OWASP's figure for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
const ROUNDS = 600_000;

/** A passphrase ready for use; each device seals with a salt of its own, so nothing has to be agreed on. */
export type Seal = { readonly keyFor: (salt: Bytes) => Promise<CryptoKey>; readonly salt: Bytes };

/** Makes a seal of a passphrase. Keys of other devices' salts are derived once each. */
export function sealOf(passphrase: string, salt: Bytes = newSalt()): Seal {
  const keys = new Map<string, Promise<CryptoKey>>();
  return {
    salt,
    keyFor: async (of) => {
      const name = of.join();
      const key = keys.get(name) ?? derive(passphrase, of);
      keys.set(name, key);
      return await key;
    },
  };
}

/** A salt of one's own. */
export function newSalt(): Bytes {
  return random(SALT);
}

/** Records as a file: their lines, a last one with their number and digest, gzip, sealed where wanted. */
export async function writeSegment(lines: readonly string[], seal?: Seal): Promise<Bytes> {
  const body = lines.join('');
  const last = JSON.stringify({ records: lines.length, sha256: await sha256(body) });
  const packed = await through(bytesOf(body + last), new CompressionStream('gzip'));
  if (!seal) return joined([PLAIN, packed]);
  const iv = random(IV);
  const key = await seal.keyFor(seal.salt);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, packed);
  return joined([SEALED, seal.salt, iv, new Uint8Array(sealed)]);
}

/** Reads a file that any device may have written, or half of it. */
export async function openSegment(
  file: Bytes,
  seal?: Seal,
): Promise<Result<RecordState[], SegmentProblem>> {
  const packed = await unsealed(file, seal);
  if (!packed.ok) return packed;
  const text = await unpacked(packed.value).catch(() => undefined);
  if (text === undefined) return bad('half-written');
  const end = text.lastIndexOf('\n') + 1;
  const body = text.slice(0, end);
  if (!text.slice(end).endsWith(`"sha256":"${await sha256(body)}"}`)) return bad('half-written');
  const read = readSegment(body);
  return read.ok ? good(read.value) : bad('malformed');
}

/** Whether a passphrase is needed to read a file. */
export function isSealed(file: Bytes): boolean {
  return startsWith(file, SEALED);
}

/** SHA-256 as lower-case hex. */
export async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function unsealed(file: Bytes, seal?: Seal): Promise<Result<Bytes, SegmentProblem>> {
  if (startsWith(file, PLAIN)) return good(file.slice(PLAIN.length));
  if (!startsWith(file, SEALED)) return bad('half-written');
  if (!seal) return bad('passphrase');
  const salt = file.slice(SEALED.length, SEALED.length + SALT);
  const iv = file.slice(SEALED.length + SALT, SEALED.length + SALT + IV);
  const rest = file.slice(SEALED.length + SALT + IV);
  if (rest.length === 0) return bad('half-written');
  const key = await seal.keyFor(salt);
  // A file cut short and a wrong passphrase look the same: neither authenticates.
  return await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, rest).then(
    (bytes) => good(new Uint8Array(bytes)),
    () => bad('passphrase' as const),
  );
}

async function derive(passphrase: string, salt: Bytes): Promise<CryptoKey> {
  const given = bytesOf(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', given, 'PBKDF2', false, ['deriveKey']);
  return await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

async function through(
  bytes: Bytes,
  stream: CompressionStream | DecompressionStream,
): Promise<Bytes> {
  const out = new Response(new Blob([bytes]).stream().pipeThrough(stream));
  return new Uint8Array(await out.arrayBuffer());
}

/** Far more than any library; who keeps the folder may have put anything there. */
const MOST_CHARACTERS = 128 * 1024 * 1024;

/** The text of gzip bytes, given up where it grows beyond measure. @throws where it does, or is damaged */
async function unpacked(bytes: Bytes): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  const parts: string[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > MOST_CHARACTERS) throw new Error('a segment unpacks to more than a library');
    parts.push(next.value);
  }
  return parts.join('');
}

function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text);
}

function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

function joined(parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function startsWith(file: Bytes, start: Bytes): boolean {
  return start.every((byte, at) => file[at] === byte);
}
