import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { LibraryPage } from '@/components/library/LibraryPage';
import type { ImportCourse } from '@/components/library/library-view';
import { askToPersist, scheduledBackup } from './keep';
import { useLibrary } from './use-library';
import { wishesOf } from './wishes';

/** The library page over the reader's own database. */
export function App(): VNode {
  const { view, setQuery, need, tell } = useLibrary();
  const [course, setCourse] = useState<ImportCourse>();
  const wishes = useMemo(
    () => wishesOf({ setQuery, need, tell }, setCourse),
    [setQuery, need, tell],
  );
  useEffect(() => {
    if (view.isReady) void askToPersist().then(scheduledBackup);
  }, [view.isReady]);
  return <LibraryPage view={view} wishes={wishes} course={course} />;
}
