import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { leaning } from '@/lib/context/leaning';
import { buildRetrieval } from '@/lib/retrieval/build-index';
import { openRetrieval, type Retrieval } from '@/lib/retrieval/open-index';
import { rank } from '@/lib/retrieval/rank';
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
  const library = libraryOf(records);
  return await eachLine(io, (line) => [answer(v.parse(query, line), library, options)]);
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

type Library = {
  readonly byId: ReadonlyMap<string, Searchable>;
  search(words: string, most: number): Id[];
};

/** So many records are looked at a second time, by more than the index holds. */
const LOOKED_AT = 200;

function libraryOf(records: readonly Searchable[]): Library {
  const byId = new Map(records.map((record) => [String(record.id), record]));
  const documents = records.map((record) => ({ id: String(record.id), text: textOf(record) }));
  const retrieval: Retrieval = opened(buildRetrieval(documents));
  const search = (words: string, most: number): Id[] => {
    const proposed = retrieval.search(words, Math.max(LOOKED_AT, most)).flatMap(({ id, score }) => {
      const record = byId.get(id);
      return record ? [{ id, key: record.id, text: textOf(record), score }] : [];
    });
    return rank(words, proposed)
      .slice(0, most)
      .map(({ key }) => key);
  };
  return { byId, search };
}

function textOf({ text, title }: Searchable): string {
  return title === undefined ? text : `${text}\n${title}`;
}

function opened(bytes: Uint8Array): Retrieval {
  const result = openRetrieval(bytes);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

function answer(
  { id, text, candidates = [] }: v.InferOutput<typeof query>,
  library: Library,
  { top, stance }: Options,
): unknown {
  const ranking = library.search(text, top);
  if (!stance) return { id, ranking };
  const asked = new Set([...ranking, ...candidates].map(String));
  const stances = [...asked].flatMap((of) => {
    const record = library.byId.get(of);
    return record ? [[of, leaning(text, record.text) < 0 ? 'UNDERMINE' : 'SUPPORT'] as const] : [];
  });
  return { id, ranking, stance: Object.fromEntries(stances) };
}
