// Builds what changed, then takes the pictures of docs/gallery from a demonstration of its own: ./gallery [NAME …]
import { checkNode } from './ground/node.mjs'

checkNode()
const { exclusively } = await import('./ground/alone.mjs')
const { install } = await import('./ground/install.mjs')
const { build } = await import('./ground/build.mjs')
const { at } = await import('./ground/paths.mjs')
const { run } = await import('./ground/run.mjs')
const { browser } = await import('./steps/system.mjs')

await exclusively(async () => {
  await install()
  await build()
})
const path = browser()
if (path === null) {
  console.error('这台机器没有 Chromium。 / There is no Chromium on this machine.')
  process.exit(69)
}
const env = { ...process.env, CHROMIUM: path, LINLI_GALLERY: process.argv.slice(2).join(' ') }
const done = await run(at('node_modules', '.bin', 'vitest'), ['run', '--project', 'gallery'], { env, loud: true })
if (done.status === 0) console.log('图在 docs/gallery/index.html / The pictures: docs/gallery/index.html')
process.exit(done.status)
