/** Writes numbers and texts into a growing run of bytes. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  /** An unsigned whole number below 2^31 in groups of seven bits, lowest first. */
  number(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.#push((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.#push(rest);
  }

  /** Its length, then each UTF-16 unit as a number: one byte for ASCII. */
  text(value: string): void {
    this.number(value.length);
    for (let at = 0; at < value.length; at += 1) this.number(value.charCodeAt(at));
  }

  /** Bytes with their length before them. */
  run(bytes: Uint8Array): void {
    this.number(bytes.length);
    this.bytes(bytes);
  }

  /** Bytes as they are. */
  bytes(bytes: Uint8Array): void {
    this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #push(byte: number): void {
    this.#grow(1);
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  #grow(by: number): void {
    if (this.#length + by <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + by));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Reads what a `ByteWriter` wrote; past the end every number is 0 and `broken` is set. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;
  broken = false;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes[this.at];
      if (byte === undefined) break;
      this.at += 1;
      // Of the fifth byte four bits have a place; the others would be lost unseen.
      if (shift === 28 && byte > 0x0f) break;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    this.broken = true;
    return 0;
  }

  text(): string {
    const length = this.number();
    let value = '';
    for (let at = 0; at < length && !this.broken; at += 1) {
      value += String.fromCharCode(this.number());
    }
    return value;
  }

  run(): Uint8Array {
    const length = this.number();
    if (this.at + length > this.bytes.length) this.broken = true;
    const run = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return run;
  }
}
