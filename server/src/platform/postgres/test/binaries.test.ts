import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reachableBinaries } from '../binaries.ts'
import { type Runner, chooseRunner } from '../runner.ts'
import { ask, binariesWithoutLinks, ground, isRoot, start } from './ground.ts'

function chownAll(path: string, { uid, gid }: Runner): void {
  chownSync(path, uid, gid)
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) chownAll(join(path, name), { uid, gid, name: '' })
}

const nobody: Runner = { uid: 65_534, gid: 65_534, name: 'nobody' }

describe('programs', () => {
  it('installed without scripts get their links from the launcher', async () => {
    const folder = ground()
    const binaries = binariesWithoutLinks(folder)
    expect(existsSync(join(binaries, 'lib', 'libpq.so.5'))).toBe(false)
    const { connection, stop } = await start(join(folder, 'data'), { binaries, copyTo: [] })
    expect(existsSync(join(binaries, 'lib', 'libpq.so.5'))).toBe(true)
    expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
    await stop()
  })

  it('are started from where they are when that works', () => {
    const folder = ground()
    const binaries = binariesWithoutLinks(folder)
    expect(reachableBinaries(null, binaries, [join(folder, 'copies')])).toBe(binaries)
    expect(existsSync(join(folder, 'copies'))).toBe(false)
  })
})

describe.runIf(isRoot)('as root', () => {
  it('the server runs as an unprivileged user, from a copy when the checkout lies below a closed folder', async () => {
    const [closed, open] = [ground('/root', 0o700), ground()]
    const binaries = binariesWithoutLinks(closed)
    const dataDir = join(closed, 'data')
    const { connection, stop } = await start(dataDir, { binaries, copyTo: [join(open, 'copies')] })
    const runner = chooseRunner(join(dataDir, 'postgres'))
    expect(runner?.uid).toBeGreaterThan(0)
    expect(statSync(join(dataDir, 'postgres', 'base')).uid).toBe(runner?.uid)
    expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(readdirSync(join(open, 'copies'))).toHaveLength(1)
    await stop()
  })

  it("the data folder may be root's alone, and the database lies inside it all the same", async () => {
    const dataDir = join(ground(), 'data')
    chmodSync(dataDir, 0o700)
    const first = await start(dataDir)
    await ask(first.connection, 'create table kept (n int)')
    await first.stop()
    expect(statSync(dataDir)).toMatchObject({ uid: 0 })
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(existsSync(join(dataDir, 'postgres', 'PG_VERSION'))).toBe(true)
    const second = await start(dataDir)
    expect(await ask(second.connection, 'select * from kept')).toEqual([])
    await second.stop()
  })

  it('a copy that somebody else could have made is not trusted', () => {
    const folder = ground()
    const [closed, copies] = [join(folder, 'closed'), join(folder, 'copies')]
    mkdirSync(closed, { mode: 0o700 })
    const binaries = binariesWithoutLinks(closed)
    const copy = reachableBinaries(nobody, binaries, [copies])
    expect(copy.startsWith(copies)).toBe(true)
    chmodSync(join(copy, '..'), 0o777)
    expect(() => reachableBinaries(nobody, binaries, [copies])).toThrow(expect.objectContaining({ code: 'postgres.unreachableBinaries' }))
    rmSync(copies, { recursive: true })
  })

  it('the database of an ordinary user is served as that user', async () => {
    const dataDir = join(ground(), 'data')
    const folder = join(dataDir, 'postgres')
    await (await start(dataDir)).stop()
    chownAll(folder, nobody)
    expect(chooseRunner(folder)).toMatchObject(nobody)
    const mine = await start(dataDir)
    expect(await ask(mine.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(statSync(join(folder, 'postmaster.pid')).uid).toBe(nobody.uid)
    await mine.stop()
  })
})
