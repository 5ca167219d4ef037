import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { at, root } from '../ground/paths.mjs'

/** @typedef {{ path: string, text: string }} Source */

/**
 * The files of the project, committed or about to be, whose path fits.
 * @param {RegExp} fits
 * @returns {Source[]}
 */
export function sources(fits) {
  const listed = execFileSync('git', ['-c', `safe.directory=${root}`, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  })
  return listed
    .split('\0')
    .filter((path) => path !== '' && fits.test(path) && existsSync(at(path)))
    .map((path) => ({ path, text: readFileSync(at(path), 'utf8') }))
}

/** The line of a position in a text, counted from 1. @param {string} text @param {number} position */
export const lineAt = (text, position) => text.slice(0, position).split('\n').length

/**
 * Every place where one of the patterns fits, as `path:line: words`.
 * @param {readonly Source[]} files
 * @param {RegExp} pattern global
 */
export function places(files, pattern) {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map((match) => `${path}:${lineAt(text, match.index)}: ${match[0].trim()}`),
  )
}
