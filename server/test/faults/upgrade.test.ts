import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { openDb } from '../../src/platform/db.ts'
import { socketOf } from '../../src/platform/postgres.ts'
import { removeFolder } from '../../bench/faults/afterwards.ts'
import { checkCity } from '../../bench/faults/compare.ts'
import { startLoad } from '../../bench/faults/load.ts'
import { killableServer, killDatabase } from '../../bench/faults/server.ts'

/** A city as the previous landed version left it (made by `node scripts/previous.mjs COMMIT`), brought to the present while people wait at its door. */

interface Previous {
  readonly moves: readonly string[]
  readonly cases: readonly { readonly id: string; readonly number: string }[]
  readonly traces: readonly unknown[]
  readonly messages: readonly { readonly at: string }[]
}

const fixture = fileURLToPath(new URL('./previous/', import.meta.url))
const previous = JSON.parse(readFileSync(join(fixture, 'expected.json'), 'utf8')) as Previous
const folder = mkdtempSync(join(tmpdir(), 'linli-upgrade-'))
const city = join(folder, 'city')
const removed = removeFolder(folder)

afterAll(async () => {
  await killDatabase(city)
  rmSync(folder, { recursive: true, force: true })
  removed()
})

/** Puts the old city into the data folder, with the tables that its version had and no later ones. */
async function putBack(): Promise<void> {
  mkdirSync(join(city, 'keys'), { recursive: true })
  cpSync(join(fixture, 'invented.key'), join(city, 'keys', 'master.key'))
  const program = fileURLToPath(new URL('../../dist/backup/run-restore.js', import.meta.url))
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], LINLI_DATA: city } as NodeJS.ProcessEnv
  const child = spawn(process.execPath, [program, fixture], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect([code, said]).toEqual([0, expect.stringContaining('Now run ./start')])
}

it('loses nothing of the old city and serves those who wait while it is brought to the present', async () => {
  await putBack()
  const server = await killableServer(city)
  const load = startLoad(server.url, 3) // they knock before anybody is there
  try {
    await server.start()
    await expect.poll(() => load.acknowledged.moves.size, { timeout: 600_000 }).toBeGreaterThan(12)
    await load.finish()
    const known = { ...load.acknowledged, moves: new Set([...previous.moves, ...load.acknowledged.moves]) }
    const found = await checkCity(city, socketOf(join(city, 'postgres')), known)
    expect([...load.acknowledged.wrong, ...found.words]).toEqual([])
    expect(found).toMatchObject({ lost: 0, doubled: 0, replayDiffers: 0, figuresDiffer: 0, brokenBlocks: 0, leftOver: 0 })
    await asItWas()
    expect((await server.stop()).code).toBe(0)
  } finally {
    await load.finish()
    await server.kill(true)
  }
}, 1_800_000)

/** When the old city was copied: what is later was written by the present one, by time alone perhaps. */
const madeAt = (JSON.parse(readFileSync(join(fixture, 'manifest.json'), 'utf8')) as { at: string }).at
/** Messages are kept for 180 days, those of this fixture too. */
const keptSince = new Date(Date.now() - 179 * 86_400_000).toISOString()

/** Every row that people know of is what it was, and every old matter is counted in the figures. */
async function asItWas(): Promise<void> {
  const { db, close } = openDb(socketOf(join(city, 'postgres')), 1)
  const rows = async (text: string, ...values: unknown[]): Promise<unknown> => JSON.parse(JSON.stringify(await db.query({ text, values })))
  const ids = previous.cases.map((one) => one.id)
  expect(await rows('select id, number from cases."case" where id = any($1::uuid[]) order by id', ids)).toEqual(previous.cases)
  const traces = 'select noun_id, seq, move, to_state, at from flow.trace where at <= $1 order by noun_id, seq'
  expect(await rows(traces, madeAt)).toEqual(previous.traces)
  const messages = 'select receiver, key, at from notify.message where at <= $1 and at >= $2 order by key, receiver'
  expect(await rows(messages, madeAt, keptSince)).toEqual(previous.messages.filter(({ at }) => at >= keptSince))
  expect(await rows('select count(*) as n from cases."case" where tally is null')).toEqual([{ n: 0 }])
  await close()
}
