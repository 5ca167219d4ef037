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

describe('a person of the register', () => {
  it('is found for a purpose, masked; shown for a moment; and sees who looked', async () => {
    const desk = await open('/desk/people', { account: 'people' })
    const { page } = desk
    await page.getByText('电话', { exact: true }).first().click()
    await page.locator('#ask-value').fill('10000000001')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: /^演\*+/ }).waitFor()
    expect(await page.locator('.register-side').innerText()).not.toContain('演示居民甲')
    await page.getByRole('button', { name: '显示 身份证号' }).click()
    const shown = page.locator('.register-side dd').filter({ hasText: /990901\d{11}[\dX]/ })
    await shown.waitFor()
    await shot(page, 'people-person-desk')
    await expectCalm(desk)
    const number = /990901\d{11}[\dX]/.exec(await shown.innerText())?.[0] ?? ''

    const hand = await open('/person', { account: 'resident', width: 'hand' })
    await hand.page.getByLabel('姓名').fill('演示居民甲')
    await hand.page.getByLabel('身份证号').fill(number)
    await hand.page.getByRole('button', { name: '核对' }).click()
    await hand.page.getByText('各部门的记录').waitFor()
    await shot(hand.page, 'people-mine-hand')
    await expectCalm(hand)
    await hand.page.getByRole('link', { name: '谁看过我' }).click()
    await hand.page.getByText('身份证号', { exact: false }).first().waitFor()
    expect(await hand.page.locator('main').innerText()).toMatch(/人口信息管理员[\s\S]*走访服务/)
    await shot(hand.page, 'people-looks-hand')
    await expectCalm(hand)
  })
})
