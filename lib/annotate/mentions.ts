import type { Article } from '@/lib/article/article';
import { sentencesOf } from '@/lib/article/sentences';
import { languageOf } from '@/lib/language/language';
import { TITLES_OF } from '@/lib/language/titles';
import type { Names } from '@/lib/names/names';
import type { Mention } from './annotation';
import { abbreviations, inFull, knownBodies, laterMentions } from './mention-again';
import { namesOfDataset } from './mention-dataset';
import { type Draft, type Sentence, firstOnes, nameOf } from './mention-draft';
import { shortFormsOf } from './mention-forms';
import { genericBodies } from './mention-generic';
import { namesByTagger, thingsIn } from './mention-guess';
import { habitsOf } from './mention-habits';
import { peopleByOffice } from './mention-office';
import { type Roles, rolesIn } from './mention-people';
import { namesByRule } from './mention-rules';
import { namesInTable } from './mention-tables';
import { withTaggersEnds } from './mention-spans';
import { namesByTitle } from './mention-titles';
import { khmerMentions } from './mention-unspaced';
import { type Word, wordsIn } from './mention-words';

/**
 * People and organisations named in an article, in reading order, none overlapping. Where finders
 * disagree the dataset's names come first, then what titles and heads give away, then the tagger.
 */
export function findMentions(article: Article, names: Names): Mention[] {
  if (languageOf(article.lang) === 'km') return khmerMentions(article, names.scan(article.text));
  const sentences = sentencesIn(article);
  const guessed = sentences.flatMap((sentence, at) =>
    languageOf(article.lang) === 'en' ? namesByTagger(sentence, at) : [],
  );
  const things = thingsIn(sentences);
  const isThing = (draft: Draft): boolean =>
    draft.by !== 'dataset' &&
    draft.to - draft.from === 1 &&
    things.has(sentences[draft.sentence]?.words[draft.from]?.text ?? '');
  const known = sureMentions(article, names, sentences).filter((draft) => !isThing(draft));
  const sure = withTaggersEnds(sentences, known, guessed);
  const agreed = inAgreement(sentences, sure, guessed).filter((draft) => !isThing(draft));
  const first = firstOnes([...sure, ...agreed.filter(({ from, to }) => to - from > 1)]);
  const named = firstOnes([...first, ...abbreviations(sentences, first)]);
  const forms = shortFormsOf(sentences, named, article.publisher);
  const whole = inFull(sentences, [...named, ...laterMentions(sentences, forms), ...agreed], forms);
  const later = inReadingOrder(firstOnes(whole));
  const roles = rolesIn(article.text, sentences, later);
  const again = [
    ...genericBodies(sentences, later, roles),
    ...peopleByOffice(sentences, later, roles),
  ];
  const long = later.filter(({ from, to }) => to - from > 1);
  const all = inReadingOrder(firstOnes([...long, ...again, ...later]));
  return all.map((draft) => mentionOf(draft, sentences[draft.sentence]?.words ?? [], roles));
}

function sentencesIn(article: Article): Sentence[] {
  const blocks = article.blocks.filter(({ kind }) => kind !== 'note');
  const words = blocks.flatMap((block) =>
    sentencesOf(article.text, block).map((sentence) => wordsIn(article.text, sentence)),
  );
  const habits = habitsOf(words);
  return words.map((some) => ({ words: some, habits }));
}

/** Names that need no guess. */
function sureMentions(article: Article, names: Names, sentences: readonly Sentence[]): Draft[] {
  const language = languageOf(article.lang);
  const tables = TITLES_OF[language];
  const found = sentences.flatMap(({ words }, at) => {
    if (tables) return namesByTitle(words, at, tables);
    return [...namesInTable(words, at), ...namesByRule(words, at), ...knownBodies(words, at)];
  });
  return firstOnes([...namesOfDataset(article.text, names, sentences), ...found]);
}

/** A name is of one kind throughout an article: the sure one, else the one guessed most often. */
function inAgreement(
  sentences: readonly Sentence[],
  sure: readonly Draft[],
  guessed: readonly Draft[],
): Draft[] {
  const votes = new Map<string, number>();
  const keyOf = (draft: Draft): string =>
    nameOf(draft, sentences[draft.sentence]?.words ?? []).toLowerCase();
  const vote = (draft: Draft, weight: number): void => {
    const by = draft.of === 'person' ? weight : -weight;
    votes.set(keyOf(draft), (votes.get(keyOf(draft)) ?? 0) + by);
  };
  for (const draft of sure) vote(draft, 100);
  for (const draft of guessed) vote(draft, 1);
  return guessed.map((draft) => {
    const votesFor = votes.get(keyOf(draft)) ?? 0;
    return votesFor === 0 ? draft : { ...draft, of: votesFor > 0 ? 'person' : 'organisation' };
  });
}

function inReadingOrder(drafts: readonly Draft[]): Draft[] {
  return drafts.toSorted((a, b) => a.sentence - b.sentence || a.from - b.from);
}

function mentionOf(draft: Draft, words: readonly Word[], roles: Roles): Mention {
  const { of, entities, from, to } = draft;
  const name = nameOf(draft, words);
  const start = words[from]?.start ?? 0;
  const end = (words[to - 1]?.end ?? 0) + (hasOwnDot(words, to) ? 1 : 0);
  const role = of === 'person' ? roles.get(name) : undefined;
  return { kind: 'mention', of, span: { start, end }, name, entities, ...role };
}

/** "Arden Inc." keeps its dot unless that ends the sentence. */
function hasOwnDot(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const dot = words[at];
  if (!before || !dot || at === words.length - 1) return false;
  return (
    dot.text === '.' &&
    dot.start === before.end &&
    /^(?:inc|corp|co|ltd|bros|jr|sr)$/u.test(before.low)
  );
}
