/** The text of a file, with what it was written in. `isWhole` false: some bytes were no text and stand as U+FFFD. */
export interface Decoded {
  readonly text: string
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le'
  readonly isWhole: boolean
}

function strict(bytes: Uint8Array, encoding: Decoded['encoding']): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, isWhole: true }
  } catch {
    return null
  }
}

/**
 * Decodes a file: UTF-8 where it is that (with or without a byte order mark), what Excel calls “Unicode text”, else GB 18030
 * (which covers GBK and GB 2312). Bytes that are none of these are read as the declared encoding, or UTF-8, with marks for what is lost.
 */
export function decode(bytes: Uint8Array, declared: 'auto' | 'utf-8' | 'gb18030'): Decoded {
  if (declared !== 'auto')
    return strict(bytes, declared) ?? { text: new TextDecoder(declared).decode(bytes), encoding: declared, isWhole: false }
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', isWhole: true }
  const found = strict(bytes, 'utf-8') ?? strict(bytes, 'gb18030')
  return found ?? { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', isWhole: false }
}
