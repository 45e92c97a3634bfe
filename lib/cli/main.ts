import { type Io, standardIo, type Verb } from './io';

/** The headless interface's verbs, each loaded when it is asked for. */
const VERBS: Readonly<Record<string, () => Promise<{ readonly run: Verb }>>> = {
  annotate: async () => await import('./annotate'),
  search: async () => await import('./search'),
  anchor: async () => await import('./anchor'),
  dataset: async () => await import('./dataset'),
};

const USAGE = `usage: onrecord VERB [options]
  annotate --ndjson [--dataset DIR] [--force-article] [--all-quantities]
  search   --records FILE.jsonl --top N [--stance]
  anchor   --ndjson
  dataset  validate | build | sign | publish | import | diff | export
NDJSON on standard input, NDJSON on standard output. Exit 2: usage; 1: failure.`;

/** Runs one verb; @returns its exit status. */
export async function main(args: readonly string[], io: Io = standardIo()): Promise<number> {
  const [name = '', ...rest] = args;
  const load = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!load) {
    io.err(name === '' ? USAGE : `onrecord: there is no verb "${name}"\n${USAGE}`);
    return 2;
  }
  const { run } = await load();
  return await run(rest, io);
}
