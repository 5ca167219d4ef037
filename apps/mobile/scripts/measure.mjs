import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Prints the script that a first load of each page needs, gzipped, and fails when one needs more than 170 kB. Run after a build. */
const most = 170
const dist = join(import.meta.dirname, '..', 'dist')
const assets = join(dist, 'assets')
const size = (name) => gzipSync(readFileSync(join(assets, name)), { level: 9 }).length / 1000

const html = readFileSync(join(dist, 'index.html'), 'utf8')
const entry = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map((found) => found[1])

/** Files that these files import at once; what is imported later is not counted. */
function withImports(names) {
  const all = new Set(names)
  for (const name of all) {
    const code = readFileSync(join(assets, name), 'utf8')
    for (const [, other] of code.matchAll(/(?:^|[;}\s])(?:import|export)(?:[\w*{}$,\s]+from)?\s*"\.\/([^"]+\.js)"/g)) all.add(other)
  }
  return all
}

const first = withImports(entry)
const words = readdirSync(assets).find((name) => /^zh-.*\.js$/.test(name))
if (words) first.add(words)
const sum = (names) => [...names].reduce((total, name) => total + size(name), 0)
for (const name of first) process.stdout.write(`  ${size(name).toFixed(1).padStart(6)} kB  ${name}\n`)
const total = sum(first)
process.stdout.write(`first load of /: ${total.toFixed(1)} kB of script, gzipped (at most ${most})\n`)
const pages = readdirSync(assets).filter((name) => /^\w+Page-[\w-]+\.js$/.test(name))
const sizes = pages.map((name) => ({ page: name.replace(/-.*$/, ''), size: sum(withImports([...first, name])) }))
for (const { page, size: all } of sizes) process.stdout.write(`  ${page}: ${all.toFixed(1)} kB\n`)
process.exitCode = Math.max(total, ...sizes.map((each) => each.size)) > most ? 1 : 0
