// Builds what changed: the server, the API client's types and both faces. Names of parts as arguments build only those.
import { checkNode } from './ground/node.mjs'

checkNode()
const { exclusively } = await import('./ground/alone.mjs')
const { build } = await import('./ground/build.mjs')
await exclusively(() => build(process.argv.slice(2)))
