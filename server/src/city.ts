import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openApp } from './app.ts'
import type { Opener } from './platform/lifecycle.ts'
import { isDemonstration } from './platform/demonstration.ts'
import { openLog } from './platform/log.ts'

/** The checkout; this file runs from server/dist. */
const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** The built apps that the server hands out. */
const faces = { mobile: join(checkout, 'apps', 'mobile', 'dist'), desk: join(checkout, 'apps', 'console', 'dist') }

/** The whole city in this process: HTTP, workers and the demonstration, or a new city's first administrator. */
export const openCity: Opener = async (config, connection) => {
  const log = openLog(config.logLevel)
  const app = await openApp({ config, connection, clock: () => new Date(), log, working: true, limitFactor: 1, faces })
  return {
    isDemonstration: await isDemonstration(app.db),
    invitation: null,
    listen: async () => void (await app.http.listen({ port: config.port, host: config.host })),
    stop: () => app.close(),
  }
}
