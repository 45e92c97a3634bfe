import * as v from 'valibot';
import { datasetFile, type DatasetFile } from './schema/dataset-file';
import { entityFile, type EntityFile } from './schema/entity-file';
import { measureFile, type MeasureFile } from './schema/measure-file';
import { sourceFile, type SourceFile } from './schema/source-file';
import { verdictsFile, type VerdictsFile } from './schema/verdicts-file';
import { withdrawalsFile, type WithdrawalsFile } from './schema/withdrawals-file';
import type { Fault, Path } from './fault';

/** A file of an authored dataset after YAML has become plain values. `name` is relative, with slashes. */
export type RawFile = { readonly name: string; readonly value: unknown };

/** A file whose form is right. */
export type AuthoredFile =
  | { readonly kind: 'dataset'; readonly name: string; readonly value: DatasetFile }
  | { readonly kind: 'entity'; readonly name: string; readonly value: EntityFile }
  | { readonly kind: 'measure'; readonly name: string; readonly value: MeasureFile }
  | { readonly kind: 'source'; readonly name: string; readonly value: SourceFile }
  | { readonly kind: 'verdicts'; readonly name: string; readonly value: VerdictsFile }
  | { readonly kind: 'withdrawals'; readonly name: string; readonly value: WithdrawalsFile };

/** Reads the files one by one; a file whose form is wrong is left out and its faults named. */
export function readAuthoredFiles(raw: readonly RawFile[]): {
  readonly files: readonly AuthoredFile[];
  readonly faults: readonly Fault[];
} {
  const files: AuthoredFile[] = [];
  const faults: Fault[] = [];
  for (const file of raw) {
    const read = readFile(file);
    if ('kind' in read) files.push(read);
    else faults.push(...read.faults);
  }
  return { files, faults };
}

const FOLDERS = {
  'entities/': (file: RawFile) => parsed(file, entityFile, 'entity'),
  'measures/': (file: RawFile) => parsed(file, measureFile, 'measure'),
  'sources/': (file: RawFile) => parsed(file, sourceFile, 'source'),
  'verdicts/': (file: RawFile) => parsed(file, verdictsFile, 'verdicts'),
  'withdrawals/': (file: RawFile) => parsed(file, withdrawalsFile, 'withdrawals'),
} as const;

type Wrong = { readonly faults: readonly Fault[] };

function readFile(file: RawFile): AuthoredFile | Wrong {
  if (file.name === 'dataset.yaml') return parsed(file, datasetFile, 'dataset');
  for (const [folder, read] of Object.entries(FOLDERS)) {
    if (file.name.startsWith(folder)) return read(file);
  }
  const message = `belongs into one of ${Object.keys(FOLDERS).join(' ')}, or is dataset.yaml`;
  return { faults: [{ file: file.name, path: [], rule: 'place', message }] };
}

function parsed<Kind extends AuthoredFile['kind'], Value>(
  file: RawFile,
  schema: v.GenericSchema<unknown, Value>,
  kind: Kind,
): { readonly kind: Kind; readonly name: string; readonly value: Value } | Wrong {
  const result = v.safeParse(schema, file.value);
  if (result.success) return { kind, name: file.name, value: result.output };
  return {
    faults: result.issues.map((issue) => ({
      file: file.name,
      path: pathOf(issue),
      rule: 'schema',
      message: worded(issue),
    })),
  };
}

function pathOf(issue: v.BaseIssue<unknown>): Path {
  const steps = issue.path ?? [];
  return steps.map(({ key }) => (typeof key === 'string' || typeof key === 'number' ? key : ''));
}

function worded(issue: v.BaseIssue<unknown>): string {
  const field = pathOf(issue).findLast((step) => typeof step === 'string');
  const named = field === undefined ? '' : `${field}: `;
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `${named}there is no such field here`;
  }
  if (issue.received === 'undefined') return `${named}is missing`;
  if (issue.kind === 'schema' && issue.expected !== null) {
    return `${named}is ${issue.received}, and has to be ${issue.expected}`;
  }
  return `${named}${issue.message}`;
}
