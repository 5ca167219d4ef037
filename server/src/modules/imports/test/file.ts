import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Person, Reply } from '../../../../test/world.ts'

/** A multipart request with one file, as a browser sends it. */
export function multipart(
  file: string | Buffer,
  fields: Readonly<Record<string, string>> = {},
): { body: Buffer; headers: Record<string, string> } {
  const mark = 'linli-test-boundary'
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  const head = Buffer.from(
    `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="matters.csv"\r\ncontent-type: text/csv\r\n\r\n`,
  )
  const body = Buffer.concat([...parts, head, Buffer.from(file), Buffer.from(`\r\n--${mark}--\r\n`)])
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${mark}` } }
}

/** Hands a file in. */
export function handIn(
  who: Person,
  file: string | Buffer,
  query: string,
  fields: Readonly<Record<string, string>> = {},
  key?: string,
): Promise<Reply> {
  const { body, headers } = multipart(file, fields)
  return who.send('POST', `/api/imports/cases?${query}`, { body, headers, ...(key !== undefined && { key }) })
}

/** What lies of files in pieces in a city's folder. */
export function pieces(dataDir: string): string[] {
  const folder = join(dataDir, 'files', 'pieces')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())
}

/** An import as it is answered. */
export interface Report {
  readonly id: string
  readonly state: string
  readonly rows: number
  readonly taken: number
  readonly already: number
  readonly unread: number
  readonly odd: number
  readonly moves: readonly string[]
  readonly file: string | null
  readonly problems: readonly { readonly line: number; readonly code: string; readonly value: string | null }[]
}

export interface Preview {
  readonly headerLine: number
  readonly delimiter: string
  readonly sheet: string | null
  readonly headers: readonly { readonly name: string; readonly example: string }[]
  readonly suggested: Readonly<Record<string, string>>
  readonly known: boolean
}

/** Keeps a file to be imported; gives its id. */
export async function upload(who: Person, file: string | Buffer): Promise<string> {
  const { body, headers } = multipart(file)
  const answer = await who.send('POST', '/api/imports/files', { body, headers })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return (answer.body as { id: string }).id
}

/** Looks at a file as the screen does. */
export async function look(who: Person, file: string, register: string, source = '市监局'): Promise<Preview> {
  return (await who.get(`/api/imports/files/${file}?register=${register}&source=${encodeURIComponent(source)}`)).body
}

/** Begins to import a kept file by what is suggested for it. */
export async function begin(
  who: Person,
  file: string,
  register: string,
  more: { readonly dry?: boolean; readonly columns?: Readonly<Record<string, unknown>> } = {},
): Promise<Report> {
  const { suggested, headerLine, delimiter, sheet } = await look(who, file, register)
  const mapping = { columns: more.columns ?? suggested, headerLine, delimiter, ...(sheet !== null && { sheet }) }
  const answer = await who.post('/api/imports', { register, source: '市监局', file, mapping, dry: more.dry ?? false })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}

export const header = '编号,内容,上报时间,类别代码,经度,纬度,区域,地址,姓名,电话'
