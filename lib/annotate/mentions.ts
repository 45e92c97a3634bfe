import type { Article } from '@/lib/article/article';
import { sentencesOf } from '@/lib/article/sentences';
import { languageOf } from '@/lib/language/language';
import type { Names } from '@/lib/names/names';
import type { Mention } from './annotation';
import { abbreviations, knownBodies, laterMentions, nameOf } from './mention-again';
import { namesOfDataset } from './mention-dataset';
import { type Draft, type Sentence, firstOnes } from './mention-draft';
import { columnsOf } from './mention-features';
import { genericBodies } from './mention-generic';
import { habitsOf } from './mention-habits';
import { openModel } from './mention-model';
import { type Role, roleOf } from './mention-role';
import { namesByRule } from './mention-rules';
import { tagged } from './mention-tagger';
import { wordsIn } from './mention-words';

/**
 * People and organisations named in an article, in reading order, none overlapping. Where finders
 * disagree the dataset's names come first, then what titles and heads give away, then the tagger.
 */
export function findMentions(article: Article, names: Names): Mention[] {
  const sentences = sentencesIn(article);
  const first = firstMentions(article, names, sentences);
  const short = firstOnes([...first, ...abbreviations(sentences, first)]);
  const later = firstOnes([...withoutSingles(short), ...laterMentions(sentences, short), ...short]);
  const all = firstOnes([...later, ...genericBodies(sentences, later)]);
  return mentionsOf(article, sentences, all);
}

function sentencesIn(article: Article): Sentence[] {
  const blocks = article.blocks.filter(({ kind }) => kind !== 'note');
  const words = blocks.flatMap((block) =>
    sentencesOf(article.text, block).map((sentence) => wordsIn(article.text, sentence)),
  );
  const habits = habitsOf(words);
  return words.map((some) => ({ words: some, habits }));
}

function firstMentions(article: Article, names: Names, sentences: readonly Sentence[]): Draft[] {
  const english = languageOf(article.lang) === 'en';
  const found = sentences.flatMap(({ words }, at) =>
    english ? [...namesByRule(words, at), ...knownBodies(words, at)] : [],
  );
  const guessed = sentences.flatMap((sentence, at) => (english ? namesByTagger(sentence, at) : []));
  const known = namesOfDataset(article.text, names, sentences);
  return firstOnes([...known, ...found, ...guessed]);
}

/** One word that is only guessed to be a person yields to the full name it is short for. */
function withoutSingles(drafts: readonly Draft[]): Draft[] {
  return drafts.filter(
    ({ by, from, to, name }) => by === 'dataset' || to - from > 1 || name !== undefined,
  );
}

function namesByTagger({ words, habits }: Sentence, sentence: number): Draft[] {
  if (!words.some(({ shape }) => shape !== 'small' && shape !== 'mark')) return [];
  const labels = tagged(columnsOf(words, habits), openModel());
  const drafts: Draft[] = [];
  for (let from = 0; from < labels.length; from += 1) {
    const label = labels[from];
    if (label !== PERSON && label !== BODY) continue;
    let to = from + 1;
    while (labels[to] === label + 1) to += 1;
    const of = label === PERSON ? 'person' : 'organisation';
    drafts.push({ sentence, from, to, of, by: 'tagger', entities: [] });
  }
  return drafts;
}

const PERSON = 1;
const BODY = 3;

function mentionsOf(
  article: Article,
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
): Mention[] {
  const ordered = drafts.toSorted((a, b) => a.sentence - b.sentence || a.from - b.from);
  const roles = new Map<string, Role>();
  const bodies = Map.groupBy(
    ordered.filter(({ of }) => of === 'organisation'),
    ({ sentence }) => sentence,
  );
  return ordered.flatMap((draft) => {
    const words = sentences[draft.sentence]?.words ?? [];
    const name = nameOf(draft, words);
    if (draft.of === 'person') {
      const role = roleOf(draft, {
        text: article.text,
        words,
        bodies: bodies.get(draft.sentence) ?? [],
      });
      if (role) roles.set(name, role);
    }
    const start = words[draft.from]?.start ?? 0;
    const end = words[draft.to - 1]?.end ?? 0;
    return [
      {
        kind: 'mention' as const,
        of: draft.of,
        span: { start, end },
        name,
        entities: draft.entities,
        ...roles.get(name),
      },
    ];
  });
}
