import { useState } from 'preact/hooks';
import { Button } from '@/components/shared/Button';
import { words } from '@/components/shared/words';
import { LightMarkdown } from './LightMarkdown';

type Props = {
  readonly note: string;
  readonly isReadOnly: boolean;
  readonly onNote: (note: string) => void;
};

/** The reader's note: shown as light Markdown, written as plain text, kept when the field is left. */
export function NoteField({ note, isReadOnly, onNote }: Props) {
  const [draft, setDraft] = useState<string>();
  const keep = (): void => {
    if (draft !== undefined && draft !== note) onNote(draft);
    setDraft(undefined);
  };
  if (draft === undefined) {
    return (
      <section class="note-field">
        <h2>{words('libraryNote')}</h2>
        {note !== '' && <LightMarkdown text={note} />}
        {!isReadOnly && (
          <Button tone="quiet" onPress={() => setDraft(note)}>
            {words(note === '' ? 'libraryWriteNote' : 'libraryEditNote')}
          </Button>
        )}
      </section>
    );
  }
  return (
    <section class="note-field">
      <label class="field">
        <span>{words('libraryNote')}</span>
        <textarea
          rows={6}
          value={draft}
          ref={(field) => field?.focus()}
          onInput={({ currentTarget }) => setDraft(currentTarget.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setDraft(undefined);
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
          }}
        />
      </label>
      <p class="muted">{words('libraryNoteHint')}</p>
      <Button onPress={keep}>{words('libraryDone')}</Button>
    </section>
  );
}
