import type { PageState } from '@/lib/reading/page-state';
import { MARK_KINDS } from '@/lib/settings';
import { Button } from '@/components/shared/Button';
import { numberWords, plural, words } from '@/components/shared/words';

type EmptyProps = {
  readonly state: PageState;
  /** How many findings the filters hide. */
  readonly hidden: number;
  readonly onAll: () => void;
};

/** Why there is nothing in the list, with what was looked at, and what to do. */
export function EmptyPanel({ state, hidden, onAll }: EmptyProps) {
  const { examined } = state;
  const looked = [
    plural('count_name', examined.person + examined.organisation),
    plural('count_figure', examined.figure),
    plural('count_claim', examined.claim),
  ] as const;
  if (hidden > 0) {
    const isKnown = MARK_KINDS.some((kind) => state.withContext[kind] > 0);
    return (
      <div class="empty">
        <p>{isKnown ? words('panelFiltered') : words('panelEmpty', ...looked)}</p>
        <Button onPress={onAll}>{plural('panelShowAll', hidden)}</Button>
      </div>
    );
  }
  return (
    <p class="empty">
      {words(
        /^(?:marked|nothing-found)$/u.test(state.status) ? 'panelEmpty' : 'panelNoArticle',
        ...looked,
      )}
    </p>
  );
}

/** Silence is no proof: what was examined, and what could not be. */
export function Examined({ state }: { readonly state: PageState }) {
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
