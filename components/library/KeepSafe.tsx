import { useEffect, useState } from 'preact/hooks';
import type { Backup } from '@/lib/collections/kept-backups';
import { Button } from '@/components/shared/Button';
import { dayOf } from '@/components/shared/when';
import { numberWords, plural, words } from '@/components/shared/words';
import { Devices } from './Devices';
import { Preview } from './InAndOut';
import type { ImportPreview, LibraryWishes } from './library-view';

type Props = { readonly wishes: LibraryWishes };

/** Backups inside the profile and in the downloads folder, and the reader's other devices. */
export function KeepSafe({ wishes }: Props) {
  const [backups, setBackups] = useState<readonly Backup[]>([]);
  const [preview, setPreview] = useState<ImportPreview>();
  const [days, setDays] = useState(0);
  const { onBackups, onScheduled } = wishes;
  useEffect(() => void onBackups().then(setBackups), [onBackups]);
  useEffect(() => void onScheduled().then(setDays), [onScheduled]);
  return (
    <div class="room">
      <h2>{words('libraryBackups')}</h2>
      <p class="muted">{words('libraryBackupsHint')}</p>
      {backups.length === 0 && <p>{words('libraryNoBackups')}</p>}
      <ul class="backups">
        {backups.map((backup) => (
          <li key={backup.number}>
            <span>
              {dayOf(backup.at)} · {plural('libraryItems', backup.items)} ·{' '}
              {words('libraryKilobytes', numberWords(Math.ceil(backup.size / 1024)))} ·{' '}
              {words(`libraryBackup_${backup.reason.replaceAll('-', '_')}`)}
            </span>
            <Button onPress={() => void wishes.onReadBackup(backup.number).then(setPreview)}>
              {words('libraryRestore')}
            </Button>
          </li>
        ))}
      </ul>
      {preview && <Preview preview={preview} onDone={() => setPreview(undefined)} />}
      <label class="field schedule">
        <span>{words('librarySchedule')}</span>
        <select
          value={days}
          onChange={({ currentTarget }) =>
            void onScheduled(Number(currentTarget.value)).then(setDays)
          }
        >
          {[0, 1, 7, 30].map((each) => (
            <option key={each} value={each}>
              {words(`librarySchedule_${each}`)}
            </option>
          ))}
        </select>
      </label>
      <Devices onDevices={wishes.onDevices} />
    </div>
  );
}
