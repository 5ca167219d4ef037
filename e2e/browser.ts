import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { accounts } from './accounts.ts'

export type Lang = 'zh' | 'en'

/** Widths at which every screen is looked at: a desk and a hand, in CSS px. */
export const widths = { desk: 1440, hand: 375 } as const
export type Width = keyof typeof widths

const heights = { desk: 900, hand: 812 } as const

/** How a person sits in front of the product. */
export interface Seat {
  readonly lang?: Lang
  readonly width?: Width
  /** Account of docs/demo-accounts.json; nobody is signed in without one. */
  readonly account?: string
  /** Where the phone is, WGS-84; the person has allowed the page to know. */
  readonly at?: { readonly lon: number; readonly lat: number }
  /** The page stays open for the next of this file who sits here with the same account: signed in, its files kept; settings begin anew. */
  readonly stays?: boolean
}

/** A page with what went wrong on it while it was open. */
export interface Look {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors of scripts, refusals of the content policy, requests to other machines. */
  readonly troubles: string[]
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

let browser: Browser | null = null
/** Browsers that the test which runs has opened; they are closed behind it. */
const contexts: BrowserContext[] = []
/** Pages that stay open, by account. */
const staying = new Map<string, Look>()
/** What was opened last. */
let latest: BrowserContext | null = null

/** Opens the browser for the tests of a file; what a person saw when a test failed is kept as failed-….png. */
export function withBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: flags })
  })
  afterEach(async ({ task }) => {
    const page = latest?.pages().at(-1)
    if (task.result?.state === 'fail' && page) await shot(page, `failed-${task.name.replaceAll(/\W+/g, '-')}`, false)
    for (const context of contexts.splice(0)) await context.close()
    latest = null
  })
  afterAll(async () => {
    staying.clear()
    await browser?.close()
    browser = null
  })
}

async function signIn(context: BrowserContext, account: string): Promise<void> {
  const demo = accounts.find((one) => one.account === account)
  const answer = await context.request.post(`${inject('product')}/api/session`, { data: { account, password: demo?.password } })
  expect(answer.status(), `signing in as ${account}`).toBe(201)
}

/** A browser as this person has it, signed in where an account is named. */
async function sitDown({ lang = 'zh', width = 'desk', account, at }: Seat): Promise<BrowserContext> {
  if (browser === null) throw new Error('call withBrowser() in the file first')
  const context = await browser.newContext({
    baseURL: inject('product'),
    locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: widths[width], height: heights[width] },
    hasTouch: width === 'hand',
    permissions: at === undefined ? [] : ['geolocation'],
    ...(at !== undefined && { geolocation: { longitude: at.lon, latitude: at.lat } }),
  })
  context.setDefaultTimeout(45_000)
  if (account !== undefined) await signIn(context, account)
  return context
}

/** A page of this person's with nothing on it yet. */
async function sitDownAnew(seat: Seat): Promise<Look> {
  const context = await sitDown(seat)
  const page = await context.newPage()
  return { page, context, troubles: watch(page) }
}

/** The page that stayed open for this seat, as if nothing had been chosen on it, or a new one that will stay. */
async function sitDownAgain(seat: Seat): Promise<Look> {
  const key = seat.account ?? ''
  const kept = staying.get(key)
  const look = kept ?? (await sitDownAnew(seat))
  staying.set(key, look)
  if (kept) {
    await kept.page.unrouteAll()
    await kept.page.emulateMedia({ colorScheme: null })
    await kept.page.setViewportSize({ width: widths[seat.width ?? 'desk'], height: heights[seat.width ?? 'desk'] })
    kept.troubles.splice(0)
  }
  return look
}

/** Opens a page of the product; `path` is below `/` for the hand and below `/desk/` for the desk. */
export async function open(path: string, seat: Seat = {}): Promise<Look> {
  const { lang = 'zh', stays = false } = seat
  const look = await (stays ? sitDownAgain(seat) : sitDownAnew(seat))
  latest = look.context
  if (!stays) contexts.push(look.context)
  await (stays ? look.page : look.context).addInitScript(
    ({ chosen, anew }) => {
      localStorage.setItem('linli.lang', chosen)
      const settings = anew ? null : localStorage.getItem('linli-settings')
      if (settings === null) localStorage.setItem('linli-settings', JSON.stringify({ lang: chosen }))
    },
    { chosen: lang, anew: stays },
  )
  await look.page.goto(path, { waitUntil: 'load' })
  await settled(look.page)
  return look
}

/** Writes down what a person would not see and must not happen. An expected refusal (4xx) is no trouble. */
function watch(page: Page): string[] {
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`))
  page.on('console', (message) => {
    const expected = /status of 4\d\d/.test(message.text())
    if (message.type() === 'error' && !expected) troubles.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (/^https?:$/.test(protocol) && origin !== new URL(inject('product')).origin) troubles.push(`request to ${origin}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} ${response.url()}`)
  })
  return troubles
}

/** Waits until nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('h1, [role="heading"], main') !== null, undefined, { timeout: 20_000 })
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null, undefined, { timeout: 20_000 })
  await page.waitForTimeout(150)
}

/** Keeps a picture of the page: e2e/screenshots/<name>.png. The long one is taken on a screen as tall as the page, so that bars lie at its end. */
export async function shot(page: Page, name: string, fullPage = true): Promise<void> {
  await picture(page, fileURLToPath(new URL(`screenshots/${name}.png`, import.meta.url)), fullPage)
}

/** Writes what the page shows to this file. */
export async function picture(page: Page, path: string, fullPage = true): Promise<void> {
  const seen = page.viewportSize() ?? { width: widths.desk, height: 900 }
  const tall = fullPage ? await page.evaluate(() => document.documentElement.scrollHeight) : seen.height
  if (tall > seen.height) await page.setViewportSize({ ...seen, height: Math.min(tall, 4000) })
  await page.screenshot({ path, animations: 'disabled' })
  if (tall > seen.height) await page.setViewportSize(seen)
}

/** Rows of one kind of which the first are looked at: the others are drawn by the same hand. */
const alike = ['tbody tr:nth-child(n+6)', '.list-group li:nth-child(n+6)', '.months > :nth-child(n+4)']

/**
 * Wants a page without trouble, without sideways scrolling, and without a serious barrier for those who use other means;
 * `rules` names the rules of axe that are held against it where the others were before: none at all, or all when left out.
 */
export async function expectCalm({ page, troubles }: Look, rules?: readonly string[]): Promise<void> {
  expect(troubles).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0)
  if (rules?.length === 0) return
  const axe = alike.reduce((builder, rows) => builder.exclude(rows), new AxeBuilder({ page }).setLegacyMode())
  const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa'])).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(
    serious.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    ),
  ).toEqual([])
}
