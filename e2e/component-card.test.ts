import { describe, expect, it } from 'vitest'
import { as, byNumber } from './api.ts'
import { expectCalm, open, settled, shot, withBrowser } from './browser.ts'

withBrowser()

interface Rows {
  readonly items: readonly { readonly id: string; readonly code: string; readonly name: string }[]
}

/** A lamp of the demonstration grid worker's own grid. */
async function lamp(): Promise<Rows['items'][number]> {
  const worker = await as('gridworker')
  const { items } = await worker.get<Rows>('/api/components?limit=20')
  const found = items.find((one) => one.name.includes('路灯')) ?? items[0]
  if (!found) throw new Error('the demonstration has no component in the first grid')
  return found
}

describe('a plate in the street', () => {
  it('is scanned and reported in two taps, and the desk finds the matter on the component', async () => {
    const { code, id, name } = await lamp()
    const look = await open(`/p/${code}`, { width: 'hand' })
    const { page } = look
    await page.getByText(name).first().waitFor()
    await shot(page, 'component-card-hand')
    await expectCalm(look)
    await page.getByText('坏了、破了', { exact: true }).tap()
    await page.getByRole('button', { name: '上报' }).tap()
    await page.getByRole('heading', { name: '已经送到' }).waitFor()
    const number = await page.locator('.receipt-number').innerText()
    const dispatcher = await as('dispatcher')
    const matter = await byNumber(dispatcher, number)
    expect(matter.title).toContain(name)
    const desk = await open(`/desk/components/${id}`, { account: 'dispatcher' })
    await desk.page.getByText(number).waitFor()
    await shot(desk.page, 'component-desk')
    await expectCalm(desk)
  })

  it('shows a grid worker more, who says on the spot what became of it', async () => {
    const { code } = await lamp()
    const { page } = await open(`/p/${code}`, { width: 'hand', account: 'gridworker' })
    await page.getByRole('heading', { name: '现在可以' }).waitFor()
    await page.getByRole('button', { name: /记为破损|记为完好/ }).tap()
    await page.getByText(/巡查发现|已更换/).tap()
    await page.getByRole('region', { name: /记为/ }).getByRole('button', { name: /记为/ }).tap()
    await page.getByText('好了。', { exact: true }).waitFor()
    await shot(page, 'component-worker-hand')
  })

  it('that cannot be read leads to a page that helps', async () => {
    const look = await open('/p/12345', { width: 'hand', lang: 'en' })
    await look.page.getByRole('heading', { name: 'There is nothing with this number' }).waitFor()
    await settled(look.page)
    await expectCalm(look)
    await look.page.getByRole('link', { name: 'Report a matter' }).tap()
    await look.page.waitForURL(/\/report/)
  })
})
