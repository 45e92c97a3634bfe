const SYLLABLES =
  'ka so phe vi cho nu ri ban tou sar mo lek zim dra go pha len ish ev ov ski ura oka bel ham min tro wak nga she dz khy por'.split(
    ' ',
  );

/** A word that belongs to no language, the same for the same number. */
export function invented(seed: number): string {
  let word = '';
  for (let at = 0; at < 4; at += 1) {
    let state = Math.imul(seed + 1, 0x9e_37_79_b1) ^ Math.imul(at + 1, 0x85_eb_ca_6b);
    state = Math.imul(state ^ (state >>> 15), 0xc2_b2_ae_35);
    state ^= state >>> 13;
    word += SYLLABLES[(state >>> 3) % SYLLABLES.length] ?? '';
  }
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const SENTENCES = [
  'Minister NAME told reporters in Lowell on Monday that the council had not received any complaint.',
  '“We have heard of more than 170 cases this year,” said NAME, a spokesman for the Teachers Union of Lowell.',
  'According to the report, prices rose by 4.5 per cent in March, and the government expects a further rise.',
  'NAME and NAME denied that officials had put any of the groups under surveillance since 2015.',
  'The river had risen overnight, and people in the villages along it had already moved their animals.',
];

/** News prose of about the given length about people who do not exist, numbered from `from`. */
export function newsText(length: number, from = 10_000_000): string {
  const parts: string[] = [];
  let size = 0;
  for (let at = 0; size < length; at += 1) {
    const pattern = SENTENCES[at % SENTENCES.length] ?? '';
    const sentence = pattern.replaceAll(
      'NAME',
      () => `${invented(from + at * 2)} ${invented(from + at * 2 + 1)}`,
    );
    parts.push(sentence, at % 4 === 3 ? '\n' : ' ');
    size += sentence.length + 1;
  }
  return parts.join('');
}
