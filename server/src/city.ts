import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inviteFirstAdministrator } from '#modules/accounts'
import { hear } from '#modules/telemetry'
import { openApp } from './app.ts'
import { seedDemonstration } from './demo/seed.ts'
import { cityClock } from './platform/clock.ts'
import { isDemonstration, isRealCity, markRealCity } from './platform/demonstration.ts'
import type { Opener } from './platform/lifecycle.ts'
import { openLog } from './platform/log.ts'

/** The checkout; this file runs from server/dist. */
const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** The built apps that the server hands out. */
const faces = { mobile: join(checkout, 'apps', 'mobile', 'dist'), desk: join(checkout, 'apps', 'console', 'dist') }

/** On loopback a demonstration is looked at from one address, by tests and people together. */
const demonstrationFactor = 100

/** The whole city in this process: HTTP, workers and the demonstration, or a new city's first administrator. */
export const openCity: Opener = async (config, connection) => {
  const log = openLog(config.logLevel)
  const time = cityClock((leap) =>
    log(
      'error',
      { minutes: Math.round(leap / 60_000) },
      leap === 0 ? "the machine's time is believed again" : "the machine's time leapt and is not believed",
    ),
  )
  let invitation: string | null = null
  const app = await openApp({
    config,
    connection,
    clock: () => time.now(),
    log,
    working: true,
    limitFactor: config.newCity ? 1 : demonstrationFactor,
    faces,
    async seed(ctx) {
      if (config.newCity && !(await isDemonstration(ctx.db))) {
        await markRealCity(ctx.db, ctx.now)
        invitation = await inviteFirstAdministrator(ctx)
      } else if (!(await isRealCity(ctx.db))) await seedDemonstration(ctx, config.scale)
    },
  })
  let hearing: { close(): Promise<void> } | null = null
  return {
    isDemonstration: await isDemonstration(app.db),
    invitation,
    async listen() {
      await app.http.listen({ port: config.port, host: config.host })
      hearing = await hear(() => app.context('telemetry'), config, log)
    },
    async stop() {
      await hearing?.close()
      await app.close()
    },
  }
}
