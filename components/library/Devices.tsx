import { useEffect, useState } from 'preact/hooks';
import { Button } from '@/components/shared/Button';
import { momentOf } from '@/components/shared/when';
import { words } from '@/components/shared/words';
import type { DevicesChoice, DevicesView, LibraryWishes } from './library-view';

type Props = Pick<LibraryWishes, 'onDevices'>;

const FIELDS = ['url', 'user', 'password', 'passphrase'] as const;

/** A folder of the reader's own through which devices exchange what they keep. */
export function Devices({ onDevices }: Props) {
  const [choice, setChoice] = useState<DevicesChoice>({
    url: '',
    user: '',
    password: '',
    passphrase: '',
  });
  const [view, setView] = useState<DevicesView>();
  const [stop, setStop] = useState<AbortController>();
  useEffect(() => {
    void (async () => {
      const found = await onDevices();
      setView(found);
      setChoice((before) => ({ ...before, url: found.url, user: found.user }));
    })();
  }, [onDevices]);
  const exchange = async (): Promise<void> => {
    const end = new AbortController();
    setStop(end);
    setView(await onDevices(choice, end.signal));
    setStop(undefined);
    // What was typed is kept, and is not shown again.
    setChoice((before) => ({ ...before, password: '', passphrase: '' }));
  };
  return (
    <section class="devices">
      <h2>{words('libraryDevices')}</h2>
      <p class="muted">{words('libraryDevicesHint')}</p>
      {FIELDS.map((name) => (
        <label class="field" key={name}>
          <span>{words(`libraryDevices_${name}`)}</span>
          <Entry
            isSecret={name.startsWith('pass')}
            value={choice[name]}
            onValue={(value) => setChoice({ ...choice, [name]: value })}
          />
        </label>
      ))}
      <p class="row">
        {stop ? (
          <>
            <progress aria-label={words('libraryExchanging')} />
            <span>{words('libraryExchanging')}</span>
            <Button onPress={() => stop.abort()}>{words('libraryStop')}</Button>
          </>
        ) : (
          <Button tone="primary" onPress={() => void exchange()}>
            {words('libraryExchange')}
          </Button>
        )}
        <output>{!stop && view?.told}</output>
      </p>
      {view?.sealed && <p class="muted">{words('libraryDevicesSealed')}</p>}
      {view?.last !== undefined && (
        <p class="muted">{words('libraryLastExchange', momentOf(view.last))}</p>
      )}
    </section>
  );
}

type EntryProps = {
  readonly isSecret: boolean;
  readonly value: string;
  readonly onValue: (value: string) => void;
};

function Entry({ isSecret, value, onValue }: EntryProps) {
  const onInput = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void =>
    onValue(currentTarget.value);
  return isSecret ? (
    <input type="password" value={value} onInput={onInput} />
  ) : (
    <input type="text" value={value} onInput={onInput} />
  );
}
