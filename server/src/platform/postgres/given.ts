import pg from 'pg'
import { refuse } from '../refusal.ts'

/** Oldest server whose SQL the product speaks, as PostgreSQL counts its versions. */
const oldest = 150_000

/**
 * Looks at the server of DATABASE_URL before anything is written to it.
 * @throws postgres.unreachable, postgres.tooOld, postgres.encoding
 */
export async function checkGiven(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw unreachable(url, error instanceof Error ? error.message : String(error))
  }
  const { rows } = await client.query<{ version: number; said: string; encoding: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_version') as said, current_setting('server_encoding') as encoding",
  )
  await client.end()
  const [server] = rows
  if (server === undefined || server.version < oldest) throw tooOld(server?.said ?? '?')
  if (server.encoding !== 'UTF8') throw wrongEncoding(server.encoding)
}

/** The address without its password, for a person to read. */
function place(url: string): string {
  const shown = new URL(url)
  shown.password = ''
  return shown.href
}

function unreachable(url: string, why: string) {
  return refuse('unavailable', 'postgres.unreachable', {
    zh: `连不上 DATABASE_URL 所指的数据库(${place(url)})：${why}。请检查地址、密码和网络，或去掉 DATABASE_URL 使用内置数据库。`,
    en: `The database of DATABASE_URL (${place(url)}) cannot be reached: ${why}. Check the address, the password and the network, or leave DATABASE_URL out to use the embedded database.`,
  })
}

function tooOld(found: string) {
  return refuse('unavailable', 'postgres.tooOld', {
    zh: `DATABASE_URL 所指的是 PostgreSQL ${found}；需要 15 或更新版本。`,
    en: `DATABASE_URL leads to PostgreSQL ${found}; it must be 15 or newer.`,
  })
}

function wrongEncoding(found: string) {
  return refuse('unavailable', 'postgres.encoding', {
    zh: `DATABASE_URL 所指数据库的编码是 ${found}；请用 UTF8 编码、C.UTF-8 或中文区域设置新建一个。`,
    en: `The database of DATABASE_URL has the encoding ${found}; make one with the encoding UTF8 and the locale C.UTF-8 or a Chinese one.`,
  })
}
