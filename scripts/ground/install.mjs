import { existsSync, readFileSync } from 'node:fs'
import { at } from './paths.mjs'
import { run } from './run.mjs'
import { hashOf, isDone, setDone } from './stamp.mjs'

const inputs = ['package-lock.json', '.npmrc']

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} Locked */

/** @param {string} path @returns {Record<string, Locked>} */
const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages

/** True when what npm says it installed is what the lockfile asks for; so an installation made by hand is not done again. */
export function isInstalled(lockfile = at('package-lock.json'), installed = at('node_modules', '.package-lock.json')) {
  if (!existsSync(installed)) return false
  const there = packagesOf(installed)
  return Object.entries(packagesOf(lockfile)).every(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.link || wanted.optional || wanted.devOptional) return true
    return there[path]?.version === wanted.version
  })
}

/** Installs the dependencies when the lockfile changed. No install script is run: none is needed. */
export async function install() {
  const hash = hashOf(inputs)
  if (isDone('install', hash) && existsSync(at('node_modules'))) return
  if (!isInstalled()) {
    console.log('正在安装依赖… / Installing dependencies …')
    await installed()
  }
  setDone('install', hash)
}

async function installed() {
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts']
  const first = await run('npm', ['ci', ...quiet])
  const last = first.status === 0 ? first : await run('npm', ['install', '--no-save', ...quiet]) // resumes what a network cut short
  if (last.status === 0) return
  console.error(last.output.trim().split('\n').slice(-12).join('\n'))
  console.error('依赖没有装上：请检查网络后再试。 / The dependencies could not be installed: check the network and try again.')
  process.exit(69)
}
