import type { FastifyRequest } from 'fastify'
import { refuse } from '../refusal.ts'
import type { Http } from '../route.ts'

/**
 * The bytes of the one file of a multipart request; null when it is larger than `most` bytes.
 * @throws Refusal `request.no-file` (400)
 */
export async function readUpload(http: Http, most: number): Promise<Buffer | null> {
  const { request } = http.raw as { request: FastifyRequest }
  const part = await request.file({ limits: { fileSize: most + 1, files: 1, fields: 10 }, throwFileSizeLimit: false })
  if (!part) {
    throw refuse('malformed', 'request.no-file', { zh: '请求里没有文件。', en: 'The request holds no file.' })
  }
  const bytes = await part.toBuffer()
  return bytes.length > most ? null : bytes
}
