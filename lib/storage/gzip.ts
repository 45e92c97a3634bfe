/** Text as gzip bytes. */
export async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return await through(new TextEncoder().encode(text), new CompressionStream('gzip'));
}

/** The text of gzip bytes. @throws TypeError where they are damaged. */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new TextDecoder().decode(await through(bytes, new DecompressionStream('gzip')));
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const out = new Response(new Blob([bytes]).stream().pipeThrough(stream));
  return new Uint8Array(await out.arrayBuffer());
}
