import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A static host on loopback. @param files by their path; read anew at each request */
export async function startTreeServer(
  files: () => ReadonlyMap<string, Uint8Array>,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const bytes = files().get(request.url?.slice(1) ?? '');
    response.writeHead(bytes ? 200 : 404).end(bytes ?? '');
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => {
        server.close(done);
      });
    },
  };
}
