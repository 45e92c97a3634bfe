import type { ComponentChild, ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Reopened } from '@/lib/collections/reopened';
import type { CardView } from '@/lib/reading/card-view';
import type { Finding } from '@/lib/reading/finding';
import type { PageState } from '@/lib/reading/page-state';
import { MARK_KINDS, type MarkKind } from '@/lib/settings';
import { Button } from '@/components/shared/Button';
import { ReopenedNote } from '@/components/shared/ReopenedNote';
import { Switch } from '@/components/shared/Switch';
import { Timeline, type TimelineRow } from '@/components/shared/Timeline';
import { numberWords, words } from '@/components/shared/words';
import { EmptyPanel, Examined } from './Examined';
import { FindingEntry } from './FindingEntry';
import './panel.css';
import type { PanelWishes } from './panel-wishes';

type Props = PanelWishes & {
  readonly state: PageState;
  readonly findings: readonly Finding[];
  /** The finding that is open in the list, and what is on record about it once that is known. */
  readonly opened: string | undefined;
  readonly view: CardView | undefined;
  /** The first finding whose words stand in the window. */
  readonly inView: string | undefined;
  /** The people of the article with what they said over the years. */
  readonly people: readonly TimelineRow[];
  /** What became of saved words, where the page was opened for them. */
  readonly reopened?: Reopened | undefined;
  /** Where the page may not be read: the one thing that mends it. */
  readonly mend?: ComponentChild;
};

/** Every finding of the page in reading order, as real buttons: the accessible form of the marks. */
export function Panel(props: Props) {
  const { state, findings, onStep } = props;
  const [kinds, setKinds] = useState<readonly MarkKind[]>(MARK_KINDS);
  const [onlyKnown, setOnlyKnown] = useState(true);
  const shown = findings.filter(
    ({ id, mark, weight }) =>
      id === props.opened || (kinds.includes(mark) && (!onlyKnown || weight !== 'none')),
  );
  const toggle = (kind: MarkKind): void =>
    setKinds(kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind]);
  return (
    <main class="panel">
      <h1>{state.title ?? words('extensionName')}</h1>
      <output class="muted">{words(`status_${state.status.replaceAll('-', '_')}`)}</output>
      {props.reopened && <ReopenedNote reopened={props.reopened} />}
      {state.reason !== undefined && <p class="muted">{words(state.reason)}</p>}
      {props.mend}
      {findings.length > 0 && (
        <Filters state={state} kinds={kinds} onToggle={toggle}>
          <Switch on={onlyKnown} onSwitch={() => setOnlyKnown(!onlyKnown)}>
            {words('onlyKnown')}
          </Switch>
        </Filters>
      )}
      {shown.length > 0 && (
        <div class="row">
          <Button onPress={() => onStep('previous')}>{words('previousMark')}</Button>
          <Button onPress={() => onStep('next')}>{words('nextMark')}</Button>
        </div>
      )}
      {shown.length > 0 && (
        <ol class="findings" aria-label={words('panelFindings')}>
          {shown.map((finding) => (
            <FindingEntry key={finding.id} finding={finding} {...props} />
          ))}
        </ol>
      )}
      {shown.length === 0 && (
        <EmptyPanel
          state={state}
          hidden={findings.length}
          onAll={() => {
            setKinds(MARK_KINDS);
            setOnlyKnown(false);
          }}
        />
      )}
      <Timeline title={words('timelinePeople')} rows={props.people} />
      {findings.length > 0 && <Examined state={state} />}
    </main>
  );
}

type FilterProps = {
  readonly state: PageState;
  readonly kinds: readonly MarkKind[];
  readonly onToggle: (kind: MarkKind) => void;
  readonly children: ComponentChildren;
};

function Filters({ state, kinds, onToggle, children }: FilterProps) {
  return (
    <fieldset class="filters">
      <legend class="only-read-aloud">{words('filters')}</legend>
      <div class="row">
        {MARK_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            class="chip"
            aria-pressed={kinds.includes(kind)}
            onClick={() => onToggle(kind)}
          >
            {words(`kindOfMark_${kind}`)} <b>{numberWords(state.examined[kind])}</b>
          </button>
        ))}
      </div>
      {children}
    </fieldset>
  );
}
