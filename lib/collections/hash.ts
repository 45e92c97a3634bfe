/** A number of 53 bits that two texts hardly ever share (FNV-1a, two at a time). */
export function hashOf(text: string): number {
  let a = 2_166_136_261;
  let b = 3_339_451_269;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 16_777_619);
    b = Math.imul(b ^ unit, 2_246_822_519);
  }
  return (a >>> 0) * 2 ** 21 + ((b >>> 0) & 0x1f_ff_ff);
}
