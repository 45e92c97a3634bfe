import type { LibraryHealth } from '@/lib/collections/library-health';
import { Button } from './Button';
import './health-note.css';
import { dayOf } from './when';
import { plural, words } from './words';

type Props = {
  readonly health: LibraryHealth;
  readonly onExport: () => void;
  readonly onRestore: () => void;
  /** The reader goes on with the library as it is; a surface may leave it out. */
  readonly onLetBe?: () => void;
};

/** What is the matter with the library, and the way out; nothing while all is well. */
export function HealthNote({ health, onExport, onRestore, onLetBe }: Props) {
  switch (health.state) {
    case 'ready':
      return null;
    case 'newer':
    case 'stuck':
      return (
        <div class="health" role="alert">
          <p>{words(health.state === 'newer' ? 'libraryNewer' : 'libraryStuck')}</p>
          <Button tone="primary" onPress={onExport}>
            {words('libraryExport')}
          </Button>
        </div>
      );
    case 'emptied': {
      const { items, at, backup } = health.lost;
      return (
        <div class="health" role="alert">
          <p>{plural('libraryEmptied', items, dayOf(at))}</p>
          <p>{words(backup === undefined ? 'libraryEmptiedNoBackup' : 'libraryEmptiedBackup')}</p>
          <p class="row">
            <Button tone="primary" onPress={onRestore}>
              {words('libraryRestore')}
            </Button>
            {onLetBe && (
              <Button tone="quiet" onPress={onLetBe}>
                {words('libraryLetBe')}
              </Button>
            )}
          </p>
        </div>
      );
    }
  }
}
