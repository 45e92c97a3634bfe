import type { Complaint } from './complaint';
import type { Entry } from './book';

/** Scripts that no name mixes inside one word. Japanese and Korean mix with Chinese by nature. */
const SCRIPTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Khmer', /\p{Script=Khmer}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Bengali', /\p{Script=Bengali}/u],
  ['Tamil', /\p{Script=Tamil}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Lao', /\p{Script=Lao}/u],
  ['Burmese', /\p{Script=Myanmar}/u],
  ['Ethiopic', /\p{Script=Ethiopic}/u],
  [
    'East Asian',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u,
  ],
];

/** Characters that cannot be seen, or that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Names are as readers see them: composed, visible, one script a word. */
export function checkNames(entry: Entry): readonly Complaint[] {
  if (entry.type !== 'entity') return [];
  const complaints = entry.value.names.flatMap(({ text }, at) =>
    nameFaults(text).map(({ rule, message }) => ({ rule, path: ['names', at, 'text'], message })),
  );
  if (!entry.value.names.some(({ kind }) => kind === 'main' || kind === undefined)) {
    complaints.push({ rule: 'name', path: ['names'], message: 'one name must be the main one' });
  }
  return complaints;
}

/** What is wrong with one name; importers hold such names back for review. */
export function nameFaults(text: string): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const wrong = (rule: 'name' | 'characters' | 'scripts', message: string): void => {
    complaints.push({ rule, message });
  };
  if (text !== text.normalize('NFC')) wrong('characters', `"${text}" is not composed (NFC)`);
  if (UNSEEN.test(text)) wrong('characters', `"${text}" holds a character that cannot be seen`);
  if (text !== text.trim() || /\s{2}/u.test(text)) wrong('name', `"${text}" has spaces too many`);
  if (!/\p{L}/u.test(text)) wrong('name', `"${text}" has no letter`);
  for (const word of text.split(/[^\p{L}\p{M}]+/u)) {
    const scripts = SCRIPTS.filter(([, pattern]) => pattern.test(word)).map(([name]) => name);
    if (scripts.length > 1) wrong('scripts', `"${word}" mixes ${scripts.join(' and ')} letters`);
  }
  return complaints;
}
