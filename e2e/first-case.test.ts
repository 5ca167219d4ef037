import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { as, dispatched, moveLead, theCase } from './api.ts'
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
