import { SaxesParser } from 'saxes'
import type { Bytes, Progress } from './bytes.ts'
import { type Entry, unpacked } from './archive.ts'

/** More bytes than this without a tag is no sheet. */
const longestText = 4_000_000

/** What is told of a markup file while it is read; names are without their prefix. */
export interface Ears {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

const plainName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads one file of an archive as markup, a piece at a time; after each piece the caller gets its turn. No entity but the five of XML is unfolded.
 * It throws where the file is no markup.
 */
export async function* listen(bytes: Bytes, entry: Entry, ears: Ears, progress?: Progress): AsyncGenerator<void> {
  const parser = new SaxesParser()
  const decoder = new TextDecoder()
  let quiet = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0
    ears.open?.(plainName(name), attributes as Record<string, string>)
  })
  parser.on('text', (text) => ears.text?.(text))
  parser.on('cdata', (text) => ears.text?.(text))
  parser.on('closetag', ({ name }) => {
    quiet = 0
    ears.close?.(plainName(name))
  })
  for await (const piece of unpacked(bytes, entry, progress)) {
    quiet += piece.length
    if (quiet > longestText) throw new Error('a text without an end')
    parser.write(decoder.decode(piece, { stream: true }))
    yield
  }
  parser.close()
}

/** Reads one file of an archive to its end. */
export async function hear(bytes: Bytes, entry: Entry, ears: Ears): Promise<void> {
  for await (const turn of listen(bytes, entry, ears)) void turn
}
