import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { as } from './api.ts'
import { expectCalm, open, settled, shot, withBrowser } from './browser.ts'

withBrowser()

/** Ten fingers and no mouse: counts the keys that are no text. */
function keyboard(page: Page) {
  let keys = 0
  const press = async (key: string, times = 1): Promise<void> => {
    for (let n = 0; n < times; n++) {
      keys += 1
      await page.keyboard.press(key)
    }
  }
  return {
    press,
    type: (text: string): Promise<void> => page.keyboard.insertText(text),
    keys: () => keys,
    /** Presses Tab until the named thing has the focus. */
    tabTo: async (id: string, most = 12): Promise<void> => {
      for (let n = 0; n < most; n++) {
        if (await page.evaluate((wanted) => document.activeElement?.id === wanted, id)) return
        await press('Tab')
      }
      expect.unreachable(`${id} was not reached by ${most} Tabs`)
    },
  }
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => `${document.activeElement?.id ?? ''} ${document.activeElement?.textContent ?? ''}`.trim())

async function readNumber(page: Page): Promise<string> {
  await page.getByRole('heading', { name: '已登记' }).waitFor()
  return page.locator('.receipt-number').innerText()
}

describe('a clerk at the desk, by keyboard alone', () => {
  it('signs in, takes a call, and is ready for the next one', async () => {
    const look = await open('/desk/sign-in')
    const { page } = look
    const { press, type, tabTo, keys } = keyboard(page)
    await expect.poll(() => focused(page)).not.toBe('')
    await type('community')
    await press('Tab')
    await type('linli-demo-2026')
    await press('Enter')
    await page.getByRole('heading', { name: '我的清单' }).waitFor()
    await settled(page)
    await page.goto('/desk/intake')
    await settled(page)
    await expect.poll(() => focused(page)).toBe('intake-phone')

    const before = keys()
    const since = Date.now()
    await type('10012345678')
    await press('Tab')
    await type('李女士')
    await press('Tab')
    await type('和平家园 3 号楼 2 单元')
    await tabTo('intake-text')
    await type('楼道灯坏了三天，晚上黑，老人上下楼不敢走。')
    await page.getByText(/因为写了/).waitFor()
    await shot(page, 'clerk-intake-desk')
    await expectCalm(look)
    const judging = Date.now()
    await press('Enter')
    const number = await readNumber(page)
    console.log(`a clerk takes a call: ${keys() - before} keys beyond the text; answered ${Date.now() - judging} ms after Enter`)
    expect(keys() - before).toBeLessThanOrEqual(8)
    expect(Date.now() - since).toBeLessThan(60_000)
    await shot(page, 'clerk-receipt-desk')
    await expectCalm(look)
    const found = await (await as('community')).get<{ items: { state: string; title: string }[] }>(`/api/cases?q=${number}`)
    expect(found.items[0]).toMatchObject({ state: 'registered', title: '楼道灯坏了三天，晚上黑，老人上下楼不敢走' })
    await expect.poll(() => focused(page)).toContain('再登记一件')
    await press('Enter')
    await expect.poll(() => focused(page)).toBe('intake-phone')
  })

  it('takes a report by proxy only with the consent of the person concerned', async () => {
    const look = await open('/desk/intake', { account: 'hotline' })
    const { page } = look
    const { press, type, tabTo } = keyboard(page)
    await expect.poll(() => focused(page)).toBe('intake-phone')
    await press('Shift+Tab')
    await press('ArrowRight', 3)
    await page.getByText('代谁来的人').waitFor()
    await tabTo('intake-phone')
    await type('10087654321')
    await tabTo('intake-proxyName')
    await type('王小明')
    await press('Tab')
    await type('10011112222')
    await press('Tab')
    await type('儿子')
    await tabTo('intake-text')
    await type('老人家里暖气不热，室温只有 15 度。')
    await press('Enter')
    await page.getByText('代为反映，要当事人同意。').waitFor()
    await expect.poll(() => focused(page)).toBe('intake-consent')
    await shot(page, 'clerk-proxy-desk')
    await expectCalm(look)
    await press('Space')
    await tabTo('intake-text')
    await press('Enter')
    const number = await readNumber(page)
    const found = await (await as('hotline')).get<{ items: { channel: string }[] }>(`/api/cases?q=${number}`)
    expect(found.items[0]?.channel).toBe('proxy')
  })

  it('is told at once to call, when what is said is an emergency', async () => {
    const look = await open('/desk/intake', { account: 'hotline' })
    const { page } = look
    const { type, tabTo } = keyboard(page)
    await tabTo('intake-text')
    await type('楼里着火了，三楼有人没出来。')
    await page.getByRole('alert').filter({ hasText: '119' }).waitFor()
    await shot(page, 'clerk-emergency-desk')
    await expectCalm(look)
  })

  it('sends a small matter to the property company, because the directory says so', async () => {
    const community = await as('community')
    const me = await community.get<{ posts: { area: { code: string } }[] }>('/api/me')
    const area = me.posts[0]?.area.code
    const text = '二单元楼道灯一闪一闪。'
    const made = await community.post<{ id: string }>('/api/cases', { channel: 'visit', text, category: '20003', area })
    const look = await open(`/desk/cases/${made.id}`, { account: 'community' })
    const { page } = look
    await page.getByText('建议派给').waitFor()
    expect(await page.locator('.suggestion-lead').innerText()).toContain('物业')
    expect(await page.locator('.suggestion-why').innerText()).toContain('小事靠物业')
    await page.getByRole('button', { name: '照此派单' }).click()
    await page.getByRole('button', { name: '派单', exact: true }).click()
    await page.getByText('已记下：派单。').waitFor()
    await shot(page, 'clerk-property-desk')
    await expectCalm(look)
    const waits = await (await as('property')).get<{ items: { caseId: string }[] }>('/api/worklist')
    expect(waits.items.map((item) => item.caseId)).toContain(made.id)
  })
})
