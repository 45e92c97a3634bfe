import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { buildRetrieval } from '@/lib/retrieval/build-index';
import { openRetrieval, type Retrieval } from '@/lib/retrieval/open-index';
import { eachLine, type Io } from './io';

const searchable = v.object({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  title: v.optional(v.string()),
});
const query = v.object({
  id: v.unknown(),
  text: v.string(),
  candidates: v.optional(v.array(v.union([v.string(), v.number()]))),
});
type Searchable = v.InferOutput<typeof searchable>;
type Id = Searchable['id'];

/** `search --records FILE.jsonl --top N [--stance]`: the records nearest to each line's text. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const options = optionsFrom(args);
  if (!options) {
    io.err('usage: onrecord search --records FILE.jsonl --top N [--stance]');
    return 2;
  }
  const records = await recordsFrom(options.records);
  if (!records) {
    io.err(`onrecord search: cannot read records from ${options.records}`);
    return 1;
  }
  const search = searchIn(records);
  return await eachLine(io, (line) => [answer(v.parse(query, line), { search, ...options })]);
}

type Options = { readonly records: string; readonly top: number; readonly stance: boolean };

function optionsFrom(args: readonly string[]): Options | undefined {
  const valueOf = (name: string): string | undefined =>
    args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
  const records = valueOf('--records');
  const top = Number(valueOf('--top'));
  if (records === undefined || !Number.isInteger(top) || top < 1) return undefined;
  return { records, top, stance: args.includes('--stance') };
}

async function recordsFrom(file: string): Promise<Searchable[] | undefined> {
  try {
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => v.parse(searchable, JSON.parse(line)));
  } catch {
    return undefined;
  }
}

type Search = (words: string, most: number) => Id[];

function searchIn(records: readonly Searchable[]): Search {
  const ids = new Map(records.map(({ id }) => [String(id), id]));
  const documents = records.map(({ id, text, title }) => ({
    id: String(id),
    text: title === undefined ? text : `${text}\n${title}`,
  }));
  const retrieval: Retrieval = opened(buildRetrieval(documents));
  return (words, most) => retrieval.search(words, most).flatMap(({ id }) => ids.get(id) ?? []);
}

function opened(bytes: Uint8Array): Retrieval {
  const result = openRetrieval(bytes);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

function answer(
  { id, text }: v.InferOutput<typeof query>,
  { search, top }: { readonly search: Search } & Options,
): unknown {
  return { id, ranking: search(text, top) };
}
