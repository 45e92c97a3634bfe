import { familyOf, groupOf, kindOf } from '@/lib/language/world/word-groups';
import { CLASS_COUNT, classesOf, knownNames } from './mention-classes';
import type { Word } from './mention-words';

/** Buckets that features are hashed into. */
export const BUCKET_BITS = 22;
const MASK = (1 << BUCKET_BITS) - 1;

/** How often a word stands in an article with a capital where none is owed, and small. */
export type Habits = ReadonlyMap<string, { capital: number; small: number }>;

const SHAPES = ['small', 'capital', 'capitals', 'mixed', 'initial', 'number', 'mark'];
const NONE = 0x5b_d1_e9_95;

/** One sentence prepared: a column for each thing that features are made of. */
export type Columns = {
  readonly words: readonly Word[];
  readonly hashes: Int32Array;
  readonly classes: Int32Array;
  readonly shapes: Int32Array;
  readonly parts: Uint8Array;
  readonly habits: Int32Array;
  /** What each word keeps company with, as `groupOf` gives it. */
  readonly groups: Int32Array;
  /** Written in capitals throughout, so that capitals say nothing. */
  readonly shouted: boolean;
};

export function columnsOf(words: readonly Word[], habits: Habits): Columns {
  const shouted = isShouted(words);
  return {
    words,
    shouted,
    hashes: Int32Array.from(words, ({ low }) => hashOf(low)),
    classes: Int32Array.from(words, ({ low, shape }) => (shape === 'mark' ? 0 : classesOf(low))),
    shapes: Int32Array.from(words, ({ shape }) =>
      shouted && shape === 'capitals' ? 7 : SHAPES.indexOf(shape),
    ),
    groups: Int32Array.from(words, ({ low, shape }) => (shape === 'mark' ? 0 : groupOf(low))),
    parts: knownNames(words),
    habits: Int32Array.from(words, ({ low, shape }) => habitOf(habits, low, shape)),
  };
}

function isShouted(words: readonly Word[]): boolean {
  let capitals = 0;
  for (const { shape, text } of words) {
    if (shape === 'small') return false;
    if (shape === 'capitals' && text.length > 2) capitals += 1;
  }
  return capitals > 1;
}

function habitOf(habits: Habits, low: string, shape: Word['shape']): number {
  if (shape === 'mark' || shape === 'small') return 0;
  const habit = habits.get(low);
  if (!habit) return 1;
  return (habit.capital > 0 ? 2 : 0) + (habit.small > 0 ? 4 : 0);
}

/** The buckets of everything that speaks for or against a label at one word. */
export function featuresAt(columns: Columns, at: number, into: number[]): void {
  into.length = 0;
  const add = (template: number, value: number): void => {
    into.push(bucketOf(template, value));
  };
  addOwn(columns, at, add);
  for (const step of [-2, -1, 1, 2]) {
    const near = (step + 3) * 40;
    const hash = columns.hashes[at + step] ?? NONE;
    add(near, hash);
    add(near + 1, (columns.shapes[at + step] ?? 9) + 16 * (columns.shouted ? 1 : 0));
    addClasses(columns.classes[at + step] ?? 0, near + 2, add);
  }
  addPairs(columns, at, add);
  addGroups(columns, at, add);
  addNeighbours(columns, at, add);
}

type Add = (template: number, value: number) => void;

function addOwn(columns: Columns, at: number, add: Add): void {
  const word = columns.words[at];
  if (!word) return;
  const shape = columns.shapes[at] ?? 0;
  const place = at === 0 ? 1 : 0;
  add(0, 0);
  add(1, columns.hashes[at] ?? NONE);
  add(2, shape * 2 + place);
  add(3, hashOf(word.low.slice(-3)) ^ shape);
  add(4, hashOf(word.low.slice(-2)) ^ shape);
  add(601, hashOf(word.low.slice(-4)) ^ shape);
  add(5, hashOf(word.low.slice(0, 3)));
  add(6, (columns.habits[at] ?? 0) * 16 + shape * 2 + place);
  add(7, (columns.parts[at] ?? 0) * 2 + (columns.shouted ? 1 : 0));
  addClasses(columns.classes[at] ?? 0, 8, add);
  add(38, (columns.classes[at] ?? 0) * 16 + shape * 2 + place);
}

function addClasses(classes: number, template: number, add: Add): void {
  if (classes === 0) add(template + 31, 0);
  for (let bit = 0; bit < CLASS_COUNT; bit += 1) {
    if ((classes & (1 << bit)) !== 0) add(template + bit, 1);
  }
}

function addPairs(columns: Columns, at: number, add: Add): void {
  const { hashes, classes, shapes } = columns;
  const shape = shapes[at] ?? 0;
  const own = classes[at] ?? 0;
  const before = hashes[at - 1] ?? NONE;
  const after = hashes[at + 1] ?? NONE;
  add(400, mixed(before, shape));
  add(401, mixed(after, shape));
  add(402, mixed((shapes[at - 1] ?? 9) * 10 + shape, shapes[at + 1] ?? 9));
  add(403, mixed(own, classes[at - 1] ?? 0));
  add(404, mixed(own, classes[at + 1] ?? 0));
  add(408, mixed(shapes[at + 2] ?? 9, mixed(shapes[at + 1] ?? 9, shape)));
  add(409, mixed(headAhead(columns, at), shape));
  add(410, mixed(classes[at + 1] ?? 0, classes[at + 2] ?? 0));
}

/** Words in like company, here and around: what a name never seen stands among. */
function addGroups({ groups, shapes }: Columns, at: number, add: Add): void {
  const shape = shapes[at] ?? 0;
  for (let step = -2; step <= 2; step += 1) {
    const group = groups[at + step] ?? 0;
    const template = 500 + step * 4;
    const near = step === 0 ? shape : 0;
    add(template, group * 8 + near);
    add(template + 1, familyOf(group) * 8 + near);
    add(template + 2, kindOf(group) * 8 + near);
  }
  const before = familyOf(groups[at - 1] ?? 0);
  const own = familyOf(groups[at] ?? 0);
  const after = familyOf(groups[at + 1] ?? 0);
  add(603, mixed(before, own) ^ shape);
  add(604, mixed(own, after) ^ shape);
  add(605, mixed(before, after) ^ shape);
}

/** Pairs of words at and around a word. */
function addNeighbours({ hashes }: Columns, at: number, add: Add): void {
  const before = hashes[at - 1] ?? NONE;
  const after = hashes[at + 1] ?? NONE;
  add(602, mixed(before, after));
  add(606, mixed(before, hashes[at] ?? NONE));
  add(607, mixed(hashes[at - 2] ?? NONE, before));
  add(608, mixed(after, hashes[at + 2] ?? NONE));
}

const HEAD = 1 << 7;
const FORM = 1 << 8;

/** Whether the run of capitals from here on ends in a word that makes it a body. */
function headAhead({ classes, shapes }: Columns, at: number): number {
  let found = 0;
  for (let next = at; next < at + 7; next += 1) {
    const shape = shapes[next] ?? 6;
    if (shape === 6) break;
    if (shape === 0) continue;
    if (((classes[next] ?? 0) & HEAD) !== 0) found = Math.max(found, next === at ? 1 : 2);
    if (((classes[next] ?? 0) & FORM) !== 0) found = 3;
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

function hashOf(word: string): number {
  let hash = 0x81_1c_9d_c5 | 0;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01_00_01_93);
  }
  return hash;
}
