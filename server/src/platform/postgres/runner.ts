import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { refuse } from '../refusal.ts'

/** Who runs the database server: its user and group, or null for the user of this process. PostgreSQL refuses to run as root. */
export interface Runner {
  readonly uid: number
  readonly gid: number
  readonly name: string
}

/** The environment of every program of PostgreSQL: nothing of ours leaks into it, and messages come in a language we can read back. */
export const cleanEnvironment: Readonly<Record<string, string>> = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' }

/** True when the data folder's parents need not be passable: Linux lets a process name its working folder without walking to it. */
export const namesWorkingFolder: boolean = existsSync('/proc/self/cwd')

const preferred = ['linli', 'postgres', 'nobody'] as const

function accounts(): Runner[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name !== undefined && /^\d+$/.test(uid ?? '') && /^\d+$/.test(gid ?? '') ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}

function ownerOf(path: string): number | null {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined ? null : stat.uid
}

/** Who must run the cluster in `folder`: its owner, or for a new one the first unprivileged user of the preferred names. */
export function chooseRunner(folder: string, me: number = process.getuid?.() ?? 0): Runner | null {
  const owner = ownerOf(folder)
  if (me !== 0) {
    if (owner !== null && owner !== me) throw ownedByAnother(folder, owner)
    return null
  }
  const known = accounts()
  if (owner !== null && owner !== 0) {
    const account = known.find((candidate) => candidate.uid === owner)
    return account ?? { uid: owner, gid: statSync(folder).gid, name: String(owner) }
  }
  for (const name of preferred) {
    const account = known.find((candidate) => candidate.name === name && candidate.uid !== 0)
    if (account !== undefined) return account
  }
  throw refuse('unavailable', 'postgres.noRunner', {
    zh: '内置数据库不能以 root 身份运行，而本机没有 linli、postgres 或 nobody 用户。请用普通用户启动，或设 DATABASE_URL。',
    en: 'The embedded database cannot run as root, and this machine has no user linli, postgres or nobody. Start as an ordinary user, or set DATABASE_URL.',
  })
}

function ownedByAnother(folder: string, owner: number) {
  return refuse('unavailable', 'postgres.ownedByAnother', {
    zh: `数据库文件夹 ${folder} 属于用户 ${owner}。请用该用户或 root 启动，或换一个 LINLI_DATA。`,
    en: `The database folder ${folder} belongs to user ${owner}. Start as that user or as root, or choose another LINLI_DATA.`,
  })
}

/** The part of spawn options that makes a program run as the runner. */
export function asRunner(runner: Runner | null): { uid?: number; gid?: number } {
  return runner === null ? {} : { uid: runner.uid, gid: runner.gid }
}

/** What `program --version` says when the runner starts it, or null when it does not start. Tries the file, its libraries and the way to it. */
export function versionSaid(program: string, runner: Runner | null): string | null {
  const tried = spawnSync(program, ['--version'], {
    ...asRunner(runner),
    cwd: '/',
    env: cleanEnvironment,
    encoding: 'utf8',
    timeout: 20_000,
  })
  return tried.status === 0 ? tried.stdout.trim() : null
}
