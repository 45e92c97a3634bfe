import { useEffect, useState } from 'preact/hooks';
import type { Backup } from '@/lib/collections/kept-backups';
import { Button } from '@/components/shared/Button';
import { dayOf } from '@/components/shared/when';
import { numberWords, plural, words } from '@/components/shared/words';
import { Copies } from './Copies';
import { Devices } from './Devices';
import { ChooseFiles, Preview, usePreview } from './InAndOut';
import { isReadOnly, type LibraryView, type LibraryWishes } from './library-view';

type Props = { readonly view: LibraryView; readonly wishes: LibraryWishes };

/** Backups inside the profile, copies in the downloads folder, and the reader's other devices. */
export function KeepSafe({ view, wishes }: Props) {
  const { preview, isReading, read, close } = usePreview();
  const canRestore = !isReadOnly(view);
  return (
    <div class="room">
      <h2>{words('libraryBackups')}</h2>
      <p class="muted">{words('libraryBackupsHint')}</p>
      <BackupList
        onBackups={wishes.onBackups}
        onRestore={canRestore ? (number) => read(wishes.onReadBackup(number)) : undefined}
      />
      {canRestore && (
        <ChooseFiles
          label={words('libraryRestoreFile')}
          onFiles={(files) => read(wishes.onReadFiles(files, 'restore'))}
        />
      )}
      <output>{isReading && words('libraryReadingFile')}</output>
      {preview && <Preview preview={preview} onDone={close} />}
      <Copies onSchedule={wishes.onSchedule} onCopyNow={wishes.onCopyNow} />
      <Devices onDevices={wishes.onDevices} />
    </div>
  );
}

type ListProps = Pick<LibraryWishes, 'onBackups'> & {
  readonly onRestore: ((number: number) => void) | undefined;
};

function BackupList({ onBackups, onRestore }: ListProps) {
  const [backups, setBackups] = useState<readonly Backup[]>([]);
  useEffect(() => void onBackups().then(setBackups), [onBackups]);
  if (backups.length === 0) return <p>{words('libraryNoBackups')}</p>;
  return (
    <ul class="backups">
      {backups.map((backup) => (
        <li key={backup.number}>
          <span>{factsOf(backup)}</span>
          {onRestore && (
            <Button
              label={`${words('libraryRestore')}: ${factsOf(backup)}`}
              onPress={() => onRestore(backup.number)}
            >
              {words('libraryRestore')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function factsOf({ at, items, size, reason }: Backup): string {
  return [
    dayOf(at),
    plural('libraryItems', items),
    words('libraryKilobytes', numberWords(Math.ceil(size / 1024))),
    words(`libraryBackup_${reason.replaceAll('-', '_')}`),
  ].join(' · ');
}
