import { firstLoad, openBrowser } from './rig/browser.ts'
import { dataFolder, startProduct } from './rig/product.ts'
import { print, say } from './rig/report.ts'
import { signIn } from './rig/city.ts'

/* console: gzipped script that the desk loads on the first visit, signed in or not, whichever is more; the limit stands as its roofline. */

const limit = 420
const folder = dataFolder()
const product = await startProduct(folder.path)
const browser = await openBrowser()
const url = `${product.url}/desk/`
const look = { url, slower: 1, slowNetwork: false, width: 1440 }
const entry = await firstLoad(browser, { ...look, ready: 'form button' })
const list = await firstLoad(browser, { ...look, ready: 'table', cookie: await signIn(product.url, 'dispatcher') })
say(`  to sign in ${entry.script.toFixed(1)} kB, with a list ${list.script.toFixed(1)} kB`)
await browser.close()
await product.stop()
folder.remove()
const value = Math.max(entry.script, list.script)
print({ name: 'console', value, unit: 'kB', roofline: limit, ratio: limit / value })
