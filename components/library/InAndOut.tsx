import { useState } from 'preact/hooks';
import { Button } from '@/components/shared/Button';
import { numberWords, plural, words } from '@/components/shared/words';
import {
  type ExportFormat,
  EXPORTS,
  isReadOnly,
  type WorkCourse,
  type ImportPreview,
  type LibraryView,
  type LibraryWishes,
} from './library-view';

type Props = {
  readonly view: LibraryView;
  readonly wishes: LibraryWishes;
};

/** Takes the library elsewhere, and takes other files in. */
export function InAndOut({ view, wishes }: Props) {
  const { preview, isReading, read, close } = usePreview();
  return (
    <div class="room">
      <h2>{words('libraryExport')}</h2>
      <p class="muted">{plural('libraryExportHint', view.count)}</p>
      <ul class="formats">
        {EXPORTS.filter((each) => each !== 'dataset').map((format: ExportFormat) => (
          <li key={format}>
            <Button onPress={() => wishes.onExport(format)}>
              {words(`libraryFormat_${format}`)}
            </Button>
            <span class="muted">{words(`libraryFormatHint_${format}`)}</span>
          </li>
        ))}
      </ul>
      <h2>{words('libraryImport')}</h2>
      <p class="muted">{words('libraryImportHint')}</p>
      {!isReadOnly(view) && (
        <ChooseFiles
          label={words('libraryChooseFile')}
          onFiles={(files) => read(wishes.onReadFiles(files, 'import'))}
        />
      )}
      <output>{isReading && words('libraryReadingFile')}</output>
      {preview && <Preview preview={preview} onDone={close} />}
    </div>
  );
}

/** A preview while it is being made, and then itself, until it is answered. */
export function usePreview(): {
  readonly preview: ImportPreview | undefined;
  readonly isReading: boolean;
  readonly read: (coming: Promise<ImportPreview>) => void;
  readonly close: () => void;
} {
  const [preview, setPreview] = useState<ImportPreview>();
  const [isReading, setReading] = useState(false);
  const read = async (coming: Promise<ImportPreview>): Promise<void> => {
    setPreview(undefined);
    setReading(true);
    setPreview(await coming);
    setReading(false);
  };
  return {
    preview,
    isReading,
    read: (coming) => void read(coming),
    close: () => setPreview(undefined),
  };
}

type ChooseProps = {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
};

/** A field for files; those of a large library are chosen together. */
export function ChooseFiles({ label, onFiles }: ChooseProps) {
  return (
    <label class="field file">
      <span>{label}</span>
      <input
        type="file"
        multiple
        accept=".json,.jsonld,application/json,application/ld+json"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) onFiles(files);
          // The same file may be chosen again, after it was mended.
          currentTarget.value = '';
        }}
      />
    </label>
  );
}

type PreviewProps = { readonly preview: ImportPreview; readonly onDone: () => void };

/** What a file would do, in numbers, before anything is stored; or why it is refused. */
export function Preview({ preview, onDone }: PreviewProps) {
  if (!preview.ok) {
    const { problem, where } = preview.refusal;
    return (
      <p class="refusal" role="alert">
        {preview.file !== undefined && `${preview.file}: `}
        {words(`libraryRefusal_${problem.replaceAll('-', '_')}`)}
        {where !== undefined && ` (${where})`}
      </p>
    );
  }
  const { counts, onTake, taking } = preview;
  const isRestore = taking === 'restore';
  return (
    <fieldset class="preview">
      <legend>{words(isRestore ? 'libraryPreviewOfBackup' : 'libraryPreview')}</legend>
      <ul>
        <li>{plural('libraryPreviewAdd', counts.add)}</li>
        <li>
          {plural(isRestore ? 'libraryPreviewRestore' : 'libraryPreviewReplace', counts.replace)}
        </li>
        <li>{plural('libraryPreviewMerge', counts.merge)}</li>
        <li>{plural('libraryPreviewSame', counts.same)}</li>
        <li>{plural('libraryPreviewCollections', counts.newCollections)}</li>
      </ul>
      <p class="row">
        <Button
          tone="primary"
          onPress={() => {
            onTake();
            onDone();
          }}
        >
          {words(isRestore ? 'libraryRestore' : 'libraryTakeIn')}
        </Button>
        <Button onPress={onDone}>{words('libraryCancel')}</Button>
      </p>
    </fieldset>
  );
}

/** How far an import or export is, and its end. */
export function Course({ course: { label, done, all, onStop } }: { readonly course: WorkCourse }) {
  return (
    <p class="row">
      <progress max={all} value={done} aria-label={label} />
      <span>
        {label}: {words('libraryProgress', numberWords(done), numberWords(all))}
      </span>
      <Button onPress={onStop}>{words('libraryStop')}</Button>
    </p>
  );
}
