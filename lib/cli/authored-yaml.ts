import { stringify } from 'yaml';
import type { AuthoredFile } from '@/lib/dataset/authored-file';

/** A file of a dataset as the YAML that a person would type, with its schema on the first line. */
export function authoredYaml({
  kind,
  name,
  value,
}: {
  readonly kind: AuthoredFile['kind'];
  readonly name: string;
  readonly value: object;
}): string {
  const up = '../'.repeat(name.split('/').length - 1);
  const schema = `# yaml-language-server: $schema=${up}schema/${kind}.schema.json`;
  return `${schema}\n${stringify(value, { lineWidth: 0 })}`;
}
