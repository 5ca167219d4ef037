// Makes ready what changed, then becomes a command of the keeper (backup, restore); paths are meant from where it was called.
import { resolve } from 'node:path'
import { checkNode } from './ground/node.mjs'

checkNode()
const { exclusively } = await import('./ground/alone.mjs')
const { install } = await import('./ground/install.mjs')
const { build } = await import('./ground/build.mjs')
const [name, from, ...rest] = process.argv.slice(2)
await exclusively(async () => {
  await install()
  await build(['server'])
})
process.argv.splice(2, process.argv.length, ...rest.map((path) => (path.startsWith('-') ? path : resolve(from ?? '.', path))))
await import(new URL(`../server/dist/backup/run-${name}.js`, import.meta.url).href)
