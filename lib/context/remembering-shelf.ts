import type { Ref } from '@/lib/record/ref';
import type { Shelf } from './shelf';

/** A shelf that asks the one behind it for each thing only once; for the length of one task. */
export function rememberingShelf(shelf: Shelf): Shelf {
  return {
    datasets: once(async () => await shelf.datasets()),
    entities: byRef(async (refs) => await shelf.entities(refs)),
    statements: byRef(async (refs) => await shelf.statements(refs)),
    sources: byRef(async (refs) => await shelf.sources(refs)),
    measures: byRef(async (refs) => await shelf.measures(refs)),
    figures: byRef(async (refs) => await shelf.figures(refs)),
    statementsBy: async (speaker, most) => await shelf.statementsBy(speaker, most),
    statementsAbout: async (subject, most) => await shelf.statementsAbout(subject, most),
    statementsIn: byKey(async (source: Ref) => await shelf.statementsIn(source)),
    figuresOf: byKey(async (measure: Ref) => await shelf.figuresOf(measure)),
    linksOf: byKey(async (record: Ref) => await shelf.linksOf(record)),
    verdictsOf: byKey(async (statement: Ref) => await shelf.verdictsOf(statement)),
    measuresCued: byKey(async (words: string) => await shelf.measuresCued(words)),
    similar: async (words, most, among) => await shelf.similar(words, most, among),
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return async () => {
    answer ??= ask();
    return await answer;
  };
}

function byKey<Key, T>(ask: (key: Key) => Promise<T>): (key: Key) => Promise<T> {
  const answers = new Map<Key, Promise<T>>();
  return async (key) => {
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    return await answer;
  };
}

/** Records by reference: those known are kept, only the others are asked for. */
function byRef<T extends { readonly ref: Ref }>(
  ask: (refs: readonly Ref[]) => Promise<readonly T[]>,
): (refs: readonly Ref[]) => Promise<readonly T[]> {
  const known = new Map<Ref, T | undefined>();
  return async (refs) => {
    const missing = refs.filter((ref) => !known.has(ref));
    const answers = missing.length > 0 ? await ask(missing) : [];
    for (const ref of missing) known.set(ref, undefined);
    for (const record of answers) known.set(record.ref, record);
    return refs.flatMap((ref) => known.get(ref) ?? []);
  };
}
