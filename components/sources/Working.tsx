import type { SourceProgress } from '@/lib/dataset/source-state';
import { Button } from '@/components/shared/Button';
import { words } from '@/components/shared/words';

type Props = {
  readonly progress: SourceProgress;
  readonly title: string;
  readonly onStop: () => void;
};

/** Long work as it goes: what is being done, how far it is, and a way to stop it. */
export function Working({ progress: { step, done, of }, title, onStop }: Props) {
  const what = words(`sourceStep_${step}`, title);
  return (
    <section class="working" aria-label={what}>
      <p>{what}</p>
      <progress aria-label={what} max={1} {...(of > 0 && { value: done / of })} />
      <Button onPress={onStop}>{words('sourcesStop')}</Button>
    </section>
  );
}
