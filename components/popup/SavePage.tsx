import { useState } from 'preact/hooks';
import { Button } from '@/components/shared/Button';
import { whyNotSaved } from '@/components/shared/why-not-saved';
import { words } from '@/components/shared/words';

/** Keeps the page, or what is selected in it, and says what became of that. */
export function SavePage({ onSavePage }: { readonly onSavePage: () => Promise<void> }) {
  const [told, setTold] = useState<string>();
  const save = (): void => {
    setTold(words('saving'));
    onSavePage().then(
      () => setTold(words('pageSaved')),
      (error: unknown) => setTold(whyNotSaved(error)),
    );
  };
  return (
    <>
      <Button onPress={save}>{words('savePage')}</Button>
      <output class="muted">{told}</output>
    </>
  );
}
