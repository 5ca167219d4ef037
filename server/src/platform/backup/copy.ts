import { Readable, Writable } from 'node:stream'
import type pg from 'pg'

/** What of the driver's connection COPY needs. */
interface Wire {
  readonly stream: { pause(): void; resume(): void; readonly writableNeedDrain: boolean; once(event: 'drain', done: () => void): void }
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(why: string): void
}

/** The rows of `copy … to stdout` as a stream; when its reader is slow, the server waits. */
class CopyOut extends Readable {
  readonly #text: string
  #wire: Wire | null = null

  constructor(text: string) {
    super()
    this.#text = text
  }

  submit(wire: unknown): void {
    this.#wire = wire as Wire
    this.#wire.query(this.#text)
  }

  override _read(): void {
    this.#wire?.stream.resume()
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    if (!this.push(Buffer.from(chunk))) this.#wire?.stream.pause()
  }

  handleCommandComplete(): void {
    this.push(null)
  }

  handleError(error: Error): void {
    this.destroy(error)
  }

  handleReadyForQuery(): void {
    this.#wire = null
  }
}

/** Takes the rows of `copy … from stdin`; ends when the server has taken them, and says how many. */
class CopyIn extends Writable {
  readonly #text: string
  #wire: Wire | null = null
  #begin: () => void = () => undefined
  #finish: (error?: Error) => void = () => undefined
  readonly #begun: Promise<void>
  #failed: Error | null = null
  /** Rows that the server took. */
  rowCount = 0

  constructor(text: string) {
    super()
    this.#text = text
    this.#begun = new Promise((resolve) => {
      this.#begin = resolve
    })
  }

  submit(wire: unknown): void {
    this.#wire = wire as Wire
    this.#wire.query(this.#text)
  }

  handleCopyInResponse(): void {
    this.#begin()
  }

  override async _write(chunk: Buffer, _: string, done: (error?: Error | null) => void): Promise<void> {
    await this.#begun
    const wire = this.#wire
    if (this.#failed || !wire) return done(this.#failed ?? new Error('the database ended the copy'))
    wire.sendCopyFromChunk(chunk)
    if (wire.stream.writableNeedDrain) wire.stream.once('drain', () => done())
    else done()
  }

  override async _final(done: (error?: Error | null) => void): Promise<void> {
    await this.#begun
    if (this.#failed || !this.#wire) return done(this.#failed ?? new Error('the database ended the copy'))
    this.#finish = done
    this.#wire.endCopyFrom()
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (error !== null && this.#failed === null) this.#wire?.sendCopyFail('cut short')
    done(error)
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.rowCount = Number(text.split(' ').at(-1))
  }

  handleError(error: Error): void {
    this.#failed = error
    this.#begin()
    this.#wire = null
    this.#end(error)
    this.destroy(error)
  }

  handleReadyForQuery(): void {
    this.#wire = null
    this.#end()
  }

  /** The end is told once: after an error the server still says that it is ready. */
  #end(error?: Error): void {
    const finish = this.#finish
    this.#finish = () => undefined
    finish(error)
  }
}

/** Runs `copy … to stdout` on a session of its own. */
export function copyOut(client: pg.Client, text: string): Readable {
  return client.query(new CopyOut(text))
}

/** Runs `copy … from stdin`; the stream finishes when the rows are taken. */
export function copyIn(client: pg.Client, text: string): Writable & { readonly rowCount: number } {
  return client.query(new CopyIn(text))
}
