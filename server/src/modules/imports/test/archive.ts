import { deflateRawSync } from 'node:zlib'

/** One file of an archive made by hand; `says` is the size it claims to unpack to. */
export interface Packed {
  readonly name: string
  readonly text: string
  readonly says?: number
}

function header(sign: number, { name, says, text }: Packed, packed: Buffer, more: number): Buffer {
  const head = Buffer.alloc(more)
  const shift = sign === 0x02014b50 ? 2 : 0
  head.writeUInt32LE(sign, 0)
  head.writeUInt16LE(20, 4 + shift)
  head.writeUInt16LE(8, 8 + shift)
  head.writeUInt32LE(packed.length, 18 + shift)
  head.writeUInt32LE(says ?? Buffer.byteLength(text), 22 + shift)
  head.writeUInt16LE(Buffer.byteLength(name), 26 + shift)
  return head
}

/** A ZIP archive made by hand, so that it can lie as no honest program lets it. */
export function archive(files: readonly Packed[], how: { readonly overlapping?: boolean; readonly before?: Buffer } = {}): Buffer {
  const locals: Buffer[] = how.before ? [how.before] : []
  const central: Buffer[] = []
  for (const file of files) {
    const packed = deflateRawSync(Buffer.from(file.text))
    const first = how.overlapping && central.length > 0
    const at = first ? 0 : locals.reduce((sum, one) => sum + one.length, 0)
    if (!first) locals.push(header(0x04034b50, file, packed, 30), Buffer.from(file.name), packed)
    const entry = header(0x02014b50, file, packed, 46)
    entry.writeUInt32LE(at, 42)
    central.push(entry, Buffer.from(file.name))
  }
  const [body, list] = [Buffer.concat(locals), Buffer.concat(central)]
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, list, end])
}
