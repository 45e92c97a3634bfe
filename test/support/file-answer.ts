import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageAnswer } from './web';

/** What stands in a folder that is served under an address; nothing where there is no such file. */
export function fileAnswer({ href }: URL, base: string, folder: string): PageAnswer | undefined {
  if (!href.startsWith(base)) return undefined;
  const file = join(folder, href.slice(base.length));
  return existsSync(file)
    ? { body: readFileSync(file), type: 'application/octet-stream' }
    : undefined;
}
