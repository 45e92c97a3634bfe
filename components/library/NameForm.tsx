import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/shared/Button';
import { words } from '@/components/shared/words';

type Props = {
  readonly label: string;
  readonly value?: string;
  /** The name given; empty where the reader thought better of it. */
  readonly onName: (name: string) => void;
};

/** One name, asked for in place. */
export function NameForm({ label, value = '', onName }: Props) {
  const [name, setName] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        onName(name.trim());
      }}
    >
      <label class="field">
        <span>{label}</span>
        <input
          ref={field}
          value={name}
          maxLength={200}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') onName('');
          }}
        />
      </label>
      <Button tone="primary" onPress={() => onName(name.trim())}>
        {words('libraryDone')}
      </Button>
    </form>
  );
}
