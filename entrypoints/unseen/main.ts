import { serveUnseen } from '@/lib/messages/unseen-page';
import { openBackups } from '@/lib/storage/library-backups';
import { everythingIn, openLibraryDatabase } from '@/lib/storage/library-keeper';
import { pageWorkOver } from '@/lib/storage/page-work';

/** A page nobody sees, for the background of browsers in which that is a worker. */
const now = (): number => Date.now();
const database = openLibraryDatabase(openBackups(now));
serveUnseen(pageWorkOver(() => everythingIn(database), now));
