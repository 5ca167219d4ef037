import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkGiven } from '../given.ts'
import { ask, ground, start } from './ground.ts'

describe('the server of DATABASE_URL', () => {
  it('is accepted when it is new enough and speaks UTF8, and refused in another encoding', async () => {
    const mine = await start(join(ground(), 'data'))
    const url = (name: string) => `postgres://linli@localhost/${name}?host=${encodeURIComponent(mine.connection.host)}`
    await ask(mine.connection, "create database old template template0 encoding 'SQL_ASCII' locale 'C' locale_provider libc")
    await expect(checkGiven(url('linli'))).resolves.toBeUndefined()
    await expect(checkGiven(url('old'))).rejects.toMatchObject({ code: 'postgres.encoding' })
    await mine.stop()
  })

  it('that does not answer is named without its password', async () => {
    const refusal = await checkGiven('postgres://linli:geheim@127.0.0.1:1/linli').catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'postgres.unreachable' })
    expect(JSON.stringify(refusal) + String(refusal)).not.toContain('geheim')
    expect(String(refusal)).toContain('127.0.0.1:1/linli')
  })
})
