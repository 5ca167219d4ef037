// ./test: every step prints its own count; the last line is the sum.
import { checkNode } from './ground/node.mjs'

checkNode()
const { exclusively } = await import('./ground/alone.mjs')
const { install } = await import('./ground/install.mjs')
await exclusively(install)
const { steps } = await import('./steps/steps.mjs')
const { line } = await import('./ground/tally.mjs')

const flags = process.argv.slice(2).filter((argument) => argument.startsWith('-'))
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const { alone, beside } = steps({ withBrowser: !flags.includes('--no-browser') })
const known = [...alone, ...beside.flat()]
const unknown = [...flags.filter((flag) => flag !== '--no-browser'), ...names.filter((name) => !known.some((step) => step.name === name))]
if (unknown.length > 0) {
  console.error(`./test [--no-browser] [${known.map((step) => step.name).join(' | ')}] …; unknown: ${unknown.join(' ')}`)
  process.exit(64)
}

const sum = { passed: 0, failed: 0, skipped: 0 }
const since = Date.now()
/** Takes one step after another. @param {readonly import('./steps/steps.mjs').Step[]} steps */
async function follow(steps) {
  for (const step of steps) {
    const started = Date.now()
    const result = await step.look()
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) sum[key] += result[key]
    console.log(
      `${result.failed > 0 ? '✗' : '✓'} ${step.name.padEnd(12)} ${line(result)}  (${((Date.now() - started) / 1000).toFixed(1)} s)`,
    )
    if (result.said !== '') console.log(`${result.said}\n`)
  }
}

/** @param {readonly import('./steps/steps.mjs').Step[]} steps */
const wanted = (steps) => steps.filter(({ name }) => names.length === 0 || names.includes(name))

await follow(wanted(alone))
const rows = beside.map(wanted)
const lane = async () => {
  for (let row = rows.shift(); row !== undefined; row = rows.shift()) await follow(row)
}
await Promise.all([lane(), lane()])
console.log(`\n${((Date.now() - since) / 60_000).toFixed(1)} min`)
console.log(line(sum))
process.exit(sum.failed > 0 || sum.passed === 0 ? 1 : 0)
