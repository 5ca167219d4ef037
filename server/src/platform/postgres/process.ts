import { readFileSync, readdirSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** True when a process of that id exists, be it another user's. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const onLinux = process.platform === 'linux'

/** True when the process works inside `folder`. Linux alone tells. */
function worksIn(pid: number, folder: string): boolean {
  try {
    const there = statSync(`/proc/${pid}/cwd`)
    const here = statSync(folder)
    return there.ino === here.ino && there.dev === here.dev
  } catch {
    return false // gone, a zombie, or another user's: none of them is our server
  }
}

/** The server that holds the cluster, as `postmaster.pid` names it, or null when nobody does. The file outlives a kill -9, and its id may since be somebody else's. */
export function holderOf(folder: string): number | null {
  const pid = namedPid(join(folder, 'postmaster.pid'))
  if (pid === null || !isRunning(pid)) return null
  return !onLinux || (isPostgres(pid) && worksIn(pid, folder)) ? pid : null
}

/** The process id that a lock file names, alive or not. */
export function namedPid(lock: string): number | null {
  try {
    const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}

/** The servers that work inside the cluster's folder, told by the folder itself and not by its name. Linux alone tells; elsewhere none. */
export function inhabitants(folder: string): number[] {
  if (!onLinux) return []
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return pids.filter((pid) => isPostgres(pid) && worksIn(pid, folder))
}

/** True while any server works inside the cluster's folder: those of a killed postmaster may still be writing. */
export function isInhabited(folder: string): boolean {
  return !onLinux || inhabitants(folder).length > 0
}

function isPostgres(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/exe`).includes('postgres')
  } catch {
    return false
  }
}
