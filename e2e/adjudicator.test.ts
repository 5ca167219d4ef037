import { describe, expect, it } from 'vitest'
import { as, dispatched, moveLead, theCase } from './api.ts'
import { expectCalm, open, shot, withBrowser } from './browser.ts'
import { choose, send } from './desk.ts'

withBrowser()

describe('an adjudicator at the desk', () => {
  it('rules on an objection, and the ruling binds', async () => {
    const matter = await dispatched('两小区之间的围墙裂了。')
    await moveLead('housing', matter.id, 'return', { reason: 'notOurDuty', words: '围墙属于物业。' })
    await moveLead('dispatcher', matter.id, 'answerReturn', { decision: 'insist', words: '公共部位安全由住建局牵头。' })
    await moveLead('housing', matter.id, 'object', { reason: 'notOurDuty', words: '三定规定中没有这一项。' })
    const look = await open('/desk/list', { account: 'adjudicator' })
    const { page } = look
    await page.getByText('异议待裁定').first().waitFor()
    await page.getByText('两小区之间的围墙裂了').first().click()
    await page.getByText('三定规定中没有这一项。').first().waitFor()
    await choose(page, '裁定')
    await page.getByText('裁定有约束力').first().waitFor()
    await page.locator('.move-form').getByText('仍由该单位办理', { exact: true }).click()
    await page.locator('#ask-words').fill('结构安全属于住建局职责，物业配合。')
    await shot(page, 'adjudicator-ruling-desk')
    await expectCalm(look)
    await send(page, '裁定')
    await expect.poll(async () => (await theCase(await as('dispatcher'), matter.id)).orders[0]?.state).toBe('dispatched')
    await shot(page, 'adjudicator-ruled-desk')
    await expectCalm(look)

    const bound = await open(`/desk/cases/${matter.id}`, { account: 'housing' })
    await bound.page.getByRole('button', { name: '签收', exact: true }).waitFor()
    await bound.page.getByText('结构安全属于住建局职责，物业配合。').first().waitFor()
    const offered = await (await as('housing')).get<{ orders: { offered: { move: string }[] }[] }>(`/api/cases/${matter.id}`)
    expect(offered.orders[0]?.offered.map((one) => one.move)).toEqual(['acknowledge'])
    await shot(bound.page, 'department-bound-desk')
  })
})
