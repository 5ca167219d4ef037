import type { FastifyRequest } from 'fastify'
import { Refusal, refuse } from '../refusal.ts'
import type { Http } from '../route.ts'

/**
 * Reads parts of a form; a form that ends early or is none is the sender's mistake, not ours.
 * @throws Refusal `request.malformed` (400), and whatever `read` refuses
 */
export async function readingForm<R>(read: () => Promise<R>): Promise<R> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Refusal || (error as { statusCode?: number }).statusCode !== undefined) throw error
    throw refuse('malformed', 'request.malformed', {
      zh: '请求的格式不对，没有保存。',
      en: 'The request is malformed; nothing was saved.',
    })
  }
}

/**
 * The bytes of the one file of a multipart request; null when it is larger than `most` bytes.
 * @throws Refusal `request.no-file` (400), `request.malformed` (400)
 */
export async function readUpload(http: Http, most: number): Promise<Buffer | null> {
  const { request } = http.raw as { request: FastifyRequest }
  return readingForm(async () => {
    const part = await request.file({ limits: { fileSize: most + 1, files: 1, fields: 10 }, throwFileSizeLimit: false })
    if (!part) {
      throw refuse('malformed', 'request.no-file', { zh: '请求里没有文件。', en: 'The request holds no file.' })
    }
    const bytes = await part.toBuffer()
    return bytes.length > most ? null : bytes
  })
}
