import { openCity } from './city.ts'
import { live } from './platform/lifecycle.ts'

await live(openCity)
