import type {
  LastWord,
  SourceChange,
  SourcePreview,
  SourceProgress,
  SourceState,
  SourceTrouble,
} from '@/lib/dataset/source-state';

/** What the page of sources shows. */
export type SourcesView = {
  readonly sources: readonly SourceState[];
  /** Long work that goes on now. */
  readonly working: SourceProgress | undefined;
  /** A dataset that the reader looks at before saying yes. */
  readonly preview: SourcePreview | undefined;
  /** An address or a file is being looked at. */
  readonly looking: boolean;
  /** Why what was looked at could not be shown or added. */
  readonly trouble: SourceTrouble | undefined;
  /** What came of the last thing that the reader asked for. */
  readonly said: LastWord | { readonly mended: number } | undefined;
  readonly updatesPaused: boolean;
  /** A private window, where nothing is added or changed. */
  readonly isPrivate: boolean;
};

/** What the reader can ask for. */
export type SourcesWishes = {
  readonly onLook: (typed: string) => void;
  readonly onFile: (file: File) => void;
  /** Asks the browser for the site of an address, and looks again. */
  readonly onAllow: (typed: string) => void;
  /** @param packs those that the reader chose, where there was a choice */
  readonly onConfirm: (packs?: readonly string[]) => void;
  readonly onBack: () => void;
  readonly onCheck: (id?: string) => void;
  readonly onStop: () => void;
  readonly onChange: (id: string, change: SourceChange) => void;
  readonly onRepair: () => void;
  readonly onRemove: (id: string) => void;
  readonly onPauseAll: (paused: boolean) => void;
};
