import type { AuthoredFile } from '@/lib/dataset/authored-file';

/**
 * Without what stands there for others alone and is not pointed to: actors (speakers, places,
 * publishers), documents and measures with nothing under them.
 */
export function needed(
  files: readonly AuthoredFile[],
  actors: ReadonlySet<string>,
): readonly AuthoredFile[] {
  const pointed = new Set<unknown>();
  for (const { value } of files) collect(value, 'key', pointed);
  const idle = new Set([...actors].filter((key) => !pointed.has(key)));
  const left = files.filter((file) => isNeeded(file, { pointed, idle }));
  return left.length === files.length ? files : needed(left, actors);
}

type Use = { readonly pointed: ReadonlySet<unknown>; readonly idle: ReadonlySet<string> };

function isNeeded(file: AuthoredFile, { pointed, idle }: Use): boolean {
  switch (file.kind) {
    case 'source':
      return (
        pointed.has(file.value.key) ||
        isFilled(file.value.statements) ||
        isFilled(file.value.figures)
      );
    case 'verdicts':
      return isFilled(file.value.verdicts);
    case 'measure':
      return pointed.has(file.value.key);
    case 'entity':
      return !idle.has(file.value.key);
    case 'dataset':
    case 'withdrawals':
      return true;
  }
}

function isFilled(records: object | undefined): boolean {
  return records !== undefined && Object.keys(records).length > 0;
}

/** Every text of a file but its own key: a reference is one of them. */
function collect(value: unknown, field: string, into: Set<unknown>): void {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) if (name !== field) collect(inner, '', into);
  }
}
