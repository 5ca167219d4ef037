import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/* The browser is the journeys' own; the product itself needs none. */

/** What of a page's first load is measured. */
export interface FirstLoad {
  /** Script that came over the network, gzipped, kB. */
  readonly script: number
  /** All that came, kB. */
  readonly bytes: number
  /** Until the page can be used: its own words stand and the main thread is free, ms. */
  readonly interactive: number
}

interface Session {
  send(method: string, params?: object): Promise<unknown>
  on(event: string, hear: (facts: never) => void): void
}
interface Page {
  goto(url: string, options: object): Promise<unknown>
  waitForSelector(selector: string, options: object): Promise<unknown>
  evaluate<T>(work: () => T | Promise<T>): Promise<T>
}
interface Context {
  newPage(): Promise<Page>
  newCDPSession(page: Page): Promise<Session>
  addCookies(cookies: readonly object[]): Promise<void>
  close(): Promise<void>
}
interface Browser {
  newContext(options: object): Promise<Context>
  close(): Promise<void>
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Opens Chromium (`CHROMIUM`, else /usr/bin/chromium). */
export async function openBrowser(): Promise<Browser> {
  const require = createRequire(fileURLToPath(new URL('../../../../e2e/package.json', import.meta.url)))
  const { chromium } = require('playwright-core') as { chromium: { launch(options: object): Promise<Browser> } }
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: flags })
}

/** Slow 4G as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
const slow4g = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 }

export interface Look {
  readonly url: string
  /** What is there once the page can be used. */
  readonly ready: string
  /** How many times slower the processor is. */
  readonly slower: number
  readonly slowNetwork: boolean
  readonly cookie?: string
  readonly width: number
}

async function prepared(context: Context, look: Look): Promise<{ page: Page; script: () => number; bytes: () => number }> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const kinds = new Map<string, string>()
  let [script, bytes] = [0, 0]
  session.on('Network.responseReceived', ({ requestId, type }: { requestId: string; type: string }) => void kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }: { requestId: string; encodedDataLength: number }) => {
    bytes += encodedDataLength
    if (kinds.get(requestId) === 'Script') script += encodedDataLength
  })
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  if (look.slowNetwork) await session.send('Network.emulateNetworkConditions', slow4g)
  if (look.slower > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: look.slower })
  return { page, script: () => script, bytes: () => bytes }
}

/** Milliseconds since the page's navigation at which two turns of an idle main thread have passed. */
const whenFree = (): Promise<number> =>
  new Promise((resolve) => {
    const turn = (left: number): unknown => (left === 0 ? resolve(performance.now()) : setTimeout(() => turn(left - 1), 0))
    turn(2)
  })

/** Opens a page in a fresh browser context, as on a first visit. Service workers are off: they load for later, after the page stands. */
export async function firstLoad(browser: Browser, look: Look): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport: { width: look.width, height: 800 }, locale: 'zh-CN', serviceWorkers: 'block' })
  try {
    if (look.cookie) {
      const [name = '', value = ''] = look.cookie.split('=')
      await context.addCookies([{ name, value, url: new URL(look.url).origin }])
    }
    const { page, script, bytes } = await prepared(context, look)
    await page.goto(look.url, { waitUntil: 'commit', timeout: 120_000 })
    await page.waitForSelector(look.ready, { state: 'attached', timeout: 120_000 })
    const interactive = await page.evaluate(whenFree)
    return { script: script() / 1000, bytes: bytes() / 1000, interactive }
  } finally {
    await context.close()
  }
}
