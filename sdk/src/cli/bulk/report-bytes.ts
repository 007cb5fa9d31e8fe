/** The first room where none is given: a report of a few files is short. */
const little = 1 << 14;

/** A UTF-16 unit takes at most so many bytes of UTF-8. */
const mostBytesOfUnit = 3;

/** A part of a report as bytes, put together piece by piece. */
export class ReportBytes {
  #bytes: Buffer<ArrayBuffer>;
  #length = 0;

  /** @param memory what to write into while it has room; nobody else may look at it until the report is written */
  constructor(memory = new ArrayBuffer(0)) {
    this.#bytes = Buffer.from(memory);
  }

  add(text: string): void {
    const most = this.#length + text.length * mostBytesOfUnit;
    if (most > this.#bytes.length) this.#grow(most);
    this.#length += this.#bytes.write(text, this.#length);
  }

  /** All that was added. */
  written(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#bytes.buffer, 0, this.#length);
  }

  #grow(least: number): void {
    const grown = Buffer.from(new ArrayBuffer(Math.max(least, this.#bytes.length * 2, little)));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
