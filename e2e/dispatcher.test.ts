import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { as, byNumber, reported, theCase } from './api.ts'
import { expectCalm, open, settled, shot, withBrowser } from './browser.ts'
import { choose, pick, send } from './desk.ts'

withBrowser()

const queueRow = (page: Page, words: string): Locator => page.locator('.list-row').filter({ hasText: words }).first()

describe('a dispatcher at the desk', () => {
  it('sees the queue with the suggestion and why, and dispatches to a lead and a supporting unit', async () => {
    const receipt = await reported('人行道塌了一块，盲道断了。', { anonymous: true, category: '24003' })
    const look = await open('/desk/dispatch', { account: 'dispatcher' })
    const { page } = look
    await queueRow(page, '人行道塌了一块').click()
    await page.getByRole('heading', { name: '人行道塌了一块，盲道断了' }).waitFor()
    expect(await page.locator('.suggestion-why').innerText()).toMatch(/派单目录第 \d+ 版.*依据/s)
    await page.getByRole('heading', { name: '派单', exact: true }).waitFor()
    await pick(page, 'support', '城市管理局')
    await shot(page, 'dispatcher-queue-desk')
    await expectCalm(look)
    await page.locator('#ask-words').fill('请先围挡，再修。')
    await page.keyboard.press('Control+Enter')
    await page.getByText('已记下：派单。').waitFor()
    await settled(page)
    await shot(page, 'dispatcher-dispatched-desk')
    await expectCalm(look)
    const { orders, state } = await byNumber(await as('dispatcher'), receipt.number)
    expect(state).toBe('open')
    expect(
      orders
        .map((order) => [order.lead, order.state])
        .toSorted()
        .toReversed(),
    ).toEqual([
      [true, 'dispatched'],
      [false, 'dispatched'],
    ])
    expect(orders.find((order) => !order.lead)?.unit.name).toContain('城市管理局')
  })

  it("is refused when a department's matter is to go down to a community, and told what to do instead", async () => {
    const receipt = await reported('路口红绿灯坏了，早高峰很乱。', { anonymous: true, category: '02014' })
    const { id } = await byNumber(await as('dispatcher'), receipt.number)
    const look = await open(`/desk/cases/${id}`, { account: 'dispatcher' })
    const { page } = look
    await choose(page, '派单')
    await pick(page, 'lead', '青巷社区')
    await send(page, '派单')
    const refusal = page.locator('form [role=alert]').first()
    await refusal.waitFor()
    expect(await refusal.innerText()).toMatch(/社区/)
    await shot(page, 'dispatcher-refused-desk')
    await expectCalm(look)
    expect((await theCase(await as('dispatcher'), id)).state).toBe('submitted')
  })

  it('walks the list and reaches the likeliest move by keyboard', async () => {
    const look = await open('/desk/list', { account: 'dispatcher' })
    const { page } = look
    await page.locator('.matter h1').waitFor()
    const first = await page.locator('.matter h1').innerText()
    await page.keyboard.press('j')
    await expect.poll(() => page.locator('.matter h1').innerText()).not.toBe(first)
    await page.keyboard.press('k')
    await expect.poll(() => page.locator('.matter h1').innerText()).toBe(first)
    await page.keyboard.press('Enter')
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.className ?? '')
    await expect.poll(focused).toContain('ant-btn-primary')
    await page.keyboard.press('Enter')
    await page.locator('.move-form').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.move-form').waitFor({ state: 'detached' })
  })
})
