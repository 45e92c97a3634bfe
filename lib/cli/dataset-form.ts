import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { faultLine, readDatasetFolder } from './dataset-folder';
import { formPage } from './form-page';
import type { Io } from './io';

/** `onrecord dataset form DIR`: serves the form on this computer alone, until it is stopped. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [folder, ...others] = args;
  if (folder === undefined || others.length > 0 || !existsSync(join(folder, 'dataset.yaml'))) {
    io.err('usage: onrecord dataset form DIR (a folder with a dataset.yaml)');
    return 2;
  }
  const { address, server } = await serveForm(folder);
  io.out(`${address} writes to ${folder}; Ctrl-C ends it`);
  await new Promise((resolve) => server.on('close', resolve));
  return 0;
}

/**
 * Starts the form on a free port of the loopback address. Every request must carry the token of the
 * address printed, so that no page of the web and no other user can write through it.
 */
export async function serveForm(
  folder: string,
): Promise<{ readonly address: string; readonly server: Server }> {
  const token = randomBytes(16).toString('hex');
  const server = createServer((request, response) => {
    answer({ folder, token, request }).then(
      (reply) => send(response, reply),
      () => send(response, { status: 500, type: 'text/plain', body: 'the form failed' }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return { address: `http://127.0.0.1:${port}/${token}/`, server };
}

type Asked = { readonly folder: string; readonly token: string; readonly request: IncomingMessage };
type Reply = { readonly status: number; readonly type: string; readonly body: string };

const json = (status: number, value: unknown): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});
const MOST_CHARACTERS = 200_000;

async function answer({ folder, token, request }: Asked): Promise<Reply> {
  const isHere = /^127\.0\.0\.1:\d+$/u.test(request.headers.host ?? '');
  const { url = '', method = '' } = request;
  if (!isHere || !url.startsWith(`/${token}/`)) return json(403, { faults: ['not allowed'] });
  switch (`${method} ${url.slice(token.length + 2)}`) {
    case 'GET ':
      return { status: 200, type: 'text/html', body: formPage() };
    case 'GET keys':
      return json(200, await keysOf(folder));
    case 'POST source':
      return await takeSource(folder, await bodyOf(request));
    default:
      return json(404, { faults: ['there is no such page'] });
  }
}

function send(response: ServerResponse, { status, type, body }: Reply): void {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy':
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'",
  });
  response.end(body);
}

/** The text of a request; nothing where it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    if (typeof chunk === 'string') body += chunk;
    if (body.length > MOST_CHARACTERS) return '';
  }
  return body;
}

/** What can be pointed to, for the lists that the form offers. */
async function keysOf(folder: string): Promise<unknown> {
  const { files } = await readDatasetFolder(folder);
  return files.flatMap((file) => {
    if (file.kind === 'entity')
      return [
        { key: file.value.key, kind: file.value.type, label: file.value.names[0]?.text ?? '' },
      ];
    if (file.kind !== 'source') return [];
    const statements = Object.entries(file.value.statements ?? {});
    return statements.map(([local, { text }]) => ({
      key: `${file.value.key}#${local}`,
      kind: 'statement',
      label: text.slice(0, 60),
    }));
  });
}

/** Writes one source as the YAML that a person would type, when all checks pass with it in place. */
async function takeSource(folder: string, body: string): Promise<Reply> {
  const source = sourceIn(body);
  if (!source)
    return json(400, {
      faults: ['the form sent no source with a key like source/paper/some-article'],
    });
  const name = `sources/${source.key.slice('source/'.length)}.yaml`;
  if (existsSync(join(folder, name)))
    return json(409, { faults: [`${name} is there already; edit it as a file`] });
  const text = `# yaml-language-server: $schema=${'../'.repeat(name.split('/').length - 1)}schema/source.schema.json\n${stringify(source.value, { lineWidth: 0 })}`;
  const { faults } = await readDatasetFolder(folder, { proposed: { name, text } });
  if (faults.length > 0) return json(422, { faults: faults.map(faultLine), text });
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text, { flag: 'wx' });
  return json(201, { file: name, text });
}

function sourceIn(body: string): { readonly key: string; readonly value: object } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    // Not the form's own message.
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('key' in value)) return undefined;
  const { key } = value;
  const isKey = typeof key === 'string' && /^source(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){1,4}$/u.test(key);
  return isKey ? { key, value } : undefined;
}
