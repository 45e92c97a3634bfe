import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A real WebDAV server on loopback with an empty folder. */
export type WebdavServer = { readonly url: string; stop(): Promise<void> };

type Kind = {
  readonly name: string;
  readonly needs: readonly string[];
  readonly command: (folder: string) => readonly string[];
  readonly config: (folder: string, port: number) => string;
};

const APACHE = '/usr/lib/apache2/modules';
const NGINX_DAV = '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so';

/** The WebDAV servers of Debian that the exchange is tested against. */
export const WEBDAV_KINDS: readonly Kind[] = [
  {
    name: 'apache2',
    needs: ['/usr/sbin/apache2', `${APACHE}/mod_dav_fs.so`],
    command: (folder) => ['/usr/sbin/apache2', '-X', '-d', folder, '-f', `${folder}/server.conf`],
    config: apacheConfig,
  },
  {
    name: 'nginx',
    needs: ['/usr/sbin/nginx', NGINX_DAV],
    command: (folder) => ['/usr/sbin/nginx', '-p', folder, '-c', `${folder}/server.conf`],
    config: nginxConfig,
  },
];

/** Whether a server is installed here. */
export function isInstalled({ needs }: Kind): boolean {
  return needs.every((file) => existsSync(file));
}

/** Starts a server on a free port. @throws Error where it does not answer within ten seconds. */
export async function startWebdav(kind: Kind): Promise<WebdavServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'webdav-'));
  const port = await freePort();
  for (const name of ['files', 'tmp', 'lock']) {
    mkdirSync(path.join(folder, name));
    chmodSync(path.join(folder, name), 0o777);
  }
  chmodSync(folder, 0o755);
  writeFileSync(path.join(folder, 'server.conf'), kind.config(folder, port));
  const [command = '', ...args] = kind.command(folder);
  const child = spawn(command, args, { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/`;
  await answering(url, child);
  return {
    url,
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

/** Waits until a server answers. @throws Error where it does not within ten seconds */
export async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended: ${child.exitCode}`);
    const answer = await fetch(url, { method: 'OPTIONS' }).catch(() => undefined);
    if (answer) return;
    await new Promise((done) => {
      setTimeout(done, 100);
    });
  }
  throw new Error(`${child.spawnfile} does not answer`);
}

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  return await new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

function apacheConfig(folder: string, port: number): string {
  const modules = ['mpm_event', 'authz_core', 'dav', 'dav_fs', 'mime', 'dir', 'unixd'];
  const present = modules.filter((name) => existsSync(`${APACHE}/mod_${name}.so`));
  return `ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
User nobody
Group nogroup
${present.map((name) => `LoadModule ${name}_module ${APACHE}/mod_${name}.so`).join('\n')}
TypesConfig /dev/null
DocumentRoot ${folder}/files
DavLockDB ${folder}/lock/db
<Directory ${folder}/files>
  Dav On
  Require all granted
</Directory>
`;
}

function nginxConfig(folder: string, port: number): string {
  return `load_module ${NGINX_DAV};
daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
worker_processes 1;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path ${folder}/tmp;
  client_max_body_size 64m;
  server {
    listen 127.0.0.1:${port};
    root ${folder}/files;
    location / {
      dav_methods PUT DELETE MKCOL;
      dav_ext_methods PROPFIND OPTIONS;
      create_full_put_path off;
    }
  }
}
`;
}
