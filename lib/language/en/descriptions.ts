import { wordsOf } from '@/lib/language/word-list';

/**
 * Heads of bodies that later stand for them ("the ministry", "the party"), and what their names hold.
 * A body whose name does not say what it is stands for none of them.
 */
export const BODY_HEADS: Readonly<Record<string, RegExp>> = {
  ministry: /\bministry\b/u,
  department: /\bdepartment\b/u,
  committee: /\bcommittee\b/u,
  commission: /\bcommission\b/u,
  council: /\bcouncil\b/u,
  association: /\bassociation\b/u,
  union: /\bunion\b(?! of)/u,
  federation: /\bfederation\b/u,
  party: /\bparty\b/u,
  court: /\bcourt\b/u,
  university: /\buniversity\b/u,
  institute: /\binstitute\b/u,
  foundation: /\bfoundation\b/u,
  bank: /\bbank\b/u,
  newspaper: /\b(?:post|times|herald|tribune|gazette|journal|telegraph)$/u,
  ngo: /\b(?:center|centre|association|network|alliance|committee|watch|foundation|organi[sz]ation|adhoc|licadho|comfrel)\b/u,
  bloc: /^(?:european union|association of southeast asian nations|african union|mercosur|brics|asean|eu)$/u,
};

/** Heads that may be any of several bodies, so that the one spoken of last is meant. */
export const SHARED_HEADS = wordsOf('ministry department committee commission council ngo');

/** Words between an article and a head that say nothing else than the head ("the rights group"). */
export const GROUP_WORDS = wordsOf('rights');

/** Offices and callings that "the …" stands for somebody by. */
export const OFFICES = wordsOf(`
  minister premier president vice-president chairman chairwoman chairperson spokesman spokeswoman spokesperson
  governor mayor senator congressman congresswoman lawmaker ambassador envoy chancellor king queen prince
  princess pope archbishop bishop commissioner secretary secretary-general director-general director colonel
  admiral commander ceo activist economist analyst historian professor lawyer prosecutor judge
  leader superintendent candidate
`);

/** Offices that are too often another kind of word: "police chief" is one, "chief" alone is none. */
export const PAIRED_OFFICES = wordsOf('chief general head');

/** Words that make another office of one: "prime minister" is no "minister". */
export const RANKS = wordsOf(
  'prime deputy vice former ex shadow assistant acting then first under',
);

/** Different words for the same office. */
export const SAME_OFFICE: Readonly<Record<string, string>> = {
  spokesman: 'spokesperson',
  spokeswoman: 'spokesperson',
  chairman: 'chairperson',
  chairwoman: 'chairperson',
  chair: 'chairperson',
  congressman: 'lawmaker',
  congresswoman: 'lawmaker',
  mp: 'lawmaker',
  legislator: 'lawmaker',
  chief: 'head',
  attorney: 'lawyer',
  premier: 'prime minister',
};

/** What follows an office where it is none: part of a longer noun, or of somebody not named. */
export const NO_OFFICE_BEFORE = wordsOf(`
  of for in at from to elect election elections candidate candidates hopeful post office role job palace
  designate level general and or who whose -
`);
