// Makes ready what changed, then becomes the server: the same process from the first line to the last.
import { checkNode } from './ground/node.mjs'

checkNode()
const { exclusively } = await import('./ground/alone.mjs')
const { install } = await import('./ground/install.mjs')
const { build } = await import('./ground/build.mjs')
await exclusively(async () => {
  await install()
  await build()
})
await import(new URL('../server/dist/main.js', import.meta.url).href)
