// Builds and runs measurements of server/bench. A figure is one line of JSON on the standard output; with --json nothing else is.
// `worklist.100000` is the bench `worklist` with the part `100000`; --all adds the largest sizes, and without a name runs every figure.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { checkNode } from './ground/node.mjs'
import { at } from './ground/paths.mjs'

checkNode()
const { exclusively } = await import('./ground/alone.mjs')
const { install } = await import('./ground/install.mjs')
const { build, parts } = await import('./ground/build.mjs')
const { run } = await import('./ground/run.mjs')

const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'))
const [asked] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const all = flags.includes('--all')
const known = readdirSync(at('server', 'bench'))
  .filter((file) => /^[a-z-]+\.ts$/.test(file))
  .map((file) => file.slice(0, -3))
/** Replays and faults count what happened; they have no roofline. */
const figures = known.filter((name) => !['replay-messages', 'faults'].includes(name))
const name = asked?.split('.')[0]
if (name === undefined ? !all : !known.includes(name)) {
  console.error(`./bench NAME [--all] [--json], or ./bench --all; NAME: ${known.join(' ')}`)
  process.exit(64)
}
const wanted = name === undefined ? figures : [name]
/** These look at the product as a person's browser is given it. */
const faces = wanted.some((one) => ['console', 'mobile', 'start'].includes(one))
console.log = console.error
await exclusively(async () => {
  await install()
  await build(faces ? parts.map((part) => part.name) : ['server'])
  const compiled = await run(at('node_modules', '.bin', 'tsc'), ['-b', 'server/bench'])
  if (compiled.status === 0) return
  console.error(compiled.output)
  process.exit(70)
})

/** @param {string} one */
async function measure(one) {
  const program = at('server', 'bench', 'dist', `${one}.js`)
  if (!existsSync(program)) throw new Error(`${program} was not built`)
  const rest = [...(asked?.includes('.') ? [asked.slice(one.length + 1)] : []), ...flags]
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...rest], { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

let worst = 0
for (const one of wanted) worst = Math.max(worst, await measure(one))
process.exit(worst)
