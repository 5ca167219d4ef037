import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { reported } from '../api.ts'
import { expectCalm, type Lang, type Look, open, settled, type Width, widths } from '../browser.ts'
import type { Page } from './pages.ts'
import { placeOf } from './places.ts'

/** A report that this phone has sent: its receipt lies on the phone alone. */
async function keepReceipt(look: Look): Promise<void> {
  const answer = {
    ...(await reported('凉亭的长椅断了一条腿。')),
    promise: { zh: '已收到，最晚明天告诉您派给了谁。', en: 'Received; by tomorrow you will know who has it.' },
  }
  const row = {
    id: 'gallery',
    key: randomUUID(),
    kind: 'report',
    title: '凉亭的长椅断了一条腿',
    path: '',
    body: {},
    photosAt: null,
    photos: [],
  }
  const sent = { ...row, account: null, at: Date.now(), state: 'sent', problem: null, answer: { emergency: false, dueAt: null, ...answer } }
  await look.page.evaluate(
    (kept) =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open('linli', 1)
        asked.addEventListener('error', () => reject(new Error('no database on this phone')))
        asked.addEventListener('success', () => {
          const written = asked.result.transaction('outbox', 'readwrite')
          written.objectStore('outbox').put(kept)
          written.addEventListener('complete', () => {
            asked.result.close()
            resolve()
          })
        })
      }),
    sent,
  )
}

/** Opens a page as the one who is listed for it, wide, in Chinese, by day. What a visitor's phone keeps of a matter lies on a phone of its own. */
export async function visit(page: Page): Promise<Look> {
  const place = await placeOf(page)
  const isKept = /:(receipt|followed)\b/.test(page.path ?? '')
  const seat = { ...(page.account !== undefined && { account: page.account }), stays: !isKept }
  if (!page.path?.includes(':receipt')) return open(place, seat)
  const look = await open('/find')
  await keepReceipt(look)
  await look.page.goto(place, { waitUntil: 'load' })
  await settled(look.page)
  return look
}

/** The same page on a screen of this width. */
export async function wide(look: Look, width: Width): Promise<void> {
  await look.page.setViewportSize({ width: widths[width], height: width === 'hand' ? 812 : 900 })
  await settled(look.page)
}

/** Keeps settings of this person on this machine and opens the page again. */
async function choose(look: Look, lang: Lang, more: Readonly<Record<string, unknown>>): Promise<void> {
  const keep = (kept: readonly [string, string][]): void => kept.forEach(([name, value]) => localStorage.setItem(name, value))
  const kept: [string, string][] = [
    ['linli.lang', lang],
    ['linli-settings', JSON.stringify({ lang, ...more })],
  ]
  await look.page.evaluate(keep, kept)
  await look.page.addInitScript(keep, kept)
  await look.page.reload({ waitUntil: 'load' })
  await settled(look.page)
}

/** The same page in the other language. */
export const turn = (look: Look, lang: Lang): Promise<void> => choose(look, lang, {})

/** The same page in large print, 24 px. */
export const enlarge = (look: Look): Promise<void> => choose(look, 'zh', { large: true, size: 24 })

/** The same page while the server has trouble with everything but who one is. */
export async function breakServer(look: Look): Promise<void> {
  const body = JSON.stringify({ type: 'about:blank', title: 'trouble', status: 503, code: 'server.trouble', detail: '服务暂时不可用。' })
  await look.page.route(/\/api\/(?!me$|me\?|session|public\/sign-in)/, (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body }),
  )
  await look.page.reload({ waitUntil: 'load' })
  await settled(look.page)
}

/** What 适老化 finds too small in large print (rules.md 2.10): a text below 18 px, a thing one presses below 60 px in height or 44 in width. A link within a sentence is as high as its line. */
export const tooSmall = (look: Look): Promise<string[]> =>
  look.page.evaluate(() => {
    const isSeen = (one: Element): boolean =>
      one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      one.closest('.unseen, .skip, .map, [aria-hidden=true]') === null
    const texts = [...document.querySelectorAll('body *')].filter(
      (one) => isSeen(one) && [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    )
    const small = texts.filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 18)
    const pressed = [
      ...document.querySelectorAll('a, button, summary, input:not([type=radio], [type=checkbox], [type=file]), textarea, label:has(input)'),
    ]
    const low = pressed.filter((one) => {
      const { width, height } = one.getBoundingClientRect()
      return isSeen(one) && width > 1 && one.closest('p, li > span') === null && (height < 59.5 || width < 43.5)
    })
    const named = (one: Element): string => `${one.tagName} ${one.className} ${one.textContent?.trim().slice(0, 20)}`
    return [
      ...small.map((one) => `text: ${named(one)}`),
      ...low.map((one) => `target ${Math.round(one.getBoundingClientRect().height)}: ${named(one)}`),
    ]
  })

/** Wants a page calm: axe looks at it whole, wide in Chinese and narrow in English, and at its colours by night and in large print where it has such looks. */
export async function expectCalmEverywhere(page: Page): Promise<void> {
  const look = await visit(page)
  const lang = (): Promise<string> => look.page.evaluate(() => document.documentElement.lang)
  expect(await lang()).toMatch(/^zh/)
  await expectCalm(look)
  if (page.also?.includes('dark')) {
    await look.page.emulateMedia({ colorScheme: 'dark' })
    await expectCalm(look, ['color-contrast'])
    await look.page.emulateMedia({ colorScheme: 'light' })
  }
  await wide(look, 'hand')
  await expectCalm(look, [])
  await turn(look, 'en')
  expect(await lang()).toMatch(/^en/)
  await expectCalm(look)
  await wide(look, 'desk')
  await expectCalm(look, [])
  if (page.also?.includes('large')) {
    await wide(look, 'hand')
    await enlarge(look)
    await expectCalm(look, ['color-contrast'])
    expect(await tooSmall(look)).toEqual([])
  }
}
