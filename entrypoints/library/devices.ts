import type { DevicesChoice, DevicesView } from '@/components/library/library-view';
import { troubleWords } from '@/components/shared/trouble-words';
import { numberWords, words } from '@/components/shared/words';
import { requestSite } from '@/lib/messages/own-page';
import {
  changeLibraryChoices,
  type LibraryChoices,
  readLibraryChoices,
} from '@/lib/storage/library-choices';
import { exchangeAndNote, isPlace, placeWritten } from '@/lib/sync/exchange-devices';
import { journal } from './library-desk';

/** Keeps what the reader chose, where it is given, and exchanges once with the folder, or until stopped. */
export async function exchangeDevices(
  choice?: DevicesChoice,
  signal?: AbortSignal,
): Promise<DevicesView> {
  if (!choice) return await howItStands();
  const wanted = placeWritten(choice);
  // Asked for before anything else: browsers ask the reader only while the press lasts.
  const isAllowed = !isPlace(wanted) || (await requestSite(wanted.url));
  const kept = await changeLibraryChoices(wanted);
  if (kept.url === '') return { ...viewOf(kept), told: words('libraryDevicesNone') };
  if (!isPlace(kept)) return { ...viewOf(kept), told: words('libraryDevicesNoAddress') };
  if (!isAllowed) return { ...viewOf(kept), told: words('libraryDevicesRefused') };
  return await exchangeNow(signal);
}

async function howItStands(): Promise<DevicesView> {
  const kept = await readLibraryChoices();
  const problem = kept.exchanged?.problem;
  if (problem === undefined) return viewOf(kept);
  return { ...viewOf(kept), told: words('libraryExchangeFailed', troubleWords(problem)) };
}

async function exchangeNow(signal?: AbortSignal): Promise<DevicesView> {
  const memory = { read: readLibraryChoices, note: changeLibraryChoices };
  try {
    const { read, waiting, wrongPassphrase } = await exchangeAndNote(memory, journal, {
      now: Date.now,
      signal,
    });
    const told = wrongPassphrase
      ? words('libraryWrongPassphrase')
      : words('libraryExchanged', numberWords(read), numberWords(waiting));
    return { ...viewOf(await readLibraryChoices()), told };
  } catch (error) {
    const failed = (): string => words('libraryExchangeFailed', troubleWords(error));
    const told = signal?.aborted ? words('libraryExchangeStopped') : failed();
    return { ...viewOf(await readLibraryChoices()), told };
  }
}

function viewOf({ url, user, passphrase, exchanged }: LibraryChoices): DevicesView {
  return {
    url,
    user,
    sealed: passphrase !== '',
    ...(exchanged && { last: exchanged.at }),
  };
}
