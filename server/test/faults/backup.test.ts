import { spawn } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDb } from '../../src/platform/db.ts'
import { socketOf } from '../../src/platform/postgres.ts'
import { removeFolder } from '../../bench/faults/afterwards.ts'
import { checkCity } from '../../bench/faults/compare.ts'
import { type Load, startLoad } from '../../bench/faults/load.ts'
import { type KillableServer, killableServer, killDatabase, makeCity } from '../../bench/faults/server.ts'

/** The two commands of the keeper, on the built product, while moves run. */

const folder = mkdtempSync(join(tmpdir(), 'linli-backup-'))
const city = join(folder, 'city')
const copy = join(folder, 'copy')
const backup = join(folder, 'backup')
let server: KillableServer
let load: Load
let removed = (): void => undefined

interface Done {
  readonly code: number | null
  readonly said: string
}

function command(name: 'backup' | 'restore', path: string, dataDir: string, env: Record<string, string> = {}): Promise<Done> {
  const program = fileURLToPath(new URL(`../../dist/backup/run-${name}.js`, import.meta.url))
  const child = spawn(process.execPath, [program, path], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', LINLI_DATA: dataDir, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}

/** Takes a message away, and alters a figure and a sealed row of history: what looks for faults must see each. */
async function damage(dataDir: string): Promise<void> {
  const { db, close } = openDb(socketOf(join(dataDir, 'postgres')), 1)
  for (const text of [
    "delete from notify.message where (region, id) = (select region, id from notify.message where key like 'case.dispatch:%' limit 1)",
    `update cases."case" set tally = tally || '{"n": {}}' where tally is not null`,
    "update flow.trace set facts = '{\"altered\": true}' where move = 'report' and seq = 1",
  ])
    await db.query({ text, values: [] })
  await close()
}

const answers = (): number => load.acknowledged.moves.size + load.acknowledged.photos.size

/** Puts the key, and nothing else, into a new data folder: a keeper keeps it elsewhere. */
function keyTo(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true })
  cpSync(join(city, 'keys'), join(dataDir, 'keys'), { recursive: true })
}

beforeAll(async () => {
  removed = removeFolder(folder)
  await makeCity(city)
  server = await killableServer(city)
  await server.start()
  load = startLoad(server.url, 3)
  await vi.waitUntil(() => answers() > 15, { timeout: 500_000, interval: 50 })
}, 600_000)

afterAll(async () => {
  for (const one of readdirSync(folder)) await killDatabase(join(folder, one))
  rmSync(folder, { recursive: true, force: true })
  removed()
})

describe('./backup and ./restore', () => {
  it('take a picture of a city that works, and bring it back whole', async () => {
    const before = new Map(load.acknowledged.reports)
    const taken = await command('backup', backup, city)
    expect(taken.said).toContain('the master key is not in the backup')
    expect(taken.code).toBe(0)
    const during = answers()
    await expect.poll(answers, { timeout: 400_000 }).toBeGreaterThan(during)
    await load.finish()
    expect(load.acknowledged.wrong).toEqual([])
    expect((await server.stop()).code).toBe(0)

    keyTo(copy)
    const restored = await command('restore', backup, copy)
    expect([restored.code, restored.said]).toEqual([0, expect.stringContaining('Now run ./start')])
    const again = await killableServer(copy)
    await again.start()
    const answer = await fetch(`${again.url}/healthz`)
    expect(answer.status).toBe(200)
    const known = { ...load.acknowledged, reports: before, moves: new Set<string>(), photos: new Set<string>() }
    const found = await checkCity(copy, socketOf(join(copy, 'postgres')), known)
    expect(found.words).toEqual([])
    expect(found).toMatchObject({ lost: 0, doubled: 0, leftOver: 0, replayDiffers: 0, figuresDiffer: 0, brokenBlocks: 0 })
    expect(found.recounted).toBeGreaterThan(before.size)
    await damage(copy)
    const seen = await checkCity(copy, socketOf(join(copy, 'postgres')), known)
    expect([seen.lost, seen.figuresDiffer > 0, seen.brokenBlocks > 0]).toEqual([1, true, true])
    await again.stop()
  })

  it('hold no key', () => {
    const key = readFileSync(join(city, 'keys', 'master.key'), 'utf8').trim()
    const files = readdirSync(backup, { recursive: true, encoding: 'utf8' })
    expect(files.filter((name) => name.includes('key') && name.endsWith('.key'))).toEqual([])
    expect(readFileSync(join(backup, 'manifest.json'), 'utf8')).not.toContain(key)
  })
})

describe('what is refused changes nothing', () => {
  it('a restore over a city, and a backup over a folder', async () => {
    const over = await command('restore', backup, copy)
    expect([over.code, over.said]).toEqual([69, expect.stringContaining('A restore overwrites nothing')])
    const twice = await command('backup', backup, city)
    expect([twice.code, twice.said]).toEqual([69, expect.stringContaining('A backup overwrites nothing')])
  })

  it('a restore without the key of the city', async () => {
    const bare = await command('restore', backup, join(folder, 'bare'))
    expect([bare.code, bare.said]).toEqual([69, expect.stringContaining('There is no master key yet')])
    const other = await command('restore', backup, join(folder, 'bare'), { LINLI_MASTER_KEY: Buffer.alloc(32, 1).toString('base64') })
    expect([other.code, other.said]).toEqual([69, expect.stringContaining('not the master key')])
    expect(existsSync(join(folder, 'bare', 'postgres'))).toBe(false)
  })

  it('a folder that is no backup, a damaged one, and a city that is half restored', async () => {
    const no = await command('restore', city, join(folder, 'none'))
    expect([no.code, no.said]).toEqual([69, expect.stringContaining('no complete backup')])
    const bad = join(folder, 'bad')
    cpSync(backup, bad, { recursive: true })
    appendFileSync(join(bad, 'tables', 'flow.trace.copy.gz'), 'x')
    const half = join(folder, 'half')
    keyTo(half)
    const damaged = await command('restore', bad, half)
    expect([damaged.code, damaged.said]).toEqual([69, expect.stringContaining('flow.trace.copy.gz of the backup is damaged')])
    const served = await killableServer(half)
    await expect(served.start()).rejects.toThrow('was not finished')
    const again = await command('restore', backup, half)
    expect([again.code, again.said]).toEqual([0, expect.stringContaining('Now run ./start')])
  })

  it('a backup of nothing', async () => {
    const nothing = await command('backup', join(folder, 'of-nothing'), join(folder, 'nobody'))
    expect([nothing.code, nothing.said]).toEqual([69, expect.stringContaining('There is no city')])
  })
})
