/** The kinds of file that hold one record of a key of their own. */
export type FileKind = 'entity' | 'measure' | 'source' | 'verdicts';

const FOLDERS: Readonly<Record<FileKind, string>> = {
  entity: 'entities/',
  measure: 'measures/',
  source: 'sources/',
  verdicts: 'verdicts/',
};

/**
 * Where a file that a tool writes stands: keys say what they are for, and the folder says it already
 * for all but entities.
 */
export function fileNameOf(kind: FileKind, key: string): string {
  const path = kind === 'entity' ? key : key.slice(key.indexOf('/') + 1);
  return `${FOLDERS[kind]}${path}.yaml`;
}
