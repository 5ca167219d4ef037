import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { as } from './api.ts'
import { expectCalm, open, settled, shot, withBrowser } from './browser.ts'

withBrowser()

/** Names of this run, so that it may be run again in the same city. */
const stamp = Date.now().toString(36).toUpperCase()

/** A sheet as an office sends it: GBK is tried on the server; here a title, other names of columns, full width, and two bad rows. */
const dirty = [
  '东岸区九小场所台账',
  '序号,店名,场所类别（必填）,经营地址,所属社区,最近检查时间',
  `1,${stamp}面馆,小餐饮,中华路１２号,990901001001,2026年11月2日`,
  `2,${stamp}旅店,旅店,中华路14号,990901001001,46328`,
  `3,${stamp}书店,书屋,中华路16号,990901001001,`,
  `4,${stamp}网吧,网吧,中华路18号,没有这个社区,`,
].join('\r\n')

async function choose(page: Page, field: string, name: string): Promise<void> {
  await page.locator(`#${field}`).click()
  await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click()
}

async function handIn(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('button', { name: '导入一个文件' }).first().click()
  await choose(page, 'import-target', '九小场所')
  await page.locator('#import-source').fill('市场监管局')
  await page.locator('.register-side input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: '下一步：对应列' }).click()
  await page.getByRole('heading', { name: '哪一列是什么' }).waitFor()
}

/** Waits until the import that is open says so. */
const says = (page: Page, state: string): Promise<void> => page.locator('.register-side').getByText(state, { exact: true }).waitFor()

it('a clerk brings a dirty file in: maps it once, tries, imports, mends the bad rows, and takes it all back', async () => {
  const look = await open('/desk/imports', { account: 'system' })
  const { page } = look
  await handIn(page, `台账${stamp}.csv`, dirty)
  await page.locator('#import-header').waitFor()
  expect(await page.locator('#import-header').inputValue()).toBe('2')
  await shot(page, 'importing-columns-desk')
  await expectCalm(look)
  await page.getByRole('button', { name: '先试一遍' }).click()
  await says(page, '试完')
  await page.getByText('这里没有这一类场所').first().waitFor()
  await shot(page, 'importing-tried-desk')
  await page.getByRole('button', { name: '就这样导入' }).click()
  await says(page, '收完')
  await shot(page, 'importing-done-desk')
  await expectCalm(look)

  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载没有收的行，改好再交' }).click()
  const bad = await readFile(await (await coming).path(), 'utf8')
  expect(bad.split('\r\n').filter((line) => line.includes(stamp))).toHaveLength(2)
  const mended = bad.replace('书屋', '小商店').replace('没有这个社区', '990901001001')
  await handIn(page, `改好${stamp}.csv`, mended)
  await page.getByText('按这个来源上次的对应关系填好了').waitFor()
  await page.getByRole('button', { name: '直接导入' }).click()
  await says(page, '收完')
  const hand = await as('system')
  const found = async (): Promise<number> => (await hand.get<{ items: unknown[] }>(`/api/places/small?q=${stamp}&limit=10`)).items.length
  expect(await found()).toBe(4)

  await page.getByRole('button', { name: '整批撤销' }).click()
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await says(page, '已撤销')
  expect(await found()).toBe(2)
  await settled(page)
  await page.setViewportSize({ width: 375, height: 812 })
  await shot(page, 'importing-undone-hand', false)
  await expectCalm(look, [])
})
