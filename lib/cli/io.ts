import { createInterface } from 'node:readline';

/** Where a verb reads and writes: standard streams, or arrays in tests. */
export type Io = {
  readonly lines: AsyncIterable<string>;
  out(line: string): void;
  err(line: string): void;
};

/** A verb of the command line: its arguments in, its exit status out (0, 1 failure, 2 usage). */
export type Verb = (args: readonly string[], io: Io) => Promise<number>;

/** The process's own streams. */
export function standardIo(): Io {
  return {
    lines: createInterface({ input: process.stdin, crlfDelay: Infinity }),
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
  };
}

/**
 * NDJSON in, NDJSON out: one answer (or several lines) an input line, in the same order. A line that
 * cannot be read or answered yields `{"id":…,"error":"…"}` and the run goes on.
 */
export async function eachLine(
  io: Io,
  answer: (input: unknown) => unknown[] | Promise<unknown[]>,
): Promise<number> {
  for await (const line of io.lines) {
    if (line.trim() === '') continue;
    for (const row of await answerOf(line, answer)) io.out(JSON.stringify(row));
  }
  return 0;
}

async function answerOf(
  line: string,
  answer: (input: unknown) => unknown[] | Promise<unknown[]>,
): Promise<unknown[]> {
  let id: unknown = null;
  try {
    const input: unknown = JSON.parse(line);
    if (typeof input === 'object' && input !== null && 'id' in input) ({ id } = input);
    return await answer(input);
  } catch (error) {
    return [{ id, error: error instanceof Error ? error.message : String(error) }];
  }
}
