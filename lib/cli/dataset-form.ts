import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { FormKind } from './form-fields';
import { knownIn } from './form-known';
import { FORM_PAGE } from './form-page';
import { FORM_SCRIPTS, formScript, formStyle } from './form-scripts';
import { isFormKind, takeAnswers } from './form-take';
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
  if (!isHere || !url.startsWith(`/${token}/`)) return told(403, 'not allowed');
  const name = url.slice(token.length + 2);
  if (method === 'POST' && isFormKind(name)) {
    return await take(folder, name, await bodyOf(request));
  }
  return method === 'GET' ? await give(folder, name) : told(404, 'there is no such page');
}

async function give(folder: string, name: string): Promise<Reply> {
  if (name === '') return { status: 200, type: 'text/html', body: FORM_PAGE };
  if (name === 'form.css') return { status: 200, type: 'text/css', body: await formStyle() };
  if (name === 'keys') return json(200, await knownIn(folder));
  if (!FORM_SCRIPTS.includes(name)) return told(404, 'there is no such page');
  return { status: 200, type: 'text/javascript', body: await formScript(name) };
}

function send(response: ServerResponse, { status, type, body }: Reply): void {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'",
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

/** Writes one record, when all checks pass with it in place. */
async function take(folder: string, kind: FormKind, body: string): Promise<Reply> {
  const { status, answer: said } = await takeAnswers(folder, kind, body);
  return json(status, said);
}

function told(status: number, message: string): Reply {
  return json(status, { faults: [{ message }] });
}
