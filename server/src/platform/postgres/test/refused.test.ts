import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { installedBinaries, reachableBinaries } from '../binaries.ts'
import { chooseRunner } from '../runner.ts'
import { ground, start } from './ground.ts'

function folderWith(name: string, words: string): string {
  const dataDir = join(ground(), 'data')
  mkdirSync(join(dataDir, 'postgres'), { mode: 0o700 })
  writeFileSync(join(dataDir, 'postgres', name), words)
  return dataDir
}

describe('the embedded database says no', () => {
  it('to files of another version', async () => {
    await expect(start(folderWith('PG_VERSION', '15\n'))).rejects.toMatchObject({ code: 'postgres.otherVersion' })
  })

  it('to a folder with something else in it', async () => {
    await expect(start(folderWith('photo.jpg', 'x'))).rejects.toMatchObject({ code: 'postgres.notACluster' })
  })

  it('with the last words of the server when it does not start', async () => {
    const dataDir = join(ground(), 'data')
    await (await start(dataDir)).stop()
    writeFileSync(join(dataDir, 'postgres', 'postgresql.conf'), 'nonsense = on\n')
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'postgres.notStarted', message: expect.stringContaining('nonsense') })
  })

  it("to another user's database", () => {
    const folder = ground()
    expect(() => chooseRunner(folder, (process.getuid?.() ?? 0) + 77)).toThrow(expect.objectContaining({ code: 'postgres.ownedByAnother' }))
  })

  it('where there are no programs, or none that run', () => {
    expect(() => installedBinaries('/')).toThrow(expect.objectContaining({ code: 'postgres.noBinaries' }))
    const broken = join(ground(), 'native')
    expect(() => reachableBinaries(null, broken, [])).toThrow(expect.objectContaining({ code: 'postgres.unreachableBinaries' }))
  })
})
