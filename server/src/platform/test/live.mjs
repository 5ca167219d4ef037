// A small city in a process of its own, for tests of how a start ends. argv: nothing of ours; env: PORT, HOST, LINLI_DATA, SLOW, DEMONSTRATION.
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { runnerImport } from 'vite'

const conditions = ['source', 'module', 'node', 'development|production']
const { module } = await runnerImport(fileURLToPath(new URL('../lifecycle.ts', import.meta.url)), {
  configFile: false,
  cacheDir: '/tmp/linli-no-cache',
  logLevel: 'silent',
  resolve: { conditions },
  ssr: { resolve: { conditions } },
})

await module.live(async (config, connection) => {
  process.stdout.write(`opening ${JSON.stringify(connection)}\n`)
  await sleep(Number(process.env.SLOW ?? 0))
  const server = createServer((_request, response) => response.end('ok'))
  return {
    isDemonstration: process.env.DEMONSTRATION === 'yes',
    invitation: config.newCity ? 'http://localhost/begin/x' : null,
    listen: () => new Promise((resolve) => server.listen(config.port, config.host, resolve)),
    stop: () =>
      process.env.STUCK === 'yes' ? new Promise(() => undefined) : new Promise((resolve) => server.close(() => resolve(undefined))),
  }
})
