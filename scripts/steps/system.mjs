import { existsSync, readdirSync } from 'node:fs'
import { run } from '../ground/run.mjs'

/** Chromium without a window of its own first: it does the same in less time. */
const browsers = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const servers = '/usr/lib/postgresql'

/** The browser of the journeys, or null. */
export function browser() {
  const named = process.env['CHROMIUM']
  return [...(named === undefined ? [] : [named]), ...browsers].find((path) => existsSync(path)) ?? null
}

/** The folder of programs of the oldest Debian PostgreSQL from 15 on, or null. */
export function debianPostgres() {
  const found = existsSync(servers) ? readdirSync(servers).map(Number) : []
  const version = found.filter((one) => one >= 15 && existsSync(`${servers}/${one}/bin/initdb`)).sort((a, b) => a - b)[0]
  return version === undefined ? null : { version, bin: `${servers}/${version}/bin` }
}

async function chineseFonts() {
  const list = await run('fc-list', [':lang=zh', 'family'])
  return list.status === 0 ? list.output.trim() !== '' : existsSync('/usr/share/fonts/opentype/noto')
}

/** @param {boolean} withBrowser */
async function missing(withBrowser) {
  const packages = []
  if (withBrowser && browser() === null) packages.push('chromium-headless-shell')
  if (withBrowser && !(await chineseFonts())) packages.push('fonts-noto-cjk', 'fontconfig')
  if (debianPostgres() === null) packages.push('postgresql-15')
  return packages
}

/** How this user may install packages, or null. @returns {Promise<readonly string[] | null>} */
async function installer() {
  if (!existsSync('/usr/bin/apt-get')) return null
  if (process.getuid?.() === 0) return ['apt-get']
  return (await run('sudo', ['-n', 'true'])).status === 0 ? ['sudo', '-n', 'apt-get'] : null
}

/**
 * What another Debian has instead: a newer one a newer server, an older one no Chromium without a window.
 * @type {Readonly<Record<string, string>>}
 */
const elsewhere = { 'postgresql-15': 'postgresql', 'chromium-headless-shell': 'chromium' }

/** @param {readonly string[]} command @param {readonly string[]} packages */
async function fetchPackages(command, packages) {
  const [program = '', ...before] = command
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run(program, [...before, 'update', '-q'], { env })
  const done = await run(program, [...before, 'install', '-y', '-q', '--no-install-recommends', ...packages], { env })
  const others = packages.map((name) => elsewhere[name] ?? name)
  if (done.status === 0 || others.join() === packages.join()) return
  await run(program, [...before, 'install', '-y', '-q', '--no-install-recommends', ...others], { env })
}

/**
 * Installs what the tests need of the system where it may; where it may not, says which one command does.
 * @param {boolean} withBrowser
 * @returns {Promise<import('../ground/tally.mjs').Finding[]>}
 */
export async function system(withBrowser) {
  const wanted = await missing(withBrowser)
  const command = wanted.length > 0 ? await installer() : null
  if (command !== null) await fetchPackages(command, wanted)
  const left = await missing(withBrowser)
  const said = `apt-get update && apt-get install -y ${left.join(' ')}`
  const problems =
    left.length === 0
      ? []
      : [`以 root 运行 / run as root: ${said}`, ...(left.every((name) => name === 'postgresql-15') ? [] : ['或 / or: ./test --no-browser'])]
  return [{ name: withBrowser ? 'Chromium, Chinese fonts and PostgreSQL 15 are here' : 'PostgreSQL 15 is here', problems }]
}
