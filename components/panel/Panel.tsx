import { useState } from 'preact/hooks';
import type { Finding } from '@/lib/reading/finding';
import type { PageState } from '@/lib/reading/page-state';
import { MARK_KINDS, type MarkKind } from '@/lib/settings';
import { Button } from '@/components/shared/Button';
import '@/components/shared/marks-sample.css';
import { numberWords, plural, words } from '@/components/shared/words';
import './panel.css';

type Props = {
  readonly state: PageState;
  readonly findings: readonly Finding[];
  readonly onShow: (id: string) => void;
  readonly onStep: (direction: 'next' | 'previous') => void;
};

/** Every finding of the page in reading order, as real buttons: the accessible form of the marks. */
export function Panel({ state, findings, onShow, onStep }: Props) {
  const [kinds, setKinds] = useState<readonly MarkKind[]>(MARK_KINDS);
  const [onlyKnown, setOnlyKnown] = useState(true);
  const shown = findings.filter(
    ({ mark, weight }) => kinds.includes(mark) && (!onlyKnown || weight !== 'none'),
  );
  const toggle = (kind: MarkKind): void =>
    setKinds(kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind]);
  return (
    <main class="panel">
      <h1>{state.title ?? words('extensionName')}</h1>
      <p class="muted" aria-live="polite">
        {words(`status_${state.status.replaceAll('-', '_')}`)}
      </p>
      <fieldset class="row kinds" aria-label={words('filters')}>
        {MARK_KINDS.map((kind) => (
          <Button key={kind} pressed={kinds.includes(kind)} onPress={() => toggle(kind)}>
            {words(`kindOfMark_${kind}`)} {numberWords(state.examined[kind])}
          </Button>
        ))}
      </fieldset>
      <label>
        <input type="checkbox" checked={onlyKnown} onChange={() => setOnlyKnown(!onlyKnown)} />{' '}
        {words('onlyKnown')}
      </label>
      {shown.length > 0 && (
        <div class="row">
          <Button onPress={() => onStep('previous')}>{words('previousMark')}</Button>
          <Button onPress={() => onStep('next')}>{words('nextMark')}</Button>
        </div>
      )}
      <ol class="findings">
        {shown.map((finding) => (
          <li key={finding.id}>
            <button type="button" class="finding" onClick={() => onShow(finding.id)}>
              <span class="muted">{words(`kindOfMark_${finding.mark}`)}</span>
              <span class={`sample ${finding.mark}`}>{finding.label}</span>
            </button>
          </li>
        ))}
      </ol>
      {shown.length === 0 && <p class="empty">{emptyWords(state)}</p>}
      <Examined state={state} />
    </main>
  );
}

/** Why there is nothing, with what was looked at. */
function emptyWords({ examined }: PageState): string {
  const names = plural('count_person', examined.person + examined.organisation);
  return words(
    'panelEmpty',
    names,
    plural('count_figure', examined.figure),
    plural('count_claim', examined.claim),
  );
}

/** Silence is no proof: what was examined, and what could not be. */
function Examined({ state }: Pick<Props, 'state'>) {
  return (
    <section class="examined muted">
      <h2>{words('examined')}</h2>
      <ul>
        {MARK_KINDS.map((kind) => (
          <li key={kind}>
            {plural(`count_${kind}`, state.examined[kind])},{' '}
            {words('ofWhichKnown', numberWords(state.withContext[kind]))}
          </li>
        ))}
        {state.unread.map((key) => (
          <li key={key}>{words(key)}</li>
        ))}
      </ul>
      <p>{words('silenceProvesNothing')}</p>
    </section>
  );
}
