/** Follows the frames of an MQTT stream by their headers, so that one that claims to be too long is known before it is read. */
export class FrameLimit {
  readonly #largest: number
  /** Bytes of the running frame that are still to come; -1 while its header is read. */
  #left = -1
  /** Bytes of the header seen so far, and the length that they say. */
  #header = 0
  #length = 0

  constructor(largest: number) {
    this.#largest = largest
  }

  /** Whether the stream may go on after these bytes. */
  feed(bytes: Uint8Array): boolean {
    let at = 0
    while (at < bytes.length) {
      if (this.#left >= 0) {
        const skipped = Math.min(this.#left, bytes.length - at)
        at += skipped
        this.#left -= skipped
        if (this.#left === 0) this.#begin()
        continue
      }
      const byte = bytes[at++] ?? 0
      if (this.#header++ === 0) continue
      this.#length += (byte & 127) * 128 ** (this.#header - 2)
      if (this.#length > this.#largest || this.#header > 5) return false
      if (byte < 128) this.#left = this.#length
      if (this.#left === 0) this.#begin()
    }
    return true
  }

  #begin(): void {
    this.#left = -1
    this.#header = 0
    this.#length = 0
  }
}
