import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { as, dispatched, theCase } from './api.ts'
import { expectCalm, open, shot, withBrowser } from './browser.ts'
import { choose, send } from './desk.ts'

withBrowser()

async function sent(page: Page, move: string): Promise<void> {
  await send(page, move)
  await page.getByText(`已记下：${move}。`).waitFor()
}

describe('a supervisor at the desk', () => {
  it('reminds, shows a card, escalates, and sends help from above', async () => {
    const matter = await dispatched('整栋楼的下水主管塌了，没有单位肯接。')
    const look = await open(`/desk/cases/${matter.id}`, { account: 'supervisor' })
    const { page } = look
    await page.getByRole('heading', { name: '整栋楼的下水主管塌了，没有单位肯接' }).waitFor()
    await choose(page, '催办')
    await page.locator('#ask-words').fill('今天之内到现场。')
    await sent(page, '催办')
    await choose(page, '督办')
    await page.locator('.move-form').getByText('黄牌提醒', { exact: true }).click()
    await page.locator('#ask-words').fill('三天内报方案。')
    await shot(page, 'supervisor-card-desk')
    await expectCalm(look)
    await sent(page, '督办')
    await choose(page, '提级办理')
    await page.locator('#ask-words').fill('请区领导协调。')
    await sent(page, '提级办理')
    await choose(page, '上级支援')
    await page.locator('.move-form').getByText('拨款', { exact: true }).click()
    await page.locator('#ask-words').fill('区财政应急资金八万元，明天到位。')
    await shot(page, 'supervisor-help-desk')
    await expectCalm(look)
    await sent(page, '上级支援')
    const { marks, timeline } = await theCase(await as('dispatcher'), matter.id)
    expect(marks).toMatchObject({ supervised: 'yellow', reminded: 1 })
    expect(timeline.map((row) => row.move)).toEqual(expect.arrayContaining(['remind', 'supervise', 'escalate', 'help']))
    await page.getByText('黄牌督办').first().waitFor()
    await shot(page, 'supervisor-done-desk')
    await expectCalm(look)
  })

  it('sees at once what is late, and where', async () => {
    const look = await open('/desk/list', { account: 'supervisor' })
    await look.page.getByText('已超期').first().waitFor()
    await shot(look.page, 'supervisor-list-desk')
    await expectCalm(look)
  })
})

describe('a callback agent at the desk', () => {
  it('asks whether it was solved, and records it', async () => {
    const look = await open('/desk/list', { account: 'callback' })
    const { page } = look
    await page.getByText('待回访').first().waitFor()
    const waiting = (await (await as('callback')).get<{ items: { caseId: string }[] }>('/api/worklist')).items[0]
    await choose(page, '回访')
    await page.locator('.move-form').getByText('是', { exact: true }).first().click()
    await page.locator('.move-form').getByText('解决了', { exact: true }).click()
    await page.locator('#ask-words').fill('本人接的电话，说已经好了。')
    await shot(page, 'callback-form-desk')
    await expectCalm(look)
    await send(page, '回访')
    await expect.poll(async () => (await theCase(await as('supervisor'), waiting?.caseId ?? '')).state).toBe('closed')
    await shot(page, 'callback-done-desk')
    await expectCalm(look)
  })
})
