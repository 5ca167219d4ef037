import { describe, expect, it } from 'vitest'
import { as, dispatched, moveLead, theCase } from './api.ts'
import { expectCalm, open, shot, withBrowser } from './browser.ts'
import { choose, send } from './desk.ts'

withBrowser()

describe('a department at the desk', () => {
  it('acknowledges, notes progress, and says honestly that it cannot be solved for now: with a plan and a review date', async () => {
    const matter = await dispatched('小区主干道路灯整片不亮，变压器老化。')
    const look = await open('/desk/list', { account: 'housing' })
    const { page } = look
    await page.getByText('小区主干道路灯整片不亮').first().click()
    await page.getByRole('heading', { name: '小区主干道路灯整片不亮，变压器老化' }).waitFor()
    await shot(page, 'department-order-desk')
    await expectCalm(look)
    await page.getByRole('button', { name: '签收', exact: true }).click()
    await send(page, '签收')
    await page.getByText('已记下：签收。').waitFor()
    await choose(page, '反馈结果')
    const form = page.locator('.move-form')
    for (const kind of ['已解决', '已解释', '部分解决', '暂无法解决']) await form.getByText(kind, { exact: true }).waitFor()
    await form.getByText('暂无法解决', { exact: true }).click()
    await page.locator('#ask-words').fill('变压器要更换，今年没有预算。')
    await send(page, '反馈结果')
    await page.locator('form [role=alert]').filter({ hasText: '后续安排' }).first().waitFor()
    await shot(page, 'department-plan-missing-desk')
    await expectCalm(look)
    await page.locator('#ask-plan').fill('列入明年三月的改造，之前每周巡查一次。')
    const review = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
    await page.locator('#ask-reviewAt').fill(`${review} 09:00`)
    await send(page, '反馈结果')
    await expect.poll(async () => (await theCase(await as('dispatcher'), matter.id)).state).toBe('deferred')
    await shot(page, 'department-deferred-desk')
    await expectCalm(look)
  })

  it('returns once with a reason; the second time there is only the objection', async () => {
    const matter = await dispatched('楼顶广告牌松动，刮风响。')
    const look = await open(`/desk/cases/${matter.id}`, { account: 'housing' })
    const { page } = look
    await page.getByRole('heading', { name: '楼顶广告牌松动，刮风响' }).waitFor()
    await choose(page, '退回')
    await page.getByText('每件事只能退回一次').first().waitFor()
    await send(page, '退回')
    await page.locator('.question-problem').first().waitFor()
    await page.locator('.move-form').getByText('不是本单位职责', { exact: true }).click()
    await page.locator('#ask-words').fill('户外广告设施由城市管理局负责，见三定规定。')
    await shot(page, 'department-return-desk')
    await expectCalm(look)
    await send(page, '退回')
    await expect.poll(async () => (await theCase(await as('dispatcher'), matter.id)).orders[0]?.state).toBe('returned')
    await moveLead('dispatcher', matter.id, 'answerReturn', { decision: 'insist', words: '楼顶结构安全由住建局牵头。' })
    await page.reload()
    await page.getByRole('heading', { name: '楼顶广告牌松动，刮风响' }).waitFor()
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: '提出异议' }).waitFor()
    expect(await page.getByRole('menuitem', { name: '退回' }).count()).toBe(0)
    await shot(page, 'department-objection-offered-desk')
  })

  it('asks for more time', async () => {
    const matter = await dispatched('小区大门道闸失灵。')
    await moveLead('housing', matter.id, 'acknowledge')
    const look = await open(`/desk/cases/${matter.id}`, { account: 'housing' })
    const { page } = look
    await page.getByRole('heading', { name: '小区大门道闸失灵' }).waitFor()
    await choose(page, '申请延期')
    await page.locator('#ask-until').fill(`${new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)} 17:00`)
    await page.locator('#ask-words').fill('配件要从厂家订货。')
    await shot(page, 'department-extension-desk')
    await expectCalm(look)
    await send(page, '申请延期')
    await expect.poll(async () => (await theCase(await as('dispatcher'), matter.id)).orders[0]?.state).toBe('extensionRequested')
  })
})
