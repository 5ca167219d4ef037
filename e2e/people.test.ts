import { describe, expect, it } from 'vitest'
import { as } from './api.ts'
import { expectCalm, open, shot, withBrowser } from './browser.ts'

withBrowser()

interface Items {
  readonly items: readonly { readonly id: string }[]
}

describe('the keeper of the people register', () => {
  it('looks at a doubtful pair side by side and says that it is one person', async () => {
    const before = (await (await as('people')).get<Items>('/api/doubts')).items
    const look = await open('/desk/people?tab=review', { account: 'people' })
    const { page } = look
    await page.locator('.cell-title').first().click()
    await page.getByRole('button', { name: '是同一个人，合并' }).waitFor()
    await shot(page, 'people-pair-desk')
    await expectCalm(look)
    await page.getByRole('button', { name: '是同一个人，合并' }).click()
    await page.locator('#ask-reason').fill('电话核实过，是同一个人')
    await page.keyboard.press('Control+Enter')
    await page.getByText('已记下。').waitFor()
    const after = (await (await as('people')).get<Items>('/api/doubts')).items
    expect(after.length).toBeLessThan(before.length)
    await expectCalm(look)
  })
})
