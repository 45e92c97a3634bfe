import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { fileNameOf } from '@/lib/dataset/file-name';
import { key as keyForm } from '@/lib/dataset/schema/parts';
import { authoredYaml } from './authored-yaml';
import { readDatasetFolder } from './dataset-folder';
import type { FormAnswer } from './form-answer';
import type { FormKind } from './form-fields';
import {
  type Answers,
  answers,
  doubledLocals,
  entityValue,
  measureValue,
  sourceValue,
} from './form-value';

/** What became of what was filled in, with the status of the reply. */
export type Taken = { readonly status: number; readonly answer: FormAnswer };

const VALUES: Readonly<Record<FormKind, (answers: Answers) => object>> = {
  source: sourceValue,
  entity: entityValue,
  measure: measureValue,
};

export function isFormKind(name: string): name is FormKind {
  return Object.hasOwn(VALUES, name);
}

/** Writes one file as the YAML that a person would type, when all checks pass with it in place. */
export async function takeAnswers(folder: string, kind: FormKind, body: string): Promise<Taken> {
  const given = answersIn(body);
  if (!given) return told(400, 'this is not what the form sends, or too much of it');
  const [doubled] = doubledLocals(given);
  if (doubled !== undefined) return told(422, `two parts have the short name "${doubled}"`);
  const name = nameFor(kind, given.fields['key'] ?? '');
  if (name === undefined) return told(400, KEY_IS);
  if (existsSync(join(folder, name)))
    return told(409, `${name} is there already; edit it as a file`);
  const text = authoredYaml({ kind, name, value: VALUES[kind](given) });
  const { faults } = await readDatasetFolder(folder, { proposed: { name, text } });
  if (faults.length > 0) return { status: 422, answer: { name, text, faults } };
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text, { flag: 'wx' });
  return { status: 201, answer: { file: name, name, text } };
}

const KEY_IS =
  'the key is missing or odd: it looks like source/paper/2024-some-article, person/kh/some-name or measure/kh/boats, in small letters, digits and hyphens';

/** The file of a key; nothing where the key is none, so that no path is ever made of anything else. */
function nameFor(kind: FormKind, written: string): string | undefined {
  const parsed = v.safeParse(keyForm, written.trim());
  if (!parsed.success) return undefined;
  const isFiled = kind === 'entity' || parsed.output.startsWith(`${kind}/`);
  return isFiled ? fileNameOf(kind, parsed.output) : undefined;
}

function answersIn(body: string): Answers | undefined {
  try {
    const parsed = v.safeParse(answers, JSON.parse(body));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // No JSON: not the form's own message.
    return undefined;
  }
}

function told(status: number, message: string): Taken {
  return { status, answer: { faults: [{ message }] } };
}
