// Builds and runs one measurement of server/bench. With --json only its line of JSON reaches the standard output.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { checkNode } from './ground/node.mjs'
import { at } from './ground/paths.mjs'

checkNode()
const { exclusively } = await import('./ground/alone.mjs')
const { install } = await import('./ground/install.mjs')
const { build } = await import('./ground/build.mjs')
const { run } = await import('./ground/run.mjs')

const [name, ...rest] = process.argv.slice(2).filter((argument) => argument !== '--json')
const json = process.argv.includes('--json')
const known = readdirSync(at('server', 'bench'))
  .filter((file) => /^[a-z-]+\.ts$/.test(file))
  .map((file) => file.slice(0, -3))
if (name === undefined || !known.includes(name)) {
  console.error(`./bench NAME [--json], NAME: ${known.join(' ')}`)
  process.exit(64)
}
if (json) console.log = console.error
await exclusively(async () => {
  await install()
  await build(['server'])
  const compiled = await run(at('node_modules', '.bin', 'tsc'), ['-b', 'server/bench'])
  if (compiled.status === 0) return
  console.error(compiled.output)
  process.exit(70)
})
const program = at('server', 'bench', 'dist', `${name}.js`)
if (!existsSync(program)) throw new Error(`${program} was not built`)
const child = spawn(process.execPath, ['--enable-source-maps', program, ...rest, ...(json ? ['--json'] : [])], { stdio: 'inherit' })
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
child.once('exit', (code) => process.exit(code ?? 1))
