import { useState } from 'preact/hooks';
import type { SourceTrouble } from '@/lib/dataset/source-state';
import { Button } from '@/components/shared/Button';
import { words } from '@/components/shared/words';
import { sentenceOf } from './source-words';
import type { SourcesWishes } from './sources-view';

type Props = Pick<SourcesWishes, 'onLook' | 'onFile' | 'onAllow'> & {
  readonly looking: boolean;
  readonly trouble: SourceTrouble | undefined;
};

/** Adding a dataset by its address, by an invitation, or from a file. */
export function AddSource({ looking, trouble, onLook, onFile, onAllow }: Props) {
  const [typed, setTyped] = useState('');
  const look = (): void => {
    if (typed.trim() !== '') onLook(typed);
  };
  return (
    <section aria-labelledby="add-source">
      <h2 id="add-source">{words('sourcesAdd')}</h2>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <label class="field grow">
          <span>{words('sourcesAddress')}</span>
          <input
            value={typed}
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            aria-describedby="address-hint"
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </label>
        <Button tone="primary" disabled={looking || typed.trim() === ''} onPress={look}>
          {words(looking ? 'sourcesLooking' : 'sourcesLook')}
        </Button>
      </form>
      <p class="muted" id="address-hint">
        {words('sourcesAddressHint')}
      </p>
      <div role="alert" class="trouble-place">
        {trouble && (
          <div class="notice">
            <p>{sentenceOf(trouble)}</p>
            <NextStep trouble={trouble} typed={typed} onLook={look} onAllow={onAllow} />
          </div>
        )}
      </div>
      <label class="field">
        <span>{words('sourcesFile')}</span>
        <input
          type="file"
          accept=".zip,application/zip"
          disabled={looking}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) onFile(file);
            currentTarget.value = '';
          }}
        />
      </label>
    </section>
  );
}

type StepProps = {
  readonly trouble: SourceTrouble;
  readonly typed: string;
  readonly onLook: () => void;
  readonly onAllow: (typed: string) => void;
};

/** The one thing that may help; where nothing but another address or file would, nothing. */
function NextStep({ trouble, typed, onLook, onAllow }: StepProps) {
  if (trouble === 'not-permitted') {
    return (
      <Button tone="primary" onPress={() => onAllow(typed)}>
        {words('sourcesAllow')}
      </Button>
    );
  }
  const isWorthATry = trouble === 'unreachable' || trouble === 'expired';
  return isWorthATry && typed !== '' ? (
    <Button onPress={onLook}>{words('sourcesAgain')}</Button>
  ) : null;
}
