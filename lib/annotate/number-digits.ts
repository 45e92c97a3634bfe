/**
 * The value of a number in digits with its marks, as the language writes them; undefined where the
 * marks make no number ("1,2,3", "1.2.3") or it is too long to be a quantity (cards, phones).
 */
export function valueOfDigits(text: string, decimalMark: '.' | ','): number | undefined {
  if (text.length > 24) return undefined;
  const plain = text.replaceAll('٫', '.').replaceAll('٬', ',');
  if (/^\d{1,15}$/u.test(plain)) return Number(plain);
  const grouped = groups(plain);
  if (grouped !== undefined && isGrouped(plain, decimalMark)) return grouped;
  const decimals = /^(\d{0,15})[.,](\d{1,15})$/u.exec(plain);
  if (!decimals || !isDecimal(plain, decimalMark)) return undefined;
  return Number(`${decimals[1] === '' ? '0' : decimals[1]}.${decimals[2]}`);
}

/** Groups of three, or of two with a last one of three (lakh), and decimals behind the other mark. */
function groups(text: string): number | undefined {
  const byComma = /^(\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.(\d+))?$/u.exec(text);
  const found = byComma ?? /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/u.exec(text);
  if (!found) return undefined;
  return Number(`${found[1]?.replaceAll(/[.,]/gu, '')}.${found[2] ?? '0'}`);
}

/**
 * "1,234" is twelve hundred where the comma parts groups. Where it is the decimal mark, a single
 * "1.234" is still a group of three, and "1,234" a decimal.
 */
function isGrouped(text: string, decimalMark: '.' | ','): boolean {
  const marks = text.match(/[.,]/gu) ?? [];
  return marks.length > 1 || marks[0] !== decimalMark;
}

function isDecimal(text: string, decimalMark: '.' | ','): boolean {
  return text.includes(decimalMark) || /^\d+[.,]\d{1,2}$/u.test(text);
}
