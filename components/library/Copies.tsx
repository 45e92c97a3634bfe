import { useEffect, useState } from 'preact/hooks';
import { Button } from '@/components/shared/Button';
import { dayOf } from '@/components/shared/when';
import { words } from '@/components/shared/words';
import type { CopiesView, LibraryWishes } from './library-view';

type Props = Pick<LibraryWishes, 'onSchedule' | 'onCopyNow'>;

/** Copies outside the browser: how often, the last one, and one now. */
export function Copies({ onSchedule, onCopyNow }: Props) {
  const [view, setView] = useState<CopiesView>({ days: 0 });
  const [chosen, setChosen] = useState<number>();
  const days = chosen ?? view.days;
  useEffect(() => void onSchedule().then(setView), [onSchedule]);
  return (
    <section class="copies">
      <h2>{words('libraryCopies')}</h2>
      {view.isPersisted !== undefined && (
        <p>{words(view.isPersisted ? 'libraryPersisted' : 'libraryNotPersisted')}</p>
      )}
      <p class="muted">{words('libraryCopiesHint')}</p>
      <label class="field schedule">
        <span>{words('librarySchedule')}</span>
        <select
          value={days}
          onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
        >
          {[0, 1, 7, 30].map((each) => (
            <option key={each} value={each}>
              {words(`librarySchedule_${each}`)}
            </option>
          ))}
        </select>
      </label>
      <p class="row">
        <Button
          tone="primary"
          disabled={days === view.days}
          onPress={() => void onSchedule(days).then(setView)}
        >
          {words('libraryScheduleSet')}
        </Button>
        <Button onPress={() => void onCopyNow().then(setView)}>{words('libraryCopyNow')}</Button>
        <output>{view.told}</output>
      </p>
      {view.last !== undefined && <p class="muted">{words('libraryLastCopy', dayOf(view.last))}</p>}
    </section>
  );
}
