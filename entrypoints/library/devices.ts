import type { DevicesChoice, DevicesView } from '@/components/library/library-view';
import { troubleWords } from '@/components/shared/trouble-words';
import { numberWords, words } from '@/components/shared/words';
import { changeLibraryChoices, readLibraryChoices } from '@/lib/storage/library-choices';
import { exchange } from '@/lib/sync/device-folder';
import { sealOf } from '@/lib/sync/segment-file';
import { webdavFolder } from '@/lib/sync/webdav';
import { journal } from './library-desk';

/** Keeps what the reader chose, where it is given, and exchanges once with the folder. */
export async function exchangeDevices(choice?: DevicesChoice): Promise<DevicesView> {
  const kept = choice ? await changeLibraryChoices(inFull(choice)) : await readLibraryChoices();
  const view = { url: kept.url, user: kept.user, sealed: kept.passphrase !== '' };
  if (!choice) return view;
  if (!/^https?:\/\//u.test(kept.url)) return { ...view, told: words('libraryDevicesNoAddress') };
  try {
    const folder = webdavFolder({
      url: kept.url,
      ...(kept.user === '' ? {} : { user: kept.user, password: kept.password }),
    });
    const seal = view.sealed ? { seal: sealOf(kept.passphrase) } : {};
    const done = await navigator.locks.request(
      'library-devices',
      async () => await exchange(folder, journal, seal),
    );
    const told = words('libraryExchanged', numberWords(done.read), numberWords(done.waiting));
    return { ...view, told: done.wrongPassphrase ? words('libraryWrongPassphrase') : told };
  } catch (error) {
    return { ...view, told: words('libraryExchangeFailed', troubleWords(error)) };
  }
}

/** A folder's address ends in a slash; a password left empty stays as it was. */
function inFull({ url, user, password, passphrase }: DevicesChoice): Partial<DevicesChoice> {
  const address = url.trim();
  return {
    url: address === '' || address.endsWith('/') ? address : `${address}/`,
    user: user.trim(),
    ...(password === '' ? {} : { password }),
    ...(passphrase === '' ? {} : { passphrase }),
  };
}
