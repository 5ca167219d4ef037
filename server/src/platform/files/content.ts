import { fileTypeFromBuffer } from 'file-type'
import { refuse } from '../refusal.ts'

/** What a camera or a phone makes. The name of a file and what the sender calls it are never asked. */
const photographs = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', 'image/avif']

/** Words by which other programs would recognise a page, a script or a document hidden in a photo. */
const hidden = [/<script[\s>/]/i, /<html[\s>]/i, /<!doctype\s+html/i, /<\?php\s/i, /%PDF-\d\.\d/, /<svg\s+xmlns/i, /<!ENTITY\s/i]

const endOfArchive = Buffer.from([0x50, 0x4b, 0x05, 0x06])

/** True when the bytes end as a ZIP archive does (and so as a JAR or an office document). */
function endsAsArchive(bytes: Buffer): boolean {
  const tail = bytes.subarray(-65_557)
  for (let at = tail.lastIndexOf(endOfArchive); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(endOfArchive, at - 1)) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true
  }
  return false
}

/**
 * Lets through only what by its content is a photo and nothing else besides.
 * @throws Refusal `files.not-a-photo` (422)
 */
export async function checkIsPhoto(bytes: Buffer): Promise<void> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const text = bytes.toString('latin1')
  if (type && photographs.includes(type.mime) && !endsAsArchive(bytes) && !hidden.some((sign) => sign.test(text))) return
  throw refuse('invalid', 'files.not-a-photo', {
    zh: '这个文件不是照片，没有保存。请选择 JPEG、PNG、WebP 或 HEIC 格式的照片。',
    en: 'This file is not a photo and was not kept. Please choose a photo (JPEG, PNG, WebP or HEIC).',
  })
}
