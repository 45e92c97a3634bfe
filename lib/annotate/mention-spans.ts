import type { Draft, Sentence } from './mention-draft';

/**
 * Bodies found by their heads, with the tagger's word where it says more of their ends: "Social
 * Democratic and Labour Party" is one body, "the Reform Party and Lowell Alliance" are two.
 */
export function withTaggersEnds(
  sentences: readonly Sentence[],
  sure: readonly Draft[],
  guessed: readonly Draft[],
): Draft[] {
  const byPlace = Map.groupBy(
    guessed.filter(({ of }) => of === 'organisation'),
    ({ sentence }) => sentence,
  );
  return sure.flatMap((draft) => {
    const near = byPlace.get(draft.sentence);
    if (!near || draft.by !== 'rule' || draft.of !== 'organisation') return [draft];
    const { words } = sentences[draft.sentence] ?? { words: [] };
    const longer = near.find(({ from, to }) => to === draft.to && from < draft.from);
    if (longer && words[draft.from - 1]?.low === 'and') return [{ ...draft, from: longer.from }];
    const first = near.find(({ from, to }) => from === draft.from && words[to]?.low === 'and');
    const second = first && near.find(({ from, to }) => from === first.to + 1 && to === draft.to);
    return first && second
      ? [
          { ...draft, to: first.to },
          { ...draft, from: second.from },
        ]
      : [draft];
  });
}
