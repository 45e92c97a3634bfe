import { useState } from 'preact/hooks';
import { Button } from '@/components/shared/Button';
import { numberWords, words } from '@/components/shared/words';

/** What the browser tells of this device. */
export type Device = {
  /** Bytes that we keep; undefined where the browser does not say. */
  readonly used: number | undefined;
  /** Keys that the browser holds for us, which it alone can change. */
  readonly commands: readonly { readonly what: string; readonly keys: string }[];
  /** What helps to find a fault: versions and counts, nothing of what was read. */
  readonly diagnostics: string;
};

type Props = {
  readonly device: Device;
  readonly onShortcuts: () => void;
  readonly onCopy: (text: string) => Promise<void>;
};

/** Keys that work on an article; they are ours and the same everywhere. */
const KEYS = [
  ['nextMark', 'Alt+Shift+.'],
  ['previousMark', 'Alt+Shift+,'],
  ['optionsKeyOpen', 'Alt+Shift+Enter'],
  ['closeCard', 'Esc'],
] as const;

/** Keys, storage and diagnostics. */
export function DeviceOptions({ device, onShortcuts, onCopy }: Props) {
  return (
    <>
      <section aria-labelledby="keys">
        <h2 id="keys">{words('optionsKeys')}</h2>
        <dl class="keys">
          {KEYS.map(([key, keys]) => (
            <div key={key}>
              <dt>{words(key)}</dt>
              <dd>
                <kbd>{keys}</kbd>
              </dd>
            </div>
          ))}
          {device.commands.map(({ what, keys }) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{keys === '' ? words('optionsKeyNone') : <kbd>{keys}</kbd>}</dd>
            </div>
          ))}
        </dl>
        <Button onPress={onShortcuts}>{words('optionsKeysChange')}</Button>
      </section>
      <section aria-labelledby="storage">
        <h2 id="storage">{words('optionsStorage')}</h2>
        <p>{usedWords(device.used)}</p>
        <p>
          <a href="/sources.html">{words('openSources')}</a>
        </p>
      </section>
      <Diagnostics text={device.diagnostics} onCopy={onCopy} />
    </>
  );
}

type DiagnosticsProps = { readonly text: string; readonly onCopy: Props['onCopy'] };

function Diagnostics({ text, onCopy }: DiagnosticsProps) {
  const [copied, setCopied] = useState(false);
  return (
    <section aria-labelledby="diagnostics">
      <h2 id="diagnostics">{words('optionsDiagnostics')}</h2>
      <p class="muted">{words('optionsDiagnosticsMeans')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long lines are scrolled by key */}
      <pre tabIndex={0}>{text}</pre>
      <Button onPress={() => void onCopy(text).then(() => setCopied(true))}>
        {words(copied ? 'copied' : 'optionsDiagnosticsCopy')}
      </Button>
    </section>
  );
}

function usedWords(bytes: number | undefined): string {
  if (bytes === undefined) return words('optionsStorageUnknown');
  return words('optionsStorageUsed', numberWords(Math.round(bytes / 100_000) / 10));
}
