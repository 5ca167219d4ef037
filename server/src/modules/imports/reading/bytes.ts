/** A file that can be read anywhere, and is never whole in memory. */
export interface Bytes {
  readonly size: number
  /** The bytes from `from` to before `to`; both lie within the file. */
  read(from: number, to: number): Promise<Buffer>
}

/** How far a reader has come, in bytes of what it reads. */
export interface Progress {
  read: number
  of: number
}

/** A small file that is whole in memory after all. */
export function inMemory(bytes: Uint8Array): Bytes {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { size: all.length, read: async (from, to) => all.subarray(from, to) }
}

const step = 1_048_576

/** The bytes front to back, a megabyte at a time. */
export async function* streamOf(bytes: Bytes, from = 0, to = bytes.size, progress?: Progress): AsyncGenerator<Buffer> {
  if (progress) Object.assign(progress, { read: 0, of: to - from })
  for (let at = from; at < to; at += step) {
    const end = Math.min(at + step, to)
    yield await bytes.read(at, end)
    if (progress) progress.read = end - from
  }
}
