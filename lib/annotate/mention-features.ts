import { familyOf, kindOf } from '@/lib/language/world/word-groups';
import { CLASS_COUNT, knownNames } from './mention-classes';
import type { Lexeme } from './mention-lexemes';
import type { Word } from './mention-words';

/** Buckets that features are hashed into. */
export const BUCKET_BITS = 22;
const MASK = (1 << BUCKET_BITS) - 1;

/** How often a word stands in an article with a capital where none is owed, and small. */
export type Habits = ReadonlyMap<string, { capital: number; small: number }>;

/** One sentence prepared. */
export type Columns = {
  readonly words: readonly Word[];
  readonly habits: Habits;
  /** Parts of known names of several words. */
  readonly parts: Uint8Array;
  /** Written in capitals throughout, so that capitals say nothing. */
  readonly shouted: boolean;
};

/** Takes one thing that speaks for or against a label: a template's number and its value. */
type Add = (bucket: number) => void;

/** How far around a word others speak for its label. */
export const REACH = 2;

export function columnsOf(words: readonly Word[], habits: Habits): Columns {
  return { words, habits, parts: knownNames(words), shouted: isShouted(words) };
}

function isShouted(words: readonly Word[]): boolean {
  let capitals = 0;
  for (const { shape, text } of words) {
    if (shape === 'small') return false;
    if (shape === 'capitals' && text.length > 2) capitals += 1;
  }
  return capitals > 1;
}

/** The buckets of everything that speaks for or against a label at one word. */
export function featuresAt(columns: Columns, at: number, into: number[]): void {
  into.length = 0;
  const add = (bucket: number): void => void into.push(bucket);
  for (let step = -REACH; step <= REACH; step += 1)
    addAlone(columns.words[at + step]?.lexeme, { step, shouted: columns.shouted }, add);
  addHere(columns, at, add);
}

const NONE = 0x5b_d1_e9_95;
/** The look of a word beyond either end of its sentence. */
const BEYOND = 9;
const CAPITALS = 2;
/** The look of capitals in a sentence without small letters. */
const SHOUTED = 7;

function lookOf(lexeme: Lexeme | undefined, shouted: boolean): number {
  if (!lexeme) return BEYOND;
  return shouted && lexeme.look === CAPITALS ? SHOUTED : lexeme.look;
}

type Step = { readonly step: number; readonly shouted: boolean };

/** What a word says by itself for the word `step` places before it, or for itself. */
export function addAlone(lexeme: Lexeme | undefined, { step, shouted }: Step, add: Add): void {
  const look = lookOf(lexeme, shouted);
  if (step === 0 && lexeme) addOwn(lexeme, look, add);
  else if (step !== 0) {
    const near = (step + 3) * 40;
    add(bucketOf(near, lexeme?.hash ?? NONE));
    add(bucketOf(near + 1, look + 16 * (shouted ? 1 : 0)));
    addClasses(lexeme?.classes ?? 0, near + 2, add);
  }
  const group = lexeme?.group ?? 0;
  const template = 500 + step * 4;
  const own = step === 0 ? look : 0;
  add(bucketOf(template, group * 8 + own));
  add(bucketOf(template + 1, familyOf(group) * 8 + own));
  add(bucketOf(template + 2, kindOf(group) * 8 + own));
}

function addOwn({ hash, parts, classes }: Lexeme, look: number, add: Add): void {
  const [two, three, four, head] = parts;
  add(bucketOf(0, 0));
  add(bucketOf(1, hash));
  add(bucketOf(3, three ^ look));
  add(bucketOf(4, two ^ look));
  add(bucketOf(601, four ^ look));
  add(bucketOf(5, head));
  addClasses(classes, 8, add);
}

function addClasses(classes: number, template: number, add: Add): void {
  if (classes === 0) add(bucketOf(template + 31, 0));
  for (let bit = 0; bit < CLASS_COUNT; bit += 1) {
    if ((classes & (1 << bit)) !== 0) add(bucketOf(template + bit, 1));
  }
}

/** What a word says by its place and by those around it. */
export function addHere(columns: Columns, at: number, add: Add): void {
  const { words, shouted } = columns;
  const word = words[at];
  if (!word) return;
  const look = lookOf(word.lexeme, shouted);
  const place = at === 0 ? 1 : 0;
  const { classes } = word.lexeme;
  add(bucketOf(2, look * 2 + place));
  add(bucketOf(6, habitOf(columns.habits, word) * 16 + look * 2 + place));
  add(bucketOf(7, (columns.parts[at] ?? 0) * 2 + (shouted ? 1 : 0)));
  add(bucketOf(38, classes * 16 + look * 2 + place));
  add(bucketOf(409, mixed(headAhead(words, at), look)));
  addNeighbours(columns, at, add);
}

function habitOf(habits: Habits, { low, shape }: Word): number {
  if (shape === 'mark' || shape === 'small') return 0;
  const habit = habits.get(low);
  if (!habit) return 1;
  return (habit.capital > 0 ? 2 : 0) + (habit.small > 0 ? 4 : 0);
}

/** Pairs of words, looks, classes and groups at and around a word. */
function addNeighbours({ words, shouted }: Columns, at: number, add: Add): void {
  const own = words[at]?.lexeme;
  const before = words[at - 1]?.lexeme;
  const after = words[at + 1]?.lexeme;
  const afterThat = words[at + 2]?.lexeme;
  const look = lookOf(own, shouted);
  const lookAfter = lookOf(after, shouted);
  add(bucketOf(400, mixed(hashOf(before), look)));
  add(bucketOf(401, mixed(hashOf(after), look)));
  add(bucketOf(402, mixed(lookOf(before, shouted) * 10 + look, lookAfter)));
  add(bucketOf(408, mixed(lookOf(afterThat, shouted), mixed(lookAfter, look))));
  add(bucketOf(602, mixed(hashOf(before), hashOf(after))));
  add(bucketOf(606, mixed(hashOf(before), hashOf(own))));
  add(bucketOf(607, mixed(hashOf(words[at - 2]?.lexeme), hashOf(before))));
  add(bucketOf(608, mixed(hashOf(after), hashOf(afterThat))));
  addPairs([before, own, after, afterThat], look, add);
}

function hashOf(lexeme: Lexeme | undefined): number {
  return lexeme?.hash ?? NONE;
}

function classesOf(lexeme: Lexeme | undefined): number {
  return lexeme?.classes ?? 0;
}

type Near = Lexeme | undefined;
type Around = readonly [before: Near, own: Near, after: Near, afterThat: Near];

function addPairs([before, own, after, afterThat]: Around, look: number, add: Add): void {
  const classes = classesOf(own);
  const family = familyOf(own?.group ?? 0);
  const familyBefore = familyOf(before?.group ?? 0);
  const familyAfter = familyOf(after?.group ?? 0);
  add(bucketOf(403, mixed(classes, classesOf(before))));
  add(bucketOf(404, mixed(classes, classesOf(after))));
  add(bucketOf(410, mixed(classesOf(after), classesOf(afterThat))));
  add(bucketOf(603, mixed(familyBefore, family) ^ look));
  add(bucketOf(604, mixed(family, familyAfter) ^ look));
  add(bucketOf(605, mixed(familyBefore, familyAfter) ^ look));
}

const HEAD = 1 << 7;
const FORM = 1 << 8;

/** Whether the run of capitals from here on ends in a word that makes it a body. */
function headAhead(words: readonly Word[], at: number): number {
  let found = 0;
  for (let next = at; next < at + 7; next += 1) {
    const lexeme = words[next]?.lexeme;
    if (!lexeme || lexeme.shape === 'mark') break;
    if (lexeme.shape === 'small') continue;
    if ((lexeme.classes & HEAD) !== 0) found = Math.max(found, next === at ? 1 : 2);
    if ((lexeme.classes & FORM) !== 0) found = 3;
  }
  return found;
}

function bucketOf(template: number, value: number): number {
  return mixed(template, value) & MASK;
}

function mixed(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e_37_79_b1, 0x85_eb_ca_6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 13)) | 0;
}
