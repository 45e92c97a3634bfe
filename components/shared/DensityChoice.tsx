import type { Settings } from '@/lib/settings';
import { words } from './words';

type Props = {
  readonly chosen: Settings['density'];
  readonly onChoose: (density: Settings['density']) => void;
};

const DENSITIES = ['quiet', 'normal', 'all'] as const;

/** How much is marked: only what has an answer, all that has context, everything found. */
export function DensityChoice({ chosen, onChoose }: Props) {
  return (
    <fieldset class="density">
      <legend>{words('density')}</legend>
      {DENSITIES.map((density) => (
        <label key={density}>
          <input
            type="radio"
            name="density"
            checked={density === chosen}
            onChange={() => onChoose(density)}
          />{' '}
          {words(`density_${density}`)}
        </label>
      ))}
    </fieldset>
  );
}
