/** Letters that no decomposition takes apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
};
const SPECIAL = /[øđðłıßæœþħŧŋ]/gu;
const LEFT_OUT = /['’ʼ‘`´＇.]|\p{Default_Ignorable_Code_Point}/gu;
/** Marks that any script may bear; Khmer vowels and signs are its own and no accents. */
const ACCENTS = /\p{Script=Inherited}/gu;
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu;

/** A word without case, accents, apostrophes and dots, its digits as 0-9: what names are looked up by. */
export function folded(word: string): string {
  return withoutCase(word)
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');
}

/** A word without case, apostrophes and dots, accents kept. */
export function withoutCase(word: string): string {
  return word
    .replace(LEFT_OUT, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(FOREIGN_DIGIT, (digit) => String(digitValue(digit)));
}

/** Decimal digits stand in runs of ten, each run at a code point that ends the one before it. */
function digitValue(digit: string): number {
  let value = 0;
  let code = digit.codePointAt(0) ?? 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return value;
}
