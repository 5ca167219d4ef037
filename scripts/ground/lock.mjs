// A registry that carries packages for one platform alone makes npm write a lockfile that `npm ci` refuses everywhere: the entries of
// the other platforms' optional packages are missing. Their names and versions are declared, so the entries can be written without it.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { at } from './paths.mjs'

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Entry
 * @typedef {Record<string, Entry>} Packages
 */

const systems = ['android', 'darwin', 'freebsd', 'openbsd', 'netbsd', 'linux', 'win32', 'openharmony', 'sunos', 'aix']
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64']

/** The entry that npm would find for a package from `folder` upwards. @param {Packages} packages @param {string} folder @param {string} name */
function isThere(packages, folder, name) {
  for (let base = folder; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`] !== undefined) return true
    if (base === '' || !base.includes('node_modules/')) return packages[`node_modules/${name}`] !== undefined
  }
}

/** What an entry says of the platform that a package's name tells. @param {string} name @returns {Pick<Entry, 'os' | 'cpu' | 'libc'> | null} */
function platformOf(name) {
  const words = name.split(/[/-]/)
  const os = systems.find((system) => words.includes(system))
  const cpu = processors.find((processor) => words.includes(processor))
  if (os === undefined || cpu === undefined) return null
  const libc = os !== 'linux' ? null : words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc'
  return { os: [os], cpu: [cpu], ...(libc !== null && { libc: [libc] }) }
}

/**
 * The missing entries of optional packages for other platforms, by their place.
 * @param {Packages} packages
 * @returns {Packages}
 */
export function missingEntries(packages) {
  /** @type {Packages} */
  const missing = {}
  for (const [folder, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name)
      if (platform === null || !/^\d+\.\d+\.\d+[\w.-]*$/.test(version) || isThere(packages, folder, name)) continue
      missing[`node_modules/${name}`] = { version, ...(entry.dev === true && { dev: true }), optional: true, ...platform }
    }
  }
  return missing
}

/** Writes the missing entries into the lockfile. */
function complete() {
  const path = at('package-lock.json')
  const lock = JSON.parse(readFileSync(path, 'utf8'))
  const packages = Object.entries({ ...lock.packages, ...missingEntries(lock.packages) })
  const sorted = packages.toSorted(([one], [other]) => one.localeCompare(other, 'en'))
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) complete()
