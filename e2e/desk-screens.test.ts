import { describe, expect, it } from 'vitest'
import { expectCalm, open, settled, shot, widths, withBrowser } from './browser.ts'
import type { Look, Width } from './browser.ts'

withBrowser()

interface Screen {
  readonly name: string
  /** Below `/desk/`; `:case` stands for the first matter that this person may see. */
  readonly path: string
  readonly account?: string
}

const at = (account: string, ...paths: readonly string[]): Screen[] =>
  paths.map((path) => ({ name: `${path.replaceAll(/[^a-z]+/g, '-').replace(/-$/, '')} of ${account}`, path, account }))

/** The pages of the desk for those who handle matters, and who opens them. */
const screens: readonly Screen[] = [
  { name: 'sign-in', path: 'sign-in' },
  { name: 'invitation', path: 'invitation/nothing' },
  ...at('dispatcher', 'list', 'dispatch', 'intake', 'map', 'inbox', 'settings', 'nowhere'),
  ...at('housing', 'list', 'answers', 'accounts'),
  ...at('supervisor', 'cases', 'cases/:case', 'figures'),
  ...at('housinglead', 'figures?set=effort'),
]

/** From the list of matters to the first of them. */
async function toFirst(look: Look): Promise<void> {
  const list = (await (await look.context.request.get('/api/cases?limit=1')).json()) as { items: { id: string }[] }
  await look.page.goto(`/desk/cases/${list.items[0]?.id ?? ''}`, { waitUntil: 'load' })
  await settled(look.page)
}

async function wide(look: Look, width: Width): Promise<void> {
  await look.page.setViewportSize({ width: widths[width], height: width === 'hand' ? 812 : 900 })
  await settled(look.page)
}

/** The same page in the other language. */
async function turn(look: Look, lang: 'zh' | 'en'): Promise<void> {
  await look.page.evaluate((chosen) => localStorage.setItem('linli.lang', chosen), lang)
  await look.context.addInitScript((chosen) => localStorage.setItem('linli.lang', chosen), lang)
  await look.page.reload({ waitUntil: 'load' })
  await settled(look.page)
}

/** Axe looks at it whole wide in Chinese and narrow in English, and at its colours by night; the other two are looked at for their layout. */
describe('the desk', () => {
  it.each(screens)('$name is calm at both widths, in both languages, by day and by night', async ({ name, path, account }) => {
    const look = await open(`/desk/${path.replace(/:case$/, '')}`, account === undefined ? {} : { account })
    if (path.endsWith(':case')) await toFirst(look)
    const kept = `desk-${name.replaceAll(' ', '-')}`
    expect(await look.page.evaluate(() => document.documentElement.lang)).toMatch(/^zh/)
    await shot(look.page, `${kept}-zh-desk`)
    await expectCalm(look)
    await look.page.emulateMedia({ colorScheme: 'dark' })
    await shot(look.page, `${kept}-zh-dark`)
    await expectCalm(look, ['color-contrast'])
    await look.page.emulateMedia({ colorScheme: 'light' })
    await wide(look, 'hand')
    await shot(look.page, `${kept}-zh-hand`)
    await expectCalm(look, [])
    await turn(look, 'en')
    expect(await look.page.evaluate(() => document.documentElement.lang)).toMatch(/^en/)
    await shot(look.page, `${kept}-en-hand`)
    await expectCalm(look)
    await wide(look, 'desk')
    await shot(look.page, `${kept}-en-desk`)
    await expectCalm(look, [])
  })
})
