import type { Reopened } from '@/lib/collections/reopened';
import './reopened-note.css';
import { words } from './words';

type Props = { readonly reopened: Reopened };

/** What became of saved words on their page, in words, with the old text and, where it differs, the new. */
export function ReopenedNote({ reopened: { outcome, words: saved, now } }: Props) {
  return (
    <section class="reopened-note" aria-live="polite">
      <p>{words(`reopened_${outcome}`)}</p>
      <h3>{words('reopenedSaved')}</h3>
      <blockquote>{saved}</blockquote>
      {now !== undefined && (
        <>
          <h3>{words('reopenedNow')}</h3>
          <blockquote>{now}</blockquote>
        </>
      )}
    </section>
  );
}
