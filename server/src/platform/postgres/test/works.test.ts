import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settings } from '../cluster.ts'
import { ask, ground, start } from './ground.ts'

describe('the embedded database', () => {
  it('starts from nothing, keeps what it was given, and stops', async () => {
    const dataDir = join(ground(), 'data', 'made', 'on the way 路')
    const first = await start(dataDir)
    expect(first.adopted).toBe(false)
    await ask(first.connection, 'create table promise (words text)', "insert into promise values ('三天内修好')")
    await first.stop()
    await expect(ask(first.connection, 'select 1')).rejects.toThrow(/ENOENT|ECONNREFUSED/)
    const second = await start(dataDir)
    expect(await ask(second.connection, 'select words from promise')).toEqual([{ words: '三天内修好' }])
    await second.stop()
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
  })

  it('knows Chinese, loses nothing on a power cut, and listens on no port', async () => {
    const { connection, stop } = await start(join(ground(), 'data'))
    const [words] = await ask(
      connection,
      "select '消防通道' ~ '^\\w+$' as letters, to_tsvector('消防 通道')::text as found, lower('ÀЖ') as small, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'linli'",
    )
    expect(words).toEqual({ letters: true, found: "'消防':1 '通道':2", small: 'àж', encoding: 'UTF8' })
    const rows = await ask<{ name: string; setting: string }>(
      connection,
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'data_checksums')",
    )
    expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toEqual({
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '',
      synchronous_commit: 'on',
    })
    await stop()
  })

  it('lies inside the data folder, closed to others', async () => {
    const dataDir = join(ground(), 'data')
    const { connection, stop } = await start(dataDir)
    expect(connection.host).toBe(join(dataDir, 'postgres'))
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'postgres', '.s.PGSQL.5432')).mode & 0o777).toBe(0o700)
    await stop()
  })

  it('works where the path is longer than a socket may be', async () => {
    const dataDir = join(ground(), 'data', '长'.repeat(30), 'x'.repeat(60))
    const { connection, stop } = await start(dataDir)
    expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
    await stop()
  })

  it('takes its share of the memory and no more', () => {
    const gibibyte = 2 ** 30
    expect(settings(gibibyte / 4)['shared_buffers']).toBe('64MB')
    expect(settings(4 * gibibyte)['shared_buffers']).toBe('512MB')
    expect(settings(256 * gibibyte)['shared_buffers']).toBe('1024MB')
  })
})
