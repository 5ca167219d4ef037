import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { folderArgument, settings } from './cluster.ts'
import { holderOf, isInhabited, isRunning, namedPid } from './process.ts'
import { type Runner, asRunner, cleanEnvironment } from './runner.ts'

/** A database server that runs: our child, or one that outlived the process that started it. */
export interface Postmaster {
  readonly pid: number
  readonly adopted: boolean
  isAlive(): boolean
}

/** Where a cluster lies, with which programs and as whom it is served. */
export interface Seat {
  readonly folder: string
  readonly native: string
  readonly runner: Runner | null
  readonly settings: Readonly<Record<string, string>>
}

/** The server's socket, inside the cluster's folder. */
export const socketName = '.s.PGSQL.5432'

const largestLog = 8 * 2 ** 20

/** The server's own log, beside the cluster: it must stay writable when this process is gone. */
export function logFile(folder: string): string {
  return join(dirname(folder), 'postgres.log')
}

function openLog(folder: string): number {
  const path = logFile(folder)
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(path, `${path}.old`)
  return openSync(path, 'a', 0o600)
}

/** The last lines that the server wrote, for a person who must find out why it does not start. */
export function lastWords(folder: string, lines = 6): string {
  const path = logFile(folder)
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').slice(-lines).join('\n') : ''
}

/** The server that holds the cluster already, if one does. */
export function adopt(folder: string): Postmaster | null {
  const pid = holderOf(folder)
  return pid === null ? null : { pid, adopted: true, isAlive: () => holderOf(folder) === pid }
}

/**
 * Starts the server in a session of its own: Ctrl-C reaches this process alone, which then stops the server in order.
 * `-D` names the working folder, so that parents which only root may pass do not matter and no path is too long.
 */
export async function launch(seat: Seat): Promise<Postmaster> {
  await clearStaleLock(seat.folder)
  const log = openLog(seat.folder)
  const options = Object.entries({ ...settings(), ...seat.settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(seat.native, 'bin', 'postgres'), ['-D', folderArgument(seat.folder), ...options], {
    ...asRunner(seat.runner),
    cwd: seat.folder,
    env: cleanEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  await started(child)
  child.unref()
  return { pid: child.pid ?? 0, adopted: false, isAlive: () => child.exitCode === null && child.signalCode === null }
}

function started(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', reject)
  })
}

/**
 * PostgreSQL clears a lock whose process is dead, but not one whose number now belongs to somebody else (after a reboot, in a container)
 * or to a dead process that nobody buried.
 * The lock goes only when nobody works in the folder any more: a killed postmaster's servers may still be writing.
 */
async function clearStaleLock(folder: string): Promise<void> {
  if (process.platform !== 'linux') return
  for (let waited = 0; waited < 10_000 && isInhabited(folder); waited += 100) {
    if (holderOf(folder) !== null) return
    await sleep(100)
  }
  if (isInhabited(folder)) return
  for (const lock of ['postmaster.pid', `${socketName}.lock`]) {
    const pid = namedPid(join(folder, lock))
    if (pid !== null && isRunning(pid)) rmSync(join(folder, lock), { force: true })
  }
}

async function gone(postmaster: Postmaster, patience: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += 50) {
    if (!postmaster.isAlive()) return true
    await sleep(50)
  }
  return !postmaster.isAlive()
}

function signal(postmaster: Postmaster, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(postmaster.pid, name)
  } catch {
    // it went between the look and the signal
  }
}

/** Stops the server: fast (7 s), then at once (2 s; the next start recovers from its log). True when it is gone. */
export async function shutDown(postmaster: Postmaster): Promise<boolean> {
  if (!postmaster.isAlive()) return true
  signal(postmaster, 'SIGINT')
  if (await gone(postmaster, 7_000)) return true
  signal(postmaster, 'SIGQUIT')
  return gone(postmaster, 2_000)
}
