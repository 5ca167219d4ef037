import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cache } from './paths.mjs'

const usual = join(cache, 'working')
/** Milliseconds; a first install and build take less. */
const longest = 20 * 60_000

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    mkdirSync(cache, { recursive: true })
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') return true // a checkout that cannot be written needs no lock
    return false
  }
}

/**
 * Does the work while no other process installs or builds in this checkout; two starts at once would spoil each other's files.
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [lock] the file that says who works
 */
export async function exclusively(work, lock = usual) {
  let said = false
  while (!take(lock)) {
    if (isStale(lock)) rmSync(lock, { force: true })
    else {
      if (!said) console.log('另一个进程正在安装或构建，请稍候… / Another process installs or builds here; waiting …')
      said = true
      await sleep(200)
    }
  }
  try {
    return await work()
  } finally {
    if (readOr(lock) === String(process.pid)) rmSync(lock, { force: true })
  }
}

/** A holder that is gone, or that has held on for longer than any work takes: its number may be somebody else's by now. @param {string} lock */
function isStale(lock) {
  const holder = Number(readOr(lock) || 0)
  const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
  return (holder > 0 && !isRunning(holder)) || Date.now() - since > longest
}

/** @param {string} path */
function readOr(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
