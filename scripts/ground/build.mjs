import { existsSync } from 'node:fs'
import { at } from './paths.mjs'
import { run } from './run.mjs'
import { hashOf, isDone, setDone } from './stamp.mjs'

const compiler = ['tsconfig.base.json', 'package-lock.json']
const faces = ['tsconfig.browser.json', 'package-lock.json', 'packages', 'docs/openapi.json']
const bin = at('node_modules', '.bin')

/**
 * A part of the product that is made from sources. It is made again when a source changed or what it makes is missing.
 * @typedef {{ name: string, inputs: readonly string[], makes: string, steps: readonly (readonly [string, ...string[]])[], cwd?: string }} Part
 */

/** @type {readonly Part[]} */
export const parts = [
  {
    name: 'server',
    inputs: [...compiler, 'server/src', 'server/tsconfig.json', 'server/package.json'],
    makes: 'server/dist/main.js',
    steps: [[`${bin}/tsc`, '-b', 'server']],
  },
  {
    name: 'api',
    inputs: ['docs/openapi.json', 'package-lock.json'],
    makes: 'packages/api/src/schema.d.ts',
    steps: [['node', 'scripts/api-types.mjs']],
  },
  {
    name: 'console',
    inputs: [...faces, 'apps/console'],
    makes: 'apps/console/dist/index.html',
    steps: [[`${bin}/vite`, 'build', '--logLevel', 'warn']],
    cwd: 'apps/console',
  },
  {
    name: 'mobile',
    inputs: [...faces, 'apps/mobile'],
    makes: 'apps/mobile/dist/index.html',
    steps: [[`${bin}/vite`, 'build', '--logLevel', 'warn']],
    cwd: 'apps/mobile',
  },
]

/** @param {Part} part */
async function make(part) {
  const hash = hashOf(part.inputs)
  if (isDone(`build-${part.name}`, hash) && existsSync(at(part.makes))) return
  console.log(`正在构建 ${part.name}… / Building ${part.name} …`)
  for (const [program, ...args] of part.steps) {
    const done = await run(program, args, { cwd: at(part.cwd ?? '.'), env: { ...process.env, NODE_ENV: 'production' } })
    if (done.status === 0) continue
    console.error(done.output.trim())
    console.error(`${part.name} 没有构建成功。 / ${part.name} could not be built.`)
    process.exit(70)
  }
  setDone(`build-${part.name}`, hash)
}

/**
 * Builds the parts whose sources changed; the two faces side by side.
 * @param {readonly string[]} [names] only these
 */
export async function build(names = []) {
  const wanted = parts.filter((part) => names.length === 0 || names.includes(part.name))
  const [first, faceParts] = [wanted.filter((part) => part.cwd === undefined), wanted.filter((part) => part.cwd !== undefined)]
  await Promise.all(first.map(make))
  await Promise.all(faceParts.map(make))
}
