import { ANTONYMS } from '@/lib/language/en/antonyms';
import { OPPOSITES } from './stance-words';
import { NEGATION, wordForms } from './word-forms';

/**
 * Words that decide what a statement says: two texts that run alike but for one of these do not say
 * the same. Doubt speaks against: a statement not recognised is no harm, a false one is.
 */

/** Of one line only one can hold; grammar's own words among them, which otherwise count for nothing. */
const KINDS: readonly string[] = [
  'for against',
  'before after',
  'up down',
  'over under',
  'all some most few several many',
  'more less fewer',
  'last next',
  'yesterday tomorrow',
  'monday tuesday wednesday thursday friday saturday sunday',
  'january february march april june july august september october november december',
  'spring summer autumn winter',
  'morning afternoon evening night',
  'north south east west',
  'northern southern eastern western',
  'hour day week month year decade century',
  'dollar euro pound yen yuan riel baht dong rupee',
  'praise blame',
  'applaud blame',
  'welcome condemn',
  'welcome criticise',
  'welcome criticize',
  'praise condemn',
  'praise criticise',
  'hail condemn',
];

/** Verbs and words that turn what follows into its opposite, or make it hang on something. */
const TURNING: ReadonlySet<string> = formsOf(
  'deny denied denies denying reject rejected rejects refuse refused fail failed lack lacked',
);
const CONDITIONS: ReadonlySet<string> = formsOf('if unless');
const FALSEHOOD: ReadonlySet<string> = formsOf('false untrue fake hoax myth rumour rumor lie');

const EXCLUDED: ReadonlyMap<string, ReadonlySet<string>> = excluded();

/** Whether two words cannot stand for each other in one statement: "rose" and "fell", "all" and "some". */
function excludeEachOther(a: string, b: string): boolean {
  return (
    EXCLUDED.get(a)?.has(b) === true ||
    OPPOSITES.get(a)?.has(b) === true ||
    isPrefixed(a, b) ||
    isPrefixed(b, a)
  );
}

const DENYING_PREFIX = /^(?:un|in|im|il|ir|dis|non)(?=.{3})/u;

/** "Fair" and "unfair", which no list has in full. */
function isPrefixed(long: string, short: string): boolean {
  return long.length > short.length && long.replace(DENYING_PREFIX, '') === short;
}

/** Whether any of the one words excludes any of the others. */
export function anyExcludes(some: Iterable<string>, others: ReadonlySet<string>): boolean {
  for (const one of some) {
    for (const other of others) if (excludeEachOther(one, other)) return true;
  }
  return false;
}

/** Whether a word that only one of two texts has turns what the other says into something else. */
export function turns(form: string): boolean {
  return form === NEGATION || TURNING.has(form);
}

/** Whether it makes what follows hang on a condition. */
export function binds(form: string): boolean {
  return CONDITIONS.has(form);
}

/** Whether what follows this word is said not to be so: "not …", "denied that …", "false that …". */
export function denies(form: string): boolean {
  return turns(form) || FALSEHOOD.has(form);
}

function excluded(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const exclude = (a: string, b: string): void => {
    if (a === b) return;
    const others = found.get(a) ?? new Set<string>();
    found.set(a, others.add(b));
  };
  const kinds = [...KINDS, ...ANTONYMS.map((pair) => pair.join(' '))];
  for (const kind of kinds) {
    const forms = [...formsOf(kind)];
    for (const one of forms) for (const other of forms) exclude(one, other);
  }
  return found;
}

function formsOf(words: string): Set<string> {
  return new Set(wordForms(words).map(({ form }) => form));
}
