import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { as, dispatched, inTheGrid, moveLead, theCase } from './api.ts'
import { open, withBrowser } from './browser.ts'

withBrowser()

/** Counts the presses of a person's finger or mouse from here on. */
async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { presses: number }
    counted.presses = 0
    document.addEventListener('pointerdown', (event) => event.isTrusted && (counted.presses += 1), { capture: true })
  })
  return () => page.evaluate(() => (window as unknown as { presses: number }).presses)
}

describe('how much a first matter takes', () => {
  it('a resident says it with a sentence and three taps at most, from the first page to its number', async () => {
    const { page } = await open('/', { width: 'hand', at: await inTheGrid() })
    const presses = await countPresses(page)
    await page.getByRole('link', { name: /说件事/ }).tap()
    await page.getByText('青巷社区第一网格').first().waitFor()
    // The sentence is typed or spoken by the phone's own keyboard, which opens where the cursor is put.
    await page.getByRole('textbox', { name: /说一句/ }).fill('单元门口的台阶松了，老人上下容易摔。')
    await page.getByText('不留名', { exact: true }).tap()
    await page.getByRole('button', { name: '提交' }).tap()
    await page.getByRole('heading', { name: '已经送到' }).waitFor()
    const taps = await presses()
    console.log(`a resident: ${taps} taps and a sentence from the first page to the number`)
    expect(taps).toBeGreaterThan(0)
    expect(taps).toBeLessThanOrEqual(3)
  })

  it('a clerk takes a call with twelve keys at most beyond the text', async () => {
    const { page } = await open('/desk/intake', { account: 'hotline' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('intake-phone')
    let keys = 0
    const press = async (key: string): Promise<void> => {
      keys += 1
      await page.keyboard.press(key)
    }
    for (let n = 0; n < 12 && (await page.evaluate(() => document.activeElement?.id)) !== 'intake-text'; n++) await press('Tab')
    await page.keyboard.insertText('小区大门口的路灯不亮，已经三天。')
    await press('Enter')
    await page.getByRole('heading', { name: '已登记' }).waitFor()
    console.log(`a clerk: ${keys} keys beyond the text`)
    expect(keys).toBeLessThanOrEqual(12)
  })

  it('a department goes from its list to the feedback with four clicks at most', async () => {
    const matter = await dispatched('单元门门禁坏了，谁都能进。')
    await moveLead('housing', matter.id, 'acknowledge')
    const { page } = await open('/desk/list', { account: 'housing' })
    const presses = await countPresses(page)
    await page.locator('.list-row').filter({ hasText: '单元门门禁坏了' }).click()
    await page.getByRole('heading', { name: '单元门门禁坏了，谁都能进' }).waitFor()
    await page.locator('.matter-primary').filter({ hasText: '反馈结果' }).click()
    const form = page.locator('.move-form')
    await form.getByText('已解决', { exact: true }).click()
    // The words are typed with the cursor that the form put there, or by Tab: no click is spent on them.
    await page.locator('#ask-words').focus()
    await page.keyboard.insertText('门禁主板已更换，今天下午起正常。')
    await form.getByRole('button', { name: '反馈结果', exact: true }).click()
    await page.getByText('已记下：反馈结果。').waitFor()
    const clicks = await presses()
    console.log(`a department: ${clicks} clicks from its list to the feedback`)
    expect(clicks).toBeLessThanOrEqual(4)
    expect((await theCase(await as('dispatcher'), matter.id)).state).not.toBe('open')
  })
})
