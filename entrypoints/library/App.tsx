import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { LibraryPage } from '@/components/library/LibraryPage';
import { type Room, ROOMS } from '@/components/library/LibraryNav';
import type { WorkCourse } from '@/components/library/library-view';
import { rememberLibrary } from './keep';
import { useLibrary } from './use-library';
import { wishesOf } from './wishes';

/** The library page over the reader's own database. */
export function App(): VNode {
  const { view, setQuery, need, tell } = useLibrary();
  const [course, setCourse] = useState<WorkCourse>();
  const wishes = useMemo(
    () => wishesOf({ setQuery, need, tell }, setCourse),
    [setQuery, need, tell],
  );
  useEffect(() => {
    if (view.isReady) void rememberLibrary(view.count);
  }, [view.isReady, view.count]);
  return <LibraryPage view={view} wishes={wishes} course={course} first={roomInAddress()} />;
}

/** The popup leads straight to where the library is mended. */
function roomInAddress(): Room | undefined {
  return ROOMS.find((room) => location.hash === `#${room}`);
}
