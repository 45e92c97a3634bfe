import { useState } from 'preact/hooks';
import { Button } from '@/components/shared/Button';
import { numberWords, plural, words } from '@/components/shared/words';
import {
  type ExportFormat,
  EXPORTS,
  type ImportCourse,
  type ImportPreview,
  type LibraryView,
  type LibraryWishes,
} from './library-view';

type Props = {
  readonly view: LibraryView;
  readonly wishes: LibraryWishes;
  readonly course: ImportCourse | undefined;
};

/** Takes the library elsewhere, and takes other files in. */
export function InAndOut({ view, wishes, course }: Props) {
  const [preview, setPreview] = useState<ImportPreview>();
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
      {view.health !== 'newer' && (
        <label class="field file">
          <span>{words('libraryChooseFile')}</span>
          <input
            type="file"
            accept=".json,.jsonld,application/json,application/ld+json"
            onChange={({ currentTarget: { files } }) => {
              const file = files?.[0];
              if (file) void wishes.onReadFile(file).then(setPreview);
            }}
          />
        </label>
      )}
      {preview && <Preview preview={preview} onDone={() => setPreview(undefined)} />}
      {course && <Course course={course} />}
    </div>
  );
}

type PreviewProps = { readonly preview: ImportPreview; readonly onDone: () => void };

/** What a file would do, in numbers, before anything is stored; or why it is refused. */
export function Preview({ preview, onDone }: PreviewProps) {
  if (!preview.ok) {
    const { problem, where } = preview.refusal;
    return (
      <p class="refusal" role="alert">
        {words(`libraryRefusal_${problem.replaceAll('-', '_')}`)}
        {where !== undefined && ` (${where})`}
      </p>
    );
  }
  const { counts, onTake } = preview;
  return (
    <fieldset class="preview">
      <legend>{words('libraryPreview')}</legend>
      <ul>
        <li>{plural('libraryPreviewAdd', counts.add)}</li>
        <li>{plural('libraryPreviewReplace', counts.replace)}</li>
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
          {words('libraryTakeIn')}
        </Button>
        <Button onPress={onDone}>{words('libraryCancel')}</Button>
      </p>
    </fieldset>
  );
}

function Course({ course: { done, all, onStop } }: { readonly course: ImportCourse }) {
  return (
    <p class="row">
      <progress max={all} value={done} aria-label={words('libraryTakingIn')} />
      <span>{words('libraryProgress', numberWords(done), numberWords(all))}</span>
      <Button onPress={onStop}>{words('libraryStop')}</Button>
    </p>
  );
}
