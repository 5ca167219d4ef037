import { live } from './platform/lifecycle.ts'

/** The city's modules are read while its database starts. */
const reading = import('./city.ts')
reading.catch(() => undefined) // whoever opens the city is told

await live(async (config, connection) => (await reading).openCity(config, connection))
