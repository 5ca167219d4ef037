import type { FastifyRequest } from 'fastify'
import { readingForm } from '#platform/http/upload'
import { refuse } from '#platform/refusal'
import type { Http } from '#platform/route'

/** The largest file that is taken in, in bytes. */
const largestFile = 40 * 1024 * 1024

/** What came with a multipart request: the one file and the fields beside it. */
export interface Parts {
  readonly bytes: Buffer
  readonly fileName: string
  readonly fields: Readonly<Record<string, string>>
}

async function partsOf(request: FastifyRequest) {
  const fields: Record<string, string> = {}
  let file: { readonly bytes: Buffer; readonly fileName: string } | null = null as { bytes: Buffer; fileName: string } | null
  const limits = { fileSize: largestFile + 1, files: 1, fields: 10, fieldSize: 262_144 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value)
    else {
      const pieces: Buffer[] = []
      for await (const piece of part.file) pieces.push(piece as Buffer)
      file = { bytes: Buffer.concat(pieces), fileName: part.filename ?? '' }
    }
  }
  return { file, fields }
}

/**
 * Reads a multipart request, fields and file in whatever order.
 * @throws Refusal `request.no-file` (400), `request.malformed` (400), `imports.too-large` (413)
 */
export async function readParts(http: Http): Promise<Parts> {
  const { request } = http.raw as { request: FastifyRequest }
  const { file, fields } = await readingForm(() => partsOf(request))
  if (!file || file.bytes.length === 0)
    throw refuse('malformed', 'request.no-file', { zh: '请求里没有文件。', en: 'The request holds no file.' })
  if (file.bytes.length > largestFile) {
    throw refuse('tooLarge', 'imports.too-large', {
      zh: '文件超过 40 MB，请分成几个再导入。',
      en: 'The file is larger than 40 MB; please split it.',
    })
  }
  return { ...file, fields }
}
