import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { at, cache } from '../ground/paths.mjs'
import { run } from '../ground/run.mjs'
import { around, planted } from './planted.mjs'

/** @typedef {{ from: string, to: string, rule: { name: string } }} Violation */

/**
 * Cruises the sources of a server.
 * @param {string} folder
 * @returns {Promise<{ modules: number, violations: Violation[], said: string }>}
 */
async function cruise(folder) {
  const done = await run(at('node_modules', '.bin', 'depcruise'), ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'], {
    cwd: folder,
  })
  try {
    const { summary } = JSON.parse(done.output)
    return { modules: summary.totalCruised, violations: summary.violations, said: '' }
  } catch {
    return { modules: 0, violations: [], said: done.output.trim() }
  }
}

/** A copy of the server's sources with one deliberate violation a rule. */
function plant() {
  const copy = join(cache, `planted-${process.pid}`, 'server')
  rmSync(dirname(copy), { recursive: true, force: true })
  mkdirSync(copy, { recursive: true })
  for (const name of ['src', 'package.json', 'tsconfig.json', 'architecture.cjs', '.dependency-cruiser.cjs']) {
    cpSync(at('server', name), join(copy, name), { recursive: true })
  }
  cpSync(at('tsconfig.base.json'), join(dirname(copy), 'tsconfig.base.json'))
  symlinkSync(at('node_modules'), join(dirname(copy), 'node_modules'))
  symlinkSync(at('server', 'node_modules'), join(copy, 'node_modules'))
  for (const { path, text } of [...planted, ...around.filter(({ path }) => !existsSync(join(copy, path)))]) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), text)
  }
  return copy
}

/**
 * The arrows of architecture.cjs hold, and the check that says so is awake: each rule finds the violation planted for it.
 * @returns {Promise<import('../ground/tally.mjs').Finding[]>}
 */
export async function boundaries() {
  const real = await cruise(at('server'))
  const held = real.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  if (real.modules === 0) held.push(`nothing was cruised: ${real.said}`)
  const copy = plant()
  const broken = await cruise(copy)
  rmSync(dirname(copy), { recursive: true, force: true })
  return [
    { name: `arrows hold over ${real.modules} files`, problems: held },
    ...planted.map(({ rule, path }) => ({
      name: `rule ${rule} is awake`,
      problems: broken.violations.some((found) => found.rule.name === rule && found.from === path)
        ? []
        : [`${path} was not caught. ${broken.said}`],
    })),
  ]
}
