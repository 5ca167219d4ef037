import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { socketOf, startPostgres } from '#platform/postgres'
import { removeFolder } from './afterwards.ts'
import { checkCity, type Found } from './compare.ts'
import { type Acknowledged, type Load, startLoad } from './load.ts'
import { killableServer, killDatabase, makeCity } from './server.ts'

/** What a run of kills came to. */
export interface Killed {
  readonly found: Found
  readonly acknowledged: Acknowledged
  /** Seconds from the start of the process until it served again, after each kill. */
  readonly again: readonly number[]
  /** Seconds of the database alone to recover after the same kind of kill, where it was measured. */
  readonly recovery: readonly number[]
  /** How the last server ended when it was asked to, under load. */
  readonly ended: { readonly code: number | null; readonly seconds: number }
}

export interface Plan {
  readonly kills: number
  /** How many people are busy at once. */
  readonly hands: number
  /** Milliseconds under load before each kill, at most, once people were served again. */
  readonly under: number
  /** Measures the bare recovery of the database too, after every fourth kill. */
  readonly roofline?: boolean
}

async function recoverBare(dataDir: string): Promise<number> {
  const begun = performance.now()
  await startPostgres({ dataDir, log: () => undefined })
  const seconds = (performance.now() - begun) / 1000
  await killDatabase(dataDir)
  return seconds
}

/**
 * Kills a server, every second time together with its database, while people report, send photos and move matters; then asks the last one
 * to stop and looks for everything that was acknowledged. In a folder of its own, removed at the end.
 */
export async function killsUnderLoad(plan: Plan): Promise<Killed> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-kills-'))
  const dataDir = join(folder, 'data')
  const removed = removeFolder(folder)
  try {
    await makeCity(dataDir)
    return await within(dataDir, plan)
  } finally {
    await killDatabase(dataDir)
    rmSync(folder, { recursive: true, force: true })
    removed()
  }
}

/** How many answers people must have got since the last start before the next kill: a slow machine is given its time. */
const servedBefore = 6

const answers = ({ acknowledged: { reports, moves, photos } }: Load): number => reports.size + moves.size + photos.size

async function served(load: Load, more: number): Promise<void> {
  const before = answers(load)
  for (let waited = 0; answers(load) < before + more; waited += 10) {
    if (waited > 120_000) throw new Error(`nobody is served: ${load.acknowledged.wrong.slice(0, 3).join('; ')}`)
    await sleep(10)
  }
}

async function within(dataDir: string, plan: Plan): Promise<Killed> {
  // The machine's zone is not the city's: promises count by the city's calendar all the same.
  const server = await killableServer(dataDir, { TZ: 'America/New_York' })
  const [again, recovery]: [number[], number[]] = [[], []]
  try {
    await server.start()
    const load = startLoad(server.url, plan.hands)
    for (let n = 0; n < plan.kills; n++) {
      await served(load, servedBefore)
      await sleep((n * 7919) % plan.under)
      await server.kill(n % 2 === 1)
      if (plan.roofline === true && n % 4 === 3) recovery.push(await recoverBare(dataDir))
      again.push(await server.start())
    }
    await served(load, servedBefore)
    const ended = await server.stop()
    await server.start()
    await load.finish()
    const found = await checkCity(dataDir, socketOf(join(dataDir, 'postgres')), load.acknowledged)
    return { found, acknowledged: load.acknowledged, again, recovery, ended }
  } finally {
    await server.kill(true)
  }
}
