import { type Bytes, type Progress, streamOf } from './bytes.ts'

/** What a text file is written in. */
export const encodings = ['utf-8', 'gb18030', 'utf-16le'] as const
export type Encoding = (typeof encodings)[number]

async function isWritten(bytes: Bytes, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const piece of streamOf(bytes)) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/**
 * What a file is written in: UTF-8 where it is that (with or without a byte order mark), what Excel calls “Unicode text”, else GB 18030
 * (which covers GBK and GB 2312). Bytes that are none of these are read as UTF-8, with marks for what is lost.
 */
export async function encodingOf(bytes: Bytes): Promise<Encoding> {
  const first = await bytes.read(0, Math.min(2, bytes.size))
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le'
  if (await isWritten(bytes, 'utf-8')) return 'utf-8'
  return (await isWritten(bytes, 'gb18030')) ? 'gb18030' : 'utf-8'
}

/** The text of a file a piece at a time, with line ends of one kind; what is no text stands as U+FFFD. */
export async function* textOf(bytes: Bytes, encoding: Encoding, progress?: Progress): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let held = ''
  for await (const piece of streamOf(bytes, 0, bytes.size, progress)) {
    const text = held + decoder.decode(piece, { stream: true })
    // A break of two signs may lie across two pieces.
    held = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - held.length).replaceAll('\r\n', '\n')
  }
  yield held + decoder.decode()
}
