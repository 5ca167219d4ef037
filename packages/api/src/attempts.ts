/** A fresh idempotency key: 128 random bits in visible ASCII. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What a body says, for telling one content from another; a file is told by its name, size and time. */
function contentOf(body: unknown): string {
  if (!(body instanceof FormData)) return JSON.stringify(body ?? null)
  return JSON.stringify(
    [...body].map(([name, part]) => [name, typeof part === 'string' ? part : [part.name, part.size, part.lastModified]]),
  )
}

/**
 * Keeps one idempotency key for as long as a person tries to send the same thing, so that pressing the button again after a silence
 * of the network changes nothing twice. Another content is another attempt; `done` ends it.
 */
export class Attempts {
  #content: string | null = null
  #key = ''

  keyFor(path: string, body: unknown): string {
    const content = `${path} ${contentOf(body)}`
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
