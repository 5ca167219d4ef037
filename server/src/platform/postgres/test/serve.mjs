// A process of its own that serves a data folder, for tests that kill it. Speaks one JSON line a fact.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const [dataDir, binaries] = process.argv.slice(2)
const conditions = ['source', 'module', 'node', 'development|production']
const entry = fileURLToPath(new URL('../../postgres.ts', import.meta.url))
const { module } = await runnerImport(entry, {
  configFile: false,
  cacheDir: '/tmp/linli-no-cache',
  logLevel: 'silent',
  resolve: { conditions },
  ssr: { resolve: { conditions } },
})
const tell = (fact) => process.stdout.write(`${JSON.stringify(fact)}\n`)
try {
  const postgres = await module.startPostgres({ dataDir, log: (line) => tell({ log: line }), ...(binaries ? { binaries } : {}) })
  tell({ ready: postgres.connection, adopted: postgres.adopted })
  process.on('SIGTERM', async () => {
    await postgres.stop()
    process.exit(0)
  })
  setInterval(() => undefined, 60_000)
} catch (error) {
  tell({ refused: error.code ?? String(error), en: error.say?.en })
  process.exit(3)
}
