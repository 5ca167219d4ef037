import type { Page } from 'playwright-core'

/** Opens a move of the matter on the desk: the likeliest by its button, any other behind 更多. */
export async function choose(page: Page, move: string): Promise<void> {
  const bar = page.locator('.matter-bar')
  await bar.waitFor()
  const likeliest = bar.locator('.matter-primary').filter({ hasText: move })
  if ((await likeliest.count()) > 0) await likeliest.click()
  else {
    await bar.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem').filter({ hasText: move }).click()
  }
  await page.locator('.move-form').waitFor()
}

/** Sends the open form by the button that carries the move's name. */
export async function send(page: Page, move: string): Promise<void> {
  await page.locator('.move-form').getByRole('button', { name: move, exact: true }).click()
}

/** Chooses an entry of a register in a field of the open form by a few letters of its name. */
export async function pick(page: Page, field: string, name: string): Promise<void> {
  await page.locator(`#ask-${field}`).click()
  await page.locator(`#ask-${field}`).fill(name)
  await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click()
  await page.locator('.move-form h2').click()
}
