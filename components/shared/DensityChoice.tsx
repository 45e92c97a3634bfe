import type { Settings } from '@/lib/settings';
import { Choice } from './Choice';
import { words } from './words';

type Props = {
  readonly chosen: Settings['density'];
  readonly onChoose: (density: Settings['density']) => void;
};

/** How much is marked: only what has an answer, all that has context, everything found. */
export function DensityChoice({ chosen, onChoose }: Props) {
  return (
    <Choice
      title={words('density')}
      prefix="density"
      all={['quiet', 'normal', 'all']}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}
