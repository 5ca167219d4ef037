import type { FastifyRequest } from 'fastify'
import { readingForm } from '#platform/http/upload'
import { refuse } from '#platform/refusal'
import type { Http } from '#platform/route'
import { largestFile } from '../commands/files.ts'

/** The one file of a multipart request as it comes, and the fields that stood before it. */
export interface Coming {
  readonly source: AsyncIterable<Buffer>
  readonly fileName: string
  readonly fields: Readonly<Record<string, string>>
}

/**
 * Reads a multipart request and hands its file over while it comes; fields must stand before it.
 * @throws Refusal `request.no-file` (400), `request.malformed` (400), and what `take` refuses
 */
export async function readComing<R>(http: Http, take: (coming: Coming) => Promise<R>): Promise<R> {
  const { request } = http.raw as { request: FastifyRequest }
  const limits = { fileSize: largestFile + 1, files: 1, fields: 10, fieldSize: 262_144 }
  return readingForm(async () => {
    const fields: Record<string, string> = {}
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value)
      else return take({ source: part.file, fileName: part.filename ?? '', fields })
    }
    throw refuse('malformed', 'request.no-file', { zh: '请求里没有文件。', en: 'The request holds no file.' })
  })
}
