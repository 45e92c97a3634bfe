import {
  BASE,
  GERUND,
  NOUN,
  PARTICIPLE,
  PAST,
  PRESENT,
  type SpeechTables,
} from '@/lib/language/speech';
import type { Tag, Token } from './speech-tokens';

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

const STANDS_ALONE = new Set(['few', 'many', 'most', 'some', 'all', 'both', 'others']);

/** Gives every token its class: by the tables first, then by the words around it. */
export function tagTokens(tokens: readonly Token[], tables: SpeechTables): void {
  const titled = isTitleCase(tokens);
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.tag === 'noun') tagAlone(token, tables, { first: opensHere(tokens, index), titled });
  }
  for (let index = 0; index < tokens.length; index += 1) tagInContext(tokens, index, tables);
}

/** Whether nearly every longer word is capitalised, as in headlines. */
function isTitleCase(tokens: readonly Token[]): boolean {
  const long = tokens.filter(({ tag, word }) => tag === 'noun' && word.length > 3);
  const capitals = long.filter(({ capital }) => capital).length;
  return long.length > 3 && capitals > 0.75 * long.length;
}

function opensHere(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return !before || before.tag === 'open' || before.tag === 'stop' || before.tag === 'colon';
}

function tagAlone(
  token: Token,
  tables: SpeechTables,
  place: { first: boolean; titled: boolean },
): void {
  const known = tables.classes.get(token.word);
  const small = !token.capital || place.first || place.titled;
  if (known && (small || known !== 'modal')) {
    token.tag = known;
    if (known === 'be' || known === 'have' || known === 'do') token.lemma = known;
    if (known !== 'have') return;
  }
  const verb = small ? tables.verbs.get(token.word) : undefined;
  if (verb && token.tag === 'noun') {
    token.lemma = verb.lemma;
    token.forms = verb.forms;
    return;
  }
  if (token.tag !== 'noun') return;
  token.tag = unknownTag(token, tables, small);
  if (token.tag === 'past') token.forms = PAST | PARTICIPLE;
  if (token.tag === 'gerund') token.forms = GERUND;
}

function unknownTag(token: Token, tables: SpeechTables, small: boolean): Tag {
  if (/^[$€£#]?\d/u.test(token.word)) return 'number';
  const ending = tables.endings.find(
    ([each]) => token.word.length > each.length + 2 && token.word.endsWith(each),
  );
  if (token.capital && !(small && ending?.[1] === 'adverb')) return 'name';
  return ending?.[1] ?? 'noun';
}

function tagInContext(tokens: readonly Token[], index: number, tables: SpeechTables): void {
  const token = tokens[index];
  if (!token) return;
  if (token.word === "'s") token.tag = isVerbalS(tokens, index) ? 'be' : 'clitic';
  else if (token.word === "'" || token.word === '’') token.tag = 'clitic';
  else if (token.word === 'her' && startsNoun(tokens[index + 1])) token.tag = 'possessive';
  else if (token.tag === 'that') token.tag = isPointing(tokens, index) ? 'determiner' : 'that';
  if (token.forms > 0) token.tag = verbTag(tokens, index, token);
  // "…, said in a statement": verbs of speech follow their subject, they do not explain it.
  const speaks = token.tag === 'participle' && token.forms & PAST && isSpeech(token, tables);
  if (speaks && leftOf(tokens, index)?.tag === 'comma') token.tag = 'past';
}

/** "'s" for "is" or "has", not the possessive. */
function isVerbalS(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (!before || before.tag === 'pronoun' || before.tag === 'wh' || before.tag === 'that')
    return true;
  const after = tokens[index + 1];
  return after?.tag === 'determiner' || after?.word === 'not' || after?.tag === 'adverb';
}

function startsNoun(token: Token | undefined): boolean {
  if (!token) return false;
  if (token.forms > 0) return (token.forms & (NOUN | GERUND)) > 0;
  return ['noun', 'name', 'adjective', 'number'].includes(token.tag);
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
  for (let left = 4; left > 0 && tokens[at]?.tag === 'adverb'; left -= 1) at -= 1;
  return tokens[at];
}

function verbTag(tokens: readonly Token[], index: number, token: Token): Tag {
  const before = leftOf(tokens, index);
  const { forms } = token;
  if (forms & GERUND && !(forms & BASE)) return gerundTag(tokens, index);
  if (forms & (PAST | PARTICIPLE) && !isPlainAfterHelper(forms, before)) {
    return pastTag(tokens, index, forms);
  }
  if (before?.tag === 'to' || before?.tag === 'modal' || before?.tag === 'do') return 'base';
  const form: Tag = forms & PRESENT ? 'present' : 'base';
  if (!before) return forms & NOUN ? 'noun' : form;
  const after = tokens[index + 1];
  if (isCounted(before) && after && COMPLEMENT.has(after.tag) && after.tag !== 'to') return form;
  if (BEFORE_NOUN.has(before.tag) || before.tag === 'clitic') return 'noun';
  if (!(forms & NOUN)) return form;
  return isVerbHere(tokens, index, form) ? form : 'noun';
}

/** "few say", "42% believe": a number or amount that stands for people. */
function isCounted({ tag, word }: Token): boolean {
  return (tag === 'number' && !/^\d{4}$/u.test(word)) || STANDS_ALONE.has(word);
}

/** "has put", "to cut": a spelling that is base and past at once. */
function isPlainAfterHelper(forms: number, before: Token | undefined): boolean {
  return (
    (forms & BASE) > 0 && (before?.tag === 'to' || before?.tag === 'modal' || before?.tag === 'do')
  );
}

function gerundTag(tokens: readonly Token[], index: number): Tag {
  const before = tokens[index - 1];
  const nominal =
    before?.tag === 'determiner' || before?.tag === 'possessive' || before?.tag === 'clitic';
  if (nominal) return 'noun';
  const after = tokens[index + 1];
  const subject = before?.tag === 'noun' || before?.tag === 'adjective' || before?.tag === 'name';
  return subject && after !== undefined && isFinite(after) && !(after.forms & BASE)
    ? 'noun'
    : 'gerund';
}

function pastTag(tokens: readonly Token[], index: number, forms: number): Tag {
  const before = leftOf(tokens, index);
  if (before?.tag === 'have' || before?.tag === 'be' || before?.tag === 'do') return 'participle';
  const after = tokens[index + 1];
  if (after?.word === 'by' && forms & PARTICIPLE && before) return 'participle';
  const nouny = startsNoun(after);
  if (before && (BEFORE_NOUN.has(before.tag) || before.tag === 'clitic')) {
    return nouny || !(forms & PAST) ? 'adjective' : pastUnlessAttribute(before);
  }
  if (after?.tag === 'inverted' || !(forms & PARTICIPLE)) return 'past';
  if (before && forms & PAST && after && isFinite(after) && !(after.forms & PARTICIPLE))
    return 'participle';
  if (!(forms & PAST) || !before) return 'participle';
  return before.tag === 'comma' && after?.tag === 'preposition' ? 'participle' : 'past';
}

function pastUnlessAttribute(before: Token): Tag {
  return before.tag === 'determiner' || before.tag === 'number' ? 'past' : 'adjective';
}

function isVerbHere(tokens: readonly Token[], index: number, form: Tag): boolean {
  const before = leftOf(tokens, index);
  const after = tokens[index + 1];
  if (!before || !after) return false;
  if (before.tag === 'pronoun' || before.tag === 'wh') return true;
  const complement = COMPLEMENT.has(after.tag);
  if (before.tag === 'that') return complement || after.tag === 'adverb';
  if (before.tag === 'conjunction' || before.tag === 'comma') return complement;
  if (!SUBJECT.has(before.tag)) return false;
  const plural = before.word.endsWith('s') && !before.word.endsWith('ss');
  if (form === 'base' && !plural) return false;
  if (complement || (form === 'base' && after.tag === 'stop')) return true;
  return form === 'present' && before.tag === 'name' && !isFinite(after) && !(after.forms & BASE);
}

function isFinite(token: Token): boolean {
  return (
    token.tag === 'be' || token.tag === 'have' || token.tag === 'modal' || (token.forms & PAST) > 0
  );
}

function isSpeech(token: Token, tables: SpeechTables): boolean {
  return tables.cues.get(token.lemma)?.frames.startsWith('s') === true;
}
