import {
  BASE,
  GERUND,
  NOUN,
  PARTICIPLE,
  PAST,
  PRESENT,
  type SpeechTables,
} from '@/lib/language/speech';
import { type Tag, type Token, tagAt, isOneOf, tags } from './speech-tokens';

const BEFORE_NOUN: ReadonlySet<Tag> = new Set<Tag>([
  'determiner',
  'possessive',
  'adjective',
  'preposition',
  'number',
]);
const SUBJECT: ReadonlySet<Tag> = new Set<Tag>(['noun', 'name', 'pronoun', 'number', 'time']);
/** What begins a verb's complement, and hardly follows a noun that is no verb. */
const COMPLEMENT: ReadonlySet<Tag> = new Set<Tag>([
  'determiner',
  'possessive',
  'pronoun',
  'object',
  'reflexive',
  'that',
  'to',
  'wh',
  'open',
  'colon',
  'name',
]);

const NOUNS = tags('noun', 'name', 'adjective', 'number');
const HELPERS = tags('have', 'be', 'do');
const HELPING = tags('modal', 'do', 'have', 'be');
const TO_PLAIN = tags('to', 'modal', 'do');
const OWNS = tags('determiner', 'possessive', 'clitic');
const ENTITY = tags('noun', 'adjective', 'name');
const RUNS_ON = tags('conjunction', 'comma');
const BEFORE_IS = tags('pronoun', 'wh', 'that');
const AFTER_IS = tags('determiner', 'adverb');
const FINITE = tags('be', 'have', 'modal');
const SAID_ENDS = tags('stop', 'comma');
const SAID_GOES_ON = tags('preposition', 'to', 'time');
const SPEAKERS = tags('name', 'noun', 'number');
const NAMED = tags('name', 'noun');
const NAMES_SUBJECT = tags('pronoun', 'wh');

const IRREGULAR_PLURALS = new Set([
  'people',
  'men',
  'women',
  'children',
  'police',
  'media',
  'data',
]);
const STANDS_ALONE = new Set(['few', 'many', 'most', 'some', 'all', 'both', 'others']);

/** Gives every token its class: by the tables first, then by the words around it. */
export function tagTokens(tokens: readonly Token[], tables: SpeechTables): void {
  const titled = isTitleCase(tokens);
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.tag === 'noun') tagAlone(token, titled, opensHere(tokens, index));
  }
  for (let index = 0; index < tokens.length; index += 1) tagInContext(tokens, index, tables);
}

/** Whether nearly every longer word is capitalised, as in headlines. */
function isTitleCase(tokens: readonly Token[]): boolean {
  let long = 0;
  let capitals = 0;
  for (const { tag, word, capital } of tokens) {
    if (tag !== 'noun' || word.length <= 3) continue;
    long += 1;
    if (capital) capitals += 1;
  }
  return long > 3 && capitals > 0.75 * long;
}

function opensHere(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return !before || before.tag === 'open' || before.tag === 'stop' || before.tag === 'colon';
}

/** By the tables alone. */
function tagAlone(token: Token, titled: boolean, first: boolean): void {
  const { small, large } = token.known;
  const { tag, lemma, forms } = !token.capital || first || titled ? small : large;
  token.tag = tag;
  token.lemma = lemma;
  token.forms = forms;
}

function tagInContext(tokens: readonly Token[], index: number, tables: SpeechTables): void {
  const token = tokens[index];
  if (!token) return;
  if (token.forms === 0) {
    token.tag = closedTag(tokens, index, token);
    return;
  }
  token.tag = saysBehind(tokens, index, tables) ? 'present' : verbTag(tokens, index, token);
  if (token.tag === 'past' && explainsBehind(tokens, index, tables)) token.tag = 'adjective';
  // "…, said in a statement": verbs of speech follow their subject, they do not explain it.
  const speaks = token.tag === 'participle' && token.forms & PAST && isSpeech(token, tables);
  const before = speaks ? leftOf(tokens, index) : undefined;
  if (speaks && (before?.tag === 'comma' || (!before && tagAt(tokens, index + 1) === 'name'))) {
    token.tag = 'past';
  }
}

/** "“Who?” a narrator asks.": a plain form that ends a sentence which a quotation begins. */
function saysBehind(tokens: readonly Token[], index: number, tables: SpeechTables): boolean {
  const { forms = 0 } = tokens[index] ?? {};
  if ((forms & PRESENT) === 0 || tagAt(tokens, 0) !== 'open') return false;
  if (!isOneOf(tokens, index - 1, SPEAKERS)) return false;
  const ends = isOneOf(tokens, index + 1, SAID_ENDS);
  if (!ends && !(isOneOf(tokens, index + 1, SAID_GOES_ON) && closesNear(tokens, index)))
    return false;
  const token = tokens[index];
  return token !== undefined && isSpeech(token, tables);
}

/** "“…,” the Saudis state in it": a quotation ends right before a subject of a word or two. */
function closesNear(tokens: readonly Token[], index: number): boolean {
  return tagAt(tokens, index - 2) === 'close' || tagAt(tokens, index - 3) === 'close';
}

/** "“…,” retired general Lee said": behind a quotation only verbs of speech come before their subject. */
function explainsBehind(tokens: readonly Token[], index: number, tables: SpeechTables): boolean {
  const token = tokens[index];
  if (!token || tagAt(tokens, index - 1) !== 'close' || isSpeech(token, tables)) return false;
  return token.lemma !== '' && !tables.cues.has(token.lemma) && isOneOf(tokens, index + 1, NAMED);
}

/** What a word of a closed class is here: "'s", "her" and "that" are two things each. */
function closedTag(tokens: readonly Token[], index: number, { word, tag }: Token): Tag {
  if (word === "'s") return isVerbalS(tokens, index) ? 'be' : 'clitic';
  if (word === "'") return tag === 'open' || tag === 'close' ? tag : 'clitic';
  if (word === 'neither' && isOneOf(tokens, index - 1, HELPING)) return 'adverb';
  if (word === 'her' && startsNoun(tokens[index + 1])) return 'possessive';
  return tag === 'that' && isPointing(tokens, index) ? 'determiner' : tag;
}

/** "'s" for "is" or "has", not the possessive. */
function isVerbalS(tokens: readonly Token[], index: number): boolean {
  if (index === 0 || isOneOf(tokens, index - 1, BEFORE_IS)) return true;
  return isOneOf(tokens, index + 1, AFTER_IS) || tokens[index + 1]?.word === 'not';
}

function startsNoun(token: Token | undefined): boolean {
  if (!token) return false;
  return token.forms > 0 ? (token.forms & (NOUN | GERUND)) > 0 : NOUNS.has(token.tag);
}

/** "that" before a noun, not before a clause: "that night", "at that". */
function isPointing(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (!after || after.tag === 'stop' || after.tag === 'comma') return true;
  return before?.tag === 'preposition' && before.word !== 'in' && after.tag !== 'be';
}

/** The nearest token to the left that is no adverb. */
function leftOf(tokens: readonly Token[], index: number): Token | undefined {
  let at = index - 1;
  for (let left = 4; left > 0 && tagAt(tokens, at) === 'adverb'; left -= 1) at -= 1;
  return tokens[at];
}

function verbTag(tokens: readonly Token[], index: number, token: Token): Tag {
  const before = leftOf(tokens, index);
  const { forms } = token;
  const plain = before !== undefined && TO_PLAIN.has(before.tag);
  if (forms & GERUND && !(forms & BASE)) return gerundTag(tokens, index);
  if (forms & (PAST | PARTICIPLE) && !(plain && forms & BASE)) {
    return pastTag(tokens, index, forms);
  }
  if (plain) return 'base';
  const form: Tag = forms & PRESENT ? 'present' : 'base';
  if (!before) return forms & NOUN ? 'noun' : form;
  return plainTag(tokens, index, { before, form, noun: (forms & NOUN) > 0 });
}

/** A plain form: the verb or the noun of the same spelling. */
function plainTag(
  tokens: readonly Token[],
  index: number,
  { before, form, noun }: { before: Token; form: Tag; noun: boolean },
): Tag {
  const after = tokens[index + 1];
  const complement = after !== undefined && COMPLEMENT.has(after.tag);
  if (complement && after.tag !== 'to' && isCounted(before)) return form;
  if (BEFORE_NOUN.has(before.tag) || before.tag === 'clitic') return 'noun';
  if (!noun) return form === 'base' && isSingular(before) ? 'noun' : form;
  return isVerbHere(tokens, index, form) ? form : 'noun';
}

/** "few say", "42% believe": a number or amount that stands for people. */
function isCounted({ tag, word }: Token): boolean {
  return (tag === 'number' && !/^\d{4}$/u.test(word)) || STANDS_ALONE.has(word);
}

function gerundTag(tokens: readonly Token[], index: number): Tag {
  if (isOneOf(tokens, index - 1, OWNS)) return 'noun';
  const after = tokens[index + 1];
  const endsSubject = after !== undefined && isFinite(after) && !(after.forms & BASE);
  return endsSubject && isOneOf(tokens, index - 1, ENTITY) ? 'noun' : 'gerund';
}

function pastTag(tokens: readonly Token[], index: number, forms: number): Tag {
  const before = leftOf(tokens, index);
  const after = tokens[index + 1];
  if (before && HELPERS.has(before.tag)) return 'participle';
  if (before && forms & PARTICIPLE && after?.word === 'by') return 'participle';
  if (before && (BEFORE_NOUN.has(before.tag) || before.tag === 'clitic')) {
    return attributeTag(before, { after, forms });
  }
  if (after?.tag === 'inverted' || !(forms & PARTICIPLE)) return 'past';
  return !(forms & PAST) || !before || isReduced(before, after) ? 'participle' : 'past';
}

/** "a proposed law", but "those surveyed". */
function attributeTag(
  before: Token,
  { after, forms }: { after: Token | undefined; forms: number },
): Tag {
  if (startsNoun(after) || !(forms & PAST)) return 'adjective';
  if (after && isFinite(after) && forms & PARTICIPLE) return 'participle';
  return before.tag === 'determiner' || before.tag === 'number' ? 'past' : 'adjective';
}

/** "(those) surveyed said", "…, backed by": it explains the noun before. */
function isReduced(before: Token, after: Token | undefined): boolean {
  if (after && isFinite(after) && !(after.forms & PARTICIPLE)) return true;
  return before.tag === 'comma' && after?.tag === 'preposition';
}

function isVerbHere(tokens: readonly Token[], index: number, form: Tag): boolean {
  const before = leftOf(tokens, index);
  const after = tokens[index + 1];
  if (!before || !after) return false;
  if (NAMES_SUBJECT.has(before.tag)) return true;
  const complement = COMPLEMENT.has(after.tag);
  if (before.tag === 'that') return complement || after.tag === 'adverb';
  if (RUNS_ON.has(before.tag)) return complement;
  return SUBJECT.has(before.tag) && agrees(before, after, form);
}

/** A noun that no plain form agrees with ("a liberal think tank"). */
function isSingular({ tag, word }: Token): boolean {
  return tag === 'noun' && !word.endsWith('s') && !IRREGULAR_PLURALS.has(word);
}

/** "polls show", "Lee plans": number and what follows make a verb of it. */
function agrees(before: Token, after: Token, form: Tag): boolean {
  const complement = COMPLEMENT.has(after.tag);
  if (form === 'base') {
    const plural = before.word.endsWith('s') && !before.word.endsWith('ss');
    return plural && (complement || after.tag === 'stop');
  }
  return complement || (before.tag === 'name' && !isFinite(after) && !(after.forms & BASE));
}

function isFinite(token: Token): boolean {
  return FINITE.has(token.tag) || (token.forms & PAST) > 0;
}

function isSpeech(token: Token, tables: SpeechTables): boolean {
  return tables.cues.get(token.lemma)?.frames.startsWith('s') === true;
}
