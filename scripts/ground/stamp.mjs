import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { at, cache, root } from './paths.mjs'

const passedOver = new Set(['node_modules', 'dist', '.cache', '.git', 'screenshots'])

/**
 * All files below a path of the checkout, or the path itself, in a fixed order.
 * @param {string} path
 * @returns {string[]}
 */
export function filesBelow(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (!stat.isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => !passedOver.has(name))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

/**
 * A hash of names and contents of files and folders of the checkout.
 * @param {readonly string[]} paths
 */
export function hashOf(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const file of paths.flatMap((path) => filesBelow(at(path)))) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** @param {string} name */
const fileOf = (name) => join(cache, `${name}.stamp`)

/** True when the work of that name was last done for this hash. @param {string} name @param {string} hash */
export function isDone(name, hash) {
  try {
    return readFileSync(fileOf(name), 'utf8') === hash
  } catch {
    return false
  }
}

/** Remembers that the work of that name was done for this hash. @param {string} name @param {string} hash */
export function setDone(name, hash) {
  mkdirSync(dirname(fileOf(name)), { recursive: true })
  writeFileSync(fileOf(name), hash)
}
