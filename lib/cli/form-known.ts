import type { AuthoredFile } from '@/lib/dataset/authored-file';
import type { SourceFile } from '@/lib/dataset/schema/source-file';
import { readDatasetFolder } from './dataset-folder';
import type { Known } from './form-inputs';

/** What can be pointed to, with the names that the form shows behind keys. */
export async function knownIn(folder: string): Promise<readonly Known[]> {
  const { files } = await readDatasetFolder(folder);
  return files.flatMap(knownOf);
}

function knownOf(file: AuthoredFile): Known[] {
  switch (file.kind) {
    case 'entity': {
      const { key, type, names } = file.value;
      return [{ key, kind: type, label: names[0]?.text ?? '' }];
    }
    case 'measure': {
      const { key, name, unit } = file.value;
      return [{ key, kind: 'measure', label: `${Object.values(name).join(' / ')} (${unit})` }];
    }
    case 'source':
      return [
        { key: file.value.key, kind: 'source', label: file.value.title },
        ...statementsOf(file.value),
      ];
    case 'dataset':
    case 'verdicts':
    case 'withdrawals':
      return [];
  }
}

function statementsOf({ key, statements = {} }: SourceFile): Known[] {
  return Object.entries(statements).map(([local, { text }]) => ({
    key: `${key}#${local}`,
    kind: 'statement',
    label: text.slice(0, 80),
  }));
}
