import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SocketConnection } from '../../postgres.ts'
import { ask, ended, ground, serveElsewhere, start } from './ground.ts'

describe('two starts', () => {
  it('at once on a new folder: one serves, the other says that it runs already', async () => {
    const dataDir = join(ground(), 'data')
    const both = await Promise.all([serveElsewhere(dataDir), serveElsewhere(dataDir)])
    const winner = both.find(({ fact }) => fact.ready !== undefined)
    const loser = both.find(({ fact }) => fact.refused !== undefined)
    expect(loser?.fact.refused).toBe('postgres.alreadyRunning')
    expect(loser?.fact.en).toContain(`process ${winner?.child.pid}`)
    expect(await ended(loser!.child)).toBe(3)
    expect(await ask(winner?.fact.ready as SocketConnection, 'select 1 as one')).toEqual([{ one: 1 }])
    winner?.child.kill('SIGTERM')
    expect(await ended(winner!.child)).toBe(0)
    const mine = await start(dataDir)
    expect(mine.adopted).toBe(false)
    await mine.stop()
  })

  it('one after the other: the second is refused and the first notices nothing', async () => {
    const dataDir = join(ground(), 'data')
    const mine = await start(dataDir)
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'postgres.alreadyRunning' })
    expect(await ask(mine.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    await mine.stop()
  })

  it('while the first one stops: the second waits for it and then serves', async () => {
    const dataDir = join(ground(), 'data')
    const first = await start(dataDir)
    const [, second] = await Promise.all([first.stop(), start(dataDir)])
    expect(await ask(second.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
  })
})
