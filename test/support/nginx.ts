import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answering, freePort } from './webdav-servers';

const NGINX = '/usr/sbin/nginx';
const GUIDE = fileURLToPath(new URL('../../lib/dataset/PUBLISHING.md', import.meta.url));

/** Whether the server of the publisher's guide is installed here. */
export const hasNginx = existsSync(NGINX);

/** One request as the server logged it; `sent` counts headers and body. */
export type Logged = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly sent: number;
  /** Whatever a request could tell of a reader: query, cookie, referrer, conditions; empty lines. */
  readonly said: string;
};

/** A real nginx on loopback over a published tree, set up by the lines of the guide. */
export type Nginx = {
  readonly url: string;
  /** What was asked for since the last call. */
  log(): Promise<readonly Logged[]>;
  stop(): Promise<void>;
};

/** The configuration that the publisher's guide gives. */
function configOfGuide(): string {
  const found = /```nginx\n(.*?)```/su.exec(readFileSync(GUIDE, 'utf8'))?.[1];
  if (found === undefined) throw new Error('the guide gives no configuration');
  return found;
}

/** @param more lines for the server, for hosts that are set up wrongly */
export async function startNginx(tree: string, more = ''): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = configOfGuide()
    .replace(/listen \d+;/u, `listen 127.0.0.1:${port};\n${more}`)
    .replace(/root [^;]+;/u, `root ${tree};`);
  writeFileSync(join(folder, 'server.conf'), frame(folder, server));
  const child = spawn(NGINX, ['-p', folder, '-c', join(folder, 'server.conf')], {
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}/`;
  await answering(url, child);
  let read = 0;
  const newLines = (): readonly string[] => {
    const lines = readFileSync(join(folder, 'access.log'), 'utf8').split('\n').slice(0, -1);
    const fresh = lines.slice(read);
    read = lines.length;
    return fresh;
  };
  newLines();
  return {
    url,
    log: async () => {
      // A line is written when the answer has left, which may be a moment after it came.
      await new Promise((done) => {
        setTimeout(done, 50);
      });
      return newLines().map((line) => JSON.parse(line) as Logged);
    },
    stop: async () => {
      const ended = new Promise((done) => {
        child.once('exit', done);
      });
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function frame(folder: string, server: string): string {
  const said =
    '$args$http_cookie$http_referer$http_if_none_match$http_if_modified_since$http_range$http_authorization';
  return `daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
worker_processes 1;
events { worker_connections 64; }
http {
  log_format told escape=json '{"method":"$request_method","path":"$uri","status":$status,"sent":$bytes_sent,"said":"${said}"}';
  access_log ${folder}/access.log told;
  client_body_temp_path ${folder}/tmp;
${server}}
`;
}
