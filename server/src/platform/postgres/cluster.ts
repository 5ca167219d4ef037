import { spawnSync } from 'node:child_process'
import {
  chownSync,
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { totalmem } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { refuse } from '../refusal.ts'
import { isRunning } from './process.ts'
import { type Runner, asRunner, cleanEnvironment, namesWorkingFolder } from './runner.ts'

/** The superuser of the cluster; reached only through a socket in a folder of mode 0700. */
export const superuser = 'linli'

/** The major version whose files the programs read. */
const major = '18'

/** How a program is told its data folder, given that it is started inside it. */
export function folderArgument(folder: string): string {
  return namesWorkingFolder ? '/proc/self/cwd' : folder
}

/**
 * Makes the cluster when there is none. It is made beside its place and moved there when complete, so that a start cut short leaves
 * nothing half made, and of two starts at once one wins and the other uses what the first made.
 */
export function ensureCluster(folder: string, native: string, runner: Runner | null, log: (line: string) => void): void {
  sweepUnfinished(folder)
  if (existsSync(join(folder, 'PG_VERSION'))) return checkVersion(folder)
  if (existsSync(folder) && readdirSync(folder).length > 0) throw notACluster(folder)
  log('making a new database cluster')
  const making = mkdtempSync(`${folder}.new-${process.pid}-`)
  try {
    if (runner !== null) chownSync(making, runner.uid, runner.gid)
    initialise(making, native, runner)
    moveInto(making, folder)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

function moveInto(making: string, folder: string): void {
  try {
    renameSync(making, folder)
  } catch (error) {
    if (!existsSync(join(folder, 'PG_VERSION'))) throw error
    return
  }
  const parent = openSync(dirname(folder), 'r')
  fsyncSync(parent)
  closeSync(parent)
}

/** Encoding UTF8 and locale C.UTF-8: under C, Chinese text search finds nothing. The builtin provider sorts the same on every machine. */
function initialise(folder: string, native: string, runner: Runner | null): void {
  chmodSync(folder, 0o700)
  const encoding = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = [`--username=${superuser}`, '--auth-local=trust', '--auth-host=reject']
  const made = spawnSync(
    join(native, 'bin', 'initdb'),
    ['-D', folderArgument(folder), ...encoding, ...access, '--text-search-config=simple', '--no-instructions'],
    {
      ...asRunner(runner),
      cwd: folder,
      env: cleanEnvironment,
      encoding: 'utf8',
    },
  )
  if (made.status === 0) return
  const why = (made.error?.message ?? `${made.stdout}\n${made.stderr}`).trim().split('\n').slice(-6).join('\n')
  throw refuse('unavailable', 'postgres.notInitialised', {
    zh: `内置数据库无法在 ${dirname(folder)} 中建立：\n${why}`,
    en: `The embedded database could not be made in ${dirname(folder)}:\n${why}`,
  })
}

/** Removes what a start that was killed left unfinished. */
function sweepUnfinished(folder: string): void {
  const parent = dirname(folder)
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  const prefix = `${basename(folder)}.new-`
  for (const name of readdirSync(parent)) {
    const maker = Number(name.slice(prefix.length).split('-')[0])
    if (name.startsWith(prefix) && maker !== process.pid && !isRunning(maker)) rmSync(join(parent, name), { recursive: true, force: true })
  }
}

function checkVersion(folder: string): void {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (found === major) return
  throw refuse('unavailable', 'postgres.otherVersion', {
    zh: `${folder} 是 PostgreSQL ${found} 的数据，而内置数据库是 ${major}。请先用 PostgreSQL ${found} 导出，再导入；见 docs/operations.md。`,
    en: `${folder} holds data of PostgreSQL ${found}, and the embedded database is ${major}. Export it with PostgreSQL ${found} and import it; see docs/operations.md.`,
  })
}

function notACluster(folder: string) {
  return refuse('unavailable', 'postgres.notACluster', {
    zh: `${folder} 里有别的文件，不是数据库。请移走它们，或换一个 LINLI_DATA。`,
    en: `${folder} holds other files and no database. Move them away, or choose another LINLI_DATA.`,
  })
}

const mebibyte = 2 ** 20

/**
 * Settings for a machine of this much memory (bytes). Quick where nothing is lost by it; fsync, full_page_writes and
 * synchronous_commit stay on: an answer that was given survives a power cut.
 */
export function settings(memory: number = totalmem()): Record<string, string> {
  const shared = Math.max(64, Math.min(1024, Math.floor(memory / mebibyte / 8)))
  return {
    listen_addresses: '',
    unix_socket_directories: '.',
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '80',
    shared_buffers: `${shared}MB`,
    effective_cache_size: `${shared * 3}MB`,
    maintenance_work_mem: `${Math.max(64, Math.floor(shared / 4))}MB`,
    work_mem: '16MB',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_compression: 'on',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    log_destination: 'stderr',
    logging_collector: 'off',
    log_checkpoints: 'off',
    log_timezone: 'UTC',
    timezone: 'UTC',
    cluster_name: 'linli',
  }
}
