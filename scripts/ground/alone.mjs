import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cache } from './paths.mjs'

const lock = join(cache, 'working')

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

function take() {
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
 */
export async function exclusively(work) {
  while (!take()) {
    const holder = Number(readFileSync(lock, { encoding: 'utf8', flag: 'r' }) || 0)
    if (holder > 0 && !isRunning(holder)) rmSync(lock, { force: true })
    else await sleep(200)
  }
  try {
    return await work()
  } finally {
    if (readOr(lock) === String(process.pid)) rmSync(lock, { force: true })
  }
}

/** @param {string} path */
function readOr(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
