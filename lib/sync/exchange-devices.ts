import { type Exchange, exchange, type Journal } from './device-folder';
import { newSalt, sealOf } from './segment-file';
import { webdavFolder } from './webdav';

/** The folder through which devices exchange, as the reader chose it; empty: none, or unsealed. */
export type DevicesPlace = Readonly<Record<'url' | 'user' | 'password' | 'passphrase', string>> & {
  /** This device's salt for sealing; else others would work out a new key for each file. */
  readonly salt: readonly number[];
};

/** When devices last exchanged, milliseconds since 1970; `problem`: why it did not come off. */
type Exchanged = { readonly at: number; readonly problem?: string };

/** What is remembered of the folder, and of the last exchange with it. */
export type DevicesMemory = {
  readonly read: () => Promise<DevicesPlace>;
  readonly note: (change: { salt?: number[]; exchanged?: Exchanged }) => Promise<unknown>;
};

/**
 * A folder as the reader wrote it. Its address ends in a slash; a password left empty stays as it was.
 * Without an address nothing is exchanged, and no password is kept.
 */
export function placeWritten({ url, user, password, passphrase }: Written): Wanted {
  const address = url.trim();
  if (address === '') return { url: '', user: '', password: '', passphrase: '' };
  return {
    url: address.endsWith('/') ? address : `${address}/`,
    user: user.trim(),
    ...(password === '' ? {} : { password }),
    ...(passphrase === '' ? {} : { passphrase }),
  };
}

type Written = Omit<DevicesPlace, 'salt'>;
type Wanted = Partial<Written> & Pick<Written, 'url'>;

/** Whether a reader has named a folder at all. */
export function isPlace({ url }: Pick<DevicesPlace, 'url'>): boolean {
  return /^https?:\/\/./u.test(url) && URL.canParse(url);
}

type Course = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends it; what was exchanged by then stays. */
  readonly signal?: AbortSignal | undefined;
};

/**
 * Exchanges once with the folder, never twice at a time, and notes what came of it.
 * @throws Error where the folder does not answer as it should; nothing is lost by that.
 */
export async function exchangeAndNote(
  memory: DevicesMemory,
  journal: Journal,
  { now, signal }: Course,
): Promise<Exchange> {
  try {
    const done = await exchangeThrough(await salted(memory), journal, signal);
    await memory.note({ exchanged: { at: now() } });
    return done;
  } catch (error) {
    if (!signal?.aborted) await memory.note({ exchanged: { at: now(), problem: String(error) } });
    throw error;
  }
}

async function exchangeThrough(
  place: DevicesPlace,
  journal: Journal,
  signal: AbortSignal | undefined,
): Promise<Exchange> {
  const { url, user, password, passphrase, salt } = place;
  const folder = webdavFolder({
    url,
    ...(user !== '' && { user, password }),
    ...(signal && { signal }),
  });
  const seal = passphrase === '' ? {} : { seal: sealOf(passphrase, Uint8Array.from(salt)) };
  return await navigator.locks.request(
    'library-devices',
    async () => await exchange(folder, journal, seal),
  );
}

/** The salt is made once. */
async function salted(memory: DevicesMemory): Promise<DevicesPlace> {
  const place = await memory.read();
  if (place.salt.length > 0) return place;
  const salt = [...newSalt()];
  await memory.note({ salt });
  return { ...place, salt };
}
