import type { NameHit, Names } from '@/lib/names/names';
import type { Draft, Sentence } from './mention-draft';

/**
 * Dataset names as drafts. A name that needs context counts only where another name of the same
 * entity stands somewhere in the article by itself.
 */
export function namesOfDataset(
  text: string,
  names: Names,
  sentences: readonly Sentence[],
): Draft[] {
  const hits = names.scan(text);
  if (hits.length === 0) return [];
  const present = new Set(
    hits.flatMap(({ entities }) =>
      entities.filter(({ rule }) => rule === 'alone').map(({ ref }) => ref),
    ),
  );
  const words = sentences.flatMap(({ words: some }, sentence) =>
    some.map((word, at) => ({ word, sentence, at })),
  );
  let next = 0;
  return hits.flatMap((hit) => {
    while ((words[next]?.word.end ?? Infinity) <= hit.span.start) next += 1;
    const first = words[next];
    if (!first || first.word.start >= hit.span.end) return [];
    let last = next;
    while (
      words[last + 1]?.sentence === first.sentence &&
      (words[last + 1]?.word.start ?? Infinity) < hit.span.end
    )
      last += 1;
    const entities = hit.entities.filter(({ ref, rule }) => rule === 'alone' || present.has(ref));
    return draftOf(entities, {
      sentence: first.sentence,
      from: first.at,
      to: (words[last]?.at ?? first.at) + 1,
    });
  });
}

function draftOf(
  entities: NameHit['entities'],
  place: Pick<Draft, 'sentence' | 'from' | 'to'>,
): Draft[] {
  const [first] = entities;
  if (!first || first.of === 'other') return [];
  const same = entities.filter(({ of }) => of === first.of);
  const name = same.every((one) => one.name === first.name) ? { name: first.name } : {};
  return [{ ...place, of: first.of, by: 'dataset', entities: same.map(({ ref }) => ref), ...name }];
}
