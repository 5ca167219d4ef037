import { writeFileSync, mkdirSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { SocketConnection } from '../../postgres.ts'
import { holderOf, inhabitants, isInhabited } from '../process.ts'
import { ask, ended, ground, serveElsewhere, start } from './ground.ts'

async function served(dataDir: string) {
  const { child, fact } = await serveElsewhere(dataDir)
  expect(fact.refused).toBeUndefined()
  return { child, connection: fact.ready as SocketConnection }
}

describe('after a kill', () => {
  it('of node alone, the server that lives on is taken over, and stops with the new process', async () => {
    const dataDir = join(ground(), 'data')
    const { child, connection } = await served(dataDir)
    await ask(connection, 'create table kept (n int)', 'insert into kept values (1)')
    child.kill('SIGKILL')
    await ended(child)
    const orphan = holderOf(join(dataDir, 'postgres'))
    expect(orphan).not.toBeNull()
    const mine = await start(dataDir)
    expect(mine.adopted).toBe(true)
    expect(holderOf(join(dataDir, 'postgres'))).toBe(orphan)
    expect(await ask(mine.connection, 'select n from kept')).toEqual([{ n: 1 }])
    await mine.stop()
    expect(isInhabited(join(dataDir, 'postgres'))).toBe(false)
  })

  it('of everything, each acknowledged commit is there', async () => {
    const dataDir = join(ground(), 'data')
    const { child, connection } = await served(dataDir)
    await ask(connection, 'create table kept (n int)')
    let acknowledged = 0
    const writing = (async () => {
      for (;;) {
        await ask(connection, `insert into kept values (${acknowledged + 1})`)
        acknowledged++
      }
    })().catch(() => undefined)
    await expect.poll(() => acknowledged, { interval: 5, timeout: 20_000 }).toBeGreaterThan(20)
    const folder = join(dataDir, 'postgres')
    const inside = inhabitants(folder)
    expect(inside.length).toBeGreaterThan(3)
    for (const pid of [child.pid ?? 0, ...inside]) kill(pid)
    await writing
    const mine = await start(dataDir)
    expect(mine.adopted).toBe(false)
    const [row] = await ask<{ n: number }>(mine.connection, 'select count(*)::int as n from kept')
    expect(row?.n).toBeGreaterThanOrEqual(acknowledged)
    await mine.stop()
  })

  it('of the server alone, it comes back while the process runs on', async () => {
    const dataDir = join(ground(), 'data')
    const mine = await start(dataDir)
    const first = holderOf(join(dataDir, 'postgres')) ?? 0
    process.kill(first, 'SIGKILL')
    for (let tries = 0; tries < 200 && [null, first].includes(holderOf(join(dataDir, 'postgres'))); tries++) await sleep(50)
    await expect.poll(() => ask(mine.connection, 'select 1 as one').catch(() => null), { timeout: 10_000 }).toEqual([{ one: 1 }])
    await mine.stop()
    expect(holderOf(join(dataDir, 'postgres'))).toBeNull()
  })

  it('and a reboot, a lock whose number is now somebody else does not matter', async () => {
    const dataDir = join(ground(), 'data')
    await (await start(dataDir)).stop()
    const lock = join(dataDir, 'postgres', 'postmaster.pid')
    writeFileSync(lock, `${process.ppid}\n/proc/self/cwd\n1795389602\n5432\n.\n\n 16039945         4\nready   \n`)
    const mine = await start(dataDir)
    expect(readFileSync(lock, 'utf8').split('\n')[0]).not.toBe(String(process.ppid))
    await mine.stop()
  })

  it('in the middle of making the cluster, the unfinished one is swept away', async () => {
    const dataDir = join(ground(), 'data')
    const unfinished = join(dataDir, 'postgres.new-999999999-x')
    mkdirSync(unfinished)
    writeFileSync(join(unfinished, 'PG_VERSION'), '18\n')
    await (await start(dataDir)).stop()
    expect(existsSync(unfinished)).toBe(false)
  })
})

/** A server's session ends by itself when its client was killed a moment before. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    expect(error).toMatchObject({ code: 'ESRCH' })
  }
}
