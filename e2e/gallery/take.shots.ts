import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type Look, picture, withBrowser } from '../browser.ts'
import { album, book } from './book.ts'
import { type Extra, pages } from './pages.ts'
import { breakServer, enlarge, turn, visit, wide } from './visit.ts'

withBrowser()

const folder = new URL('../../docs/gallery/', import.meta.url)
const wanted = (process.env['LINLI_GALLERY'] ?? '').split(' ').filter(Boolean)

beforeAll(() => {
  mkdirSync(folder, { recursive: true })
})

afterAll(() => {
  writeFileSync(new URL('index.html', folder), album())
  writeFileSync(new URL('../gallery.md', folder), book())
})

const extras: Readonly<Record<Extra, (look: Look) => Promise<void>>> = {
  dark: (look) => look.page.emulateMedia({ colorScheme: 'dark' }),
  large: enlarge,
  broken: breakServer,
}

describe('a picture of', () => {
  it.each(pages.filter(({ name }) => wanted.length === 0 || wanted.some((one) => name.includes(one))))('$name', async (page) => {
    const keep = (look: Look, how: string): Promise<void> => picture(look.page, fileURLToPath(new URL(`${page.name}-${how}.png`, folder)))
    const look = await visit(page)
    await keep(look, 'zh-1440')
    await wide(look, 'hand')
    await keep(look, 'zh-375')
    const also = page.also ?? []
    if (also.includes('dark')) {
      await wide(look, page.face)
      await extras.dark(look)
      await keep(look, 'dark')
      await look.page.emulateMedia({ colorScheme: 'light' })
      await wide(look, 'hand')
    }
    await turn(look, 'en')
    await keep(look, 'en-375')
    await wide(look, 'desk')
    await keep(look, 'en-1440')
    await wide(look, page.face)
    for (const extra of also.filter((one) => one !== 'dark')) {
      await extras[extra](look)
      await keep(look, extra)
    }
  })
})
