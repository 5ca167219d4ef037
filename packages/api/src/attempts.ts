/** A fresh idempotency key: 128 random bits in visible ASCII. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Keeps one idempotency key for as long as a person tries to send the same thing, so that pressing the button again after a silence
 * of the network changes nothing twice. Another content is another attempt; `done` ends it.
 */
export class Attempts {
  #content: string | null = null
  #key = ''

  keyFor(path: string, body: unknown): string {
    const content = `${path} ${JSON.stringify(body ?? null)}`
    if (content !== this.#content) {
      this.#content = content
      this.#key = newKey()
    }
    return this.#key
  }

  /** The answer has come: the next request is a new one, even with the same content. */
  done(): void {
    this.#content = null
  }
}
