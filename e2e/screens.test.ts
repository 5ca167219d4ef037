import { describe, expect, it } from 'vitest'
import { expectCalm, open, type Seat, shot, withBrowser } from './browser.ts'

withBrowser()

/** Every screen that a person can open by its address, and who opens it. */
const screens: readonly { readonly name: string; readonly path: string; readonly account?: string }[] = [
  { name: 'desk-directory-changes', path: '/desk/directory?edition=1&view=changes', account: 'supervisor' },
  { name: 'desk-directory-effect', path: '/desk/directory?edition=1&view=effect', account: 'supervisor' },
  { name: 'desk-precedents', path: '/desk/directory?tab=precedents', account: 'system' },
  { name: 'desk-returns', path: '/desk/directory?tab=returns', account: 'supervisor' },
  { name: 'hand-home', path: '/' },
  { name: 'hand-report', path: '/report' },
  { name: 'hand-find', path: '/find' },
  { name: 'hand-sign-in', path: '/sign-in' },
  { name: 'hand-lost', path: '/nothing-here' },
  { name: 'hand-mine', path: '/mine', account: 'resident' },
  { name: 'hand-inbox', path: '/inbox', account: 'resident' },
  { name: 'hand-me', path: '/me', account: 'resident' },
  { name: 'hand-looks', path: '/looks', account: 'resident' },
  { name: 'hand-devices', path: '/devices', account: 'resident' },
  { name: 'hand-password', path: '/password', account: 'resident' },
  { name: 'hand-work', path: '/work', account: 'gridworker' },
  { name: 'hand-on-the-spot', path: '/on-the-spot', account: 'gridworker' },
]

const seats: readonly Required<Pick<Seat, 'lang' | 'width'>>[] = [
  { lang: 'zh', width: 'desk' },
  { lang: 'zh', width: 'hand' },
  { lang: 'en', width: 'desk' },
  { lang: 'en', width: 'hand' },
]

describe.each(screens)('$name', ({ name, path, account }) => {
  it.each(seats)('is calm in $lang at the $width', async (seat) => {
    const look = await open(path, { ...seat, ...(account !== undefined && { account }) })
    await shot(look.page, `${name}-${seat.lang}-${seat.width}`)
    expect(await look.page.evaluate(() => document.documentElement.lang)).toMatch(seat.lang === 'zh' ? /^zh/ : /^en/)
    await expectCalm(look)
  })
})
