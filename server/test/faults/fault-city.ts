import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { removeFolder } from '../../bench/faults/afterwards.ts'
import { killDatabase, makeCity } from '../../bench/faults/server.ts'

/** A demonstration city for the tests of one file, in a folder of its own that is removed afterwards; `path` is where it lies. */
export function faultCity(name: string): { readonly folder: string; readonly path: string } {
  const folder = mkdtempSync(join(tmpdir(), `linli-${name}-`))
  const path = join(folder, 'city')
  const removed = removeFolder(folder)
  beforeAll(() => makeCity(path), 600_000)
  afterAll(async () => {
    await killDatabase(path)
    rmSync(folder, { recursive: true, force: true })
    removed()
  })
  return { folder, path }
}
