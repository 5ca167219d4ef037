/** One open page. */
export interface Page {
  readonly sessionId: string
  readonly receivers: readonly string[]
  /** Sends text; false when the page reads too slowly to keep. */
  write(text: string): boolean
  end(): void
}

/** The open pages of this process. What they are told is only that a noun changed: they ask for it again, with their own rights. */
export interface Live {
  /** Adds a page; the oldest of a session's pages gives way to its fourth. Gives the function that takes it away. */
  add(page: Page): () => void
  /** Tells every page of these receivers (`toAccount`, `toPost`) that a noun changed. */
  changed(receivers: readonly string[], what: { readonly noun: string; readonly id: string }): void
  /** Closes the pages of a session that has ended. */
  endSession(sessionId: string): void
  /** How many pages are open. */
  readonly size: number
  /** Closes all and stops the heartbeat. */
  close(): void
}

const pagesPerSession = 3

/** Proxies close connections that are silent for a minute. */
const heartbeat = 25_000

/** A page asks again after this time, with the posts it has then; so a right that was taken away ends here at the latest. */
const longest = 15 * 60_000

class Pages implements Live {
  readonly #pages = new Map<Page, number>()
  readonly #byReceiver = new Map<string, Set<Page>>()
  #beat: NodeJS.Timeout | null = null
  #age = 0

  get size(): number {
    return this.#pages.size
  }

  add(page: Page): () => void {
    const before = [...this.#pages.keys()].filter((one) => one.sessionId === page.sessionId)
    for (const old of before.slice(0, Math.max(0, before.length - pagesPerSession + 1))) {
      old.write('retry: 60000\nevent: replaced\ndata: {}\n\n')
      this.#remove(old)
    }
    this.#pages.set(page, this.#age)
    for (const receiver of page.receivers) {
      const set = this.#byReceiver.get(receiver)
      if (set) set.add(page)
      else this.#byReceiver.set(receiver, new Set([page]))
    }
    this.#beat ??= setInterval(() => this.#tick(), heartbeat).unref()
    return () => this.#remove(page)
  }

  changed(receivers: readonly string[], what: { readonly noun: string; readonly id: string }): void {
    const told = new Set(receivers.flatMap((receiver) => [...(this.#byReceiver.get(receiver) ?? [])]))
    const text = `event: changed\ndata: ${JSON.stringify({ noun: what.noun, id: what.id })}\n\n`
    for (const page of told) if (!page.write(text)) this.#remove(page)
  }

  endSession(sessionId: string): void {
    for (const page of this.#pages.keys()) if (page.sessionId === sessionId) this.#remove(page)
  }

  close(): void {
    for (const page of this.#pages.keys()) this.#remove(page)
  }

  #tick(): void {
    this.#age += heartbeat
    for (const [page, since] of this.#pages) {
      if (this.#age - since >= longest || !page.write(': still here\n\n')) this.#remove(page)
    }
  }

  #remove(page: Page): void {
    if (!this.#pages.delete(page)) return
    for (const receiver of page.receivers) {
      const set = this.#byReceiver.get(receiver)
      set?.delete(page)
      if (set?.size === 0) this.#byReceiver.delete(receiver)
    }
    page.end()
    if (this.#pages.size > 0 || !this.#beat) return
    clearInterval(this.#beat)
    this.#beat = null
  }
}

/** No page is open yet. */
export function openLive(): Live {
  return new Pages()
}
