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

export const header = '编号,内容,上报时间,类别代码,经度,纬度,区域,地址,姓名,电话'
