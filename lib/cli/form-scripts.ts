import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

/** The modules of the form's page, as it asks for them. */
export const FORM_SCRIPTS: readonly string[] = [
  'form-client',
  'form-answer',
  'form-fields',
  'form-inputs',
  'form-proposals',
];

/** One of them as the browser takes it: its own source without the types. */
export async function formScript(name: string): Promise<string> {
  const source = await readFile(join(import.meta.dirname, `${name}.ts`), 'utf8');
  return withoutWarning(() => stripTypeScriptTypes(source));
}

export async function formStyle(): Promise<string> {
  return await readFile(join(import.meta.dirname, 'form.css'), 'utf8');
}

/** Node warns that this function may change; that would only puzzle whoever came to write a record. */
function withoutWarning(run: () => string): string {
  const before = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return run();
  } finally {
    process.emitWarning = before;
  }
}
