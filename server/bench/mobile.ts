import { firstLoad, openBrowser } from './rig/browser.ts'
import { dataFolder, startProduct } from './rig/product.ts'
import { p95, print, say } from './rig/report.ts'

/*
 * mobile: what a resident's phone loads on the first visit: gzipped script beside the limit of 170 kB, and the time until the page can be
 * used at a processor 4 times slower and slow 4G (CDP), beside the time in which the same bytes alone arrive over that network.
 */

const limit = 170
const rounds = 5
/** Slow 4G: bytes a millisecond, and the three trips of document, script and data. */
const perMs = (1.6 * 1024 * 1024) / 8 / 1000
const trips = 3 * 150

const folder = dataFolder()
const product = await startProduct(folder.path)
const browser = await openBrowser()
const look = { url: `${product.url}/`, ready: 'main button, main a, #root button', slower: 4, slowNetwork: true, width: 375 }
const loads = []
for (let round = 0; round <= rounds; round++) {
  const one = await firstLoad(browser, look)
  say(`  interactive after ${one.interactive.toFixed(0)} ms, ${one.script.toFixed(1)} kB of script, ${one.bytes.toFixed(1)} kB in all`)
  if (round > 0) loads.push(one)
}
await browser.close()
await product.stop()
folder.remove()
const script = Math.max(...loads.map((one) => one.script))
const roofline = trips + (Math.max(...loads.map((one) => one.bytes)) * 1000) / perMs
const value = p95(loads.map((one) => one.interactive))
print({ name: 'mobile.script', value: script, unit: 'kB', roofline: limit, ratio: limit / script })
print({ name: 'mobile', value, unit: 'ms', roofline, ratio: roofline / value })
