import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Connection } from '../db.ts'
import { checkGiven } from '../postgres/given.ts'
import { holderOf } from '../postgres/process.ts'
import { socketOf, startPostgres } from '../postgres.ts'
import { refuse } from '../refusal.ts'

/** A database that a command works on, and how it lets go of it. */
export interface Place {
  readonly connection: Connection
  leave(): Promise<void>
}

const nothing = async (): Promise<void> => undefined

/**
 * The database of a city that there is: a server's, the embedded one of a city that runs beside this command, or else started for as long
 * as the command takes.
 * @throws Refusal `backup.no-city` when the data folder holds none
 */
export async function cityThere(config: Config, say: (line: string) => void): Promise<Place> {
  if (config.databaseUrl !== null) {
    await checkGiven(config.databaseUrl)
    return { connection: { connectionString: config.databaseUrl }, leave: nothing }
  }
  const folder = join(config.dataDir, 'postgres')
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    throw refuse('missing', 'backup.no-city', {
      zh: `${config.dataDir} 里没有城市。请用 LINLI_DATA 指出数据目录，或设 DATABASE_URL。`,
      en: `There is no city in ${config.dataDir}. Name its data folder by LINLI_DATA, or set DATABASE_URL.`,
    })
  }
  if (holderOf(folder) !== null) return { connection: socketOf(folder), leave: nothing }
  const started = await startPostgres({ dataDir: config.dataDir, log: say })
  return { connection: started.connection, leave: () => started.stop() }
}

/** The database that a restore fills. @throws Refusal `restore.not-empty` when the data folder has an embedded database already */
export async function emptyPlace(config: Config, isAgain: boolean, say: (line: string) => void): Promise<Place> {
  if (config.databaseUrl !== null) {
    await checkGiven(config.databaseUrl)
    return { connection: { connectionString: config.databaseUrl }, leave: nothing }
  }
  if (!isAgain && existsSync(join(config.dataDir, 'postgres'))) {
    throw refuse('conflict', 'restore.not-empty', {
      zh: `${config.dataDir} 里已经有一座城市。恢复不覆盖任何东西，请换一个空的 LINLI_DATA。`,
      en: `There is a city in ${config.dataDir} already. A restore overwrites nothing; use an empty LINLI_DATA.`,
    })
  }
  const started = await startPostgres({ dataDir: config.dataDir, log: say })
  return { connection: started.connection, leave: () => started.stop() }
}
