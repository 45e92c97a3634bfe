const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base64 with padding, for small deltas inside a manifest. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    const four = [18, 12, 6, 0].map((shift) => DIGITS[(bits >> shift) & 63] ?? '').join('');
    const left = bytes.length - at;
    text += left >= 3 ? four : four.slice(0, left + 1).padEnd(4, '=');
  }
  return text;
}

/** @returns undefined where the text is no base64 */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(text)) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let at = 0, to = 0; at < text.length; at += 4, to += 3) {
    let bits = 0;
    for (const digit of text.slice(at, at + 4))
      bits = (bits << 6) | Math.max(0, DIGITS.indexOf(digit));
    for (let byte = 0; byte < 3 && to + byte < bytes.length; byte += 1) {
      bytes[to + byte] = (bits >> (16 - byte * 8)) & 255;
    }
  }
  return bytes;
}
