import { describe, expect, it } from 'vitest'
import { as } from './api.ts'
import { expectCalm, open, settled, shot, withBrowser } from './browser.ts'
import { pick } from './desk.ts'

withBrowser()

/** Names of this run, so that it may be run again in the same city. */
const stamp = Date.now().toString(36)

/** What each administrator keeps, and a word that must stand there as data. */
const pages: readonly (readonly [account: string, path: string, heading: string, data: string])[] = [
  ['system', '/desk/areas', '区划与网格', '东岸区'],
  ['system', '/desk/orgs', '组织', '东岸区住房和城乡建设局'],
  ['system', '/desk/orgs?tab=compounds', '组织', '小区'],
  ['system', '/desk/orgs?tab=staff', '组织', '网格员'],
  ['system', '/desk/orgs?tab=complete', '组织', '网格'],
  ['system', '/desk/posts', '岗位与人员', '社区受理台'],
  ['system', '/desk/catalogue', '类别目录', '污水井盖异常'],
  ['system', '/desk/directory', '派单目录', '演示派单目录'],
  ['system', '/desk/calendar', '工作日历', '元旦'],
  ['system', '/desk/limits', '期限与步骤', '签收'],
  ['system', '/desk/imports', '导入', '导入一个文件'],
  ['system', '/desk/places', '房屋与场所', '（演示）'],
  ['system', '/desk/places?tab=profile', '房屋与场所', '老旧小区'],
  ['system', '/desk/jobs', '后台工作', '没有停下来的后台工作'],
  ['security', '/desk/accounts', '账号与会话', 'dispatcher'],
  ['audit', '/desk/audit', '审计', '什么时候'],
]

describe('an administrator at the desk', () => {
  // What these pages are to other means, `desk-screens` looks at.
  it.each(pages)('%s keeps %s', async (account, path, heading, data) => {
    const look = await open(path, { account, stays: true })
    await look.page.getByRole('heading', { name: heading, exact: true }).waitFor()
    await settled(look.page)
    await look.page.locator('#content').getByText(data, { exact: false }).first().waitFor()
    await shot(look.page, `administrator-${path.replaceAll(/\W+/g, '-').replace('-desk-', '')}-desk`)
    await expectCalm(look, [])
    await look.page.setViewportSize({ width: 375, height: 812 })
    await shot(look.page, `administrator-${path.replaceAll(/\W+/g, '-').replace('-desk-', '')}-hand`, false)
    await expectCalm(look, [])
  })

  it.each([
    ['system', '/desk/accounts'],
    ['system', '/desk/audit'],
    ['security', '/desk/audit'],
    ['security', '/desk/limits'],
    ['audit', '/desk/jobs'],
    ['audit', '/desk/accounts'],
    ['housing', '/desk/accounts'],
    ['callback', '/desk/audit'],
  ])('does not let %s into %s, and says so', async (account, path) => {
    const look = await open(path, { account, stays: true })
    await look.page.getByText('这里不归您的岗位看').waitFor()
    await shot(look.page, `no-permission-${account}-${path.replace('/desk/', '')}-desk`)
    await expectCalm(look, [])
  })

  it('registers a unit, which can be found at once', async () => {
    const look = await open('/desk/orgs', { account: 'system' })
    const { page } = look
    await page.getByRole('button', { name: '登记单位' }).click()
    await page.locator('.move-form').waitFor()
    await pick(page, 'kind', '社会组织')
    await page.locator('#ask-id').fill(`volunteers-${stamp}`)
    await page.locator('#ask-name').fill(`演示邻里志愿服务队${stamp}`)
    await pick(page, 'area', '东岸区')
    await shot(page, 'administrator-new-unit-desk')
    await expectCalm(look)
    await page.locator('.move-form').getByRole('button', { name: '登记单位' }).click()
    await page.locator('.move-form').waitFor({ state: 'detached' })
    await page.getByRole('searchbox', { name: '单位名称' }).fill(`志愿服务队${stamp}`)
    await page.getByText(`演示邻里志愿服务队${stamp}`).first().waitFor()
    const units = await (await as('dispatcher')).get<{ items: { id: string }[] }>(
      `/api/units?q=${encodeURIComponent(`志愿服务队${stamp}`)}`,
    )
    expect(units.items.map((unit) => unit.id)).toContain(`volunteers-${stamp}`)
  })

  it('opens an account: nobody but its owner ever knows the password', async () => {
    const look = await open('/desk/accounts', { account: 'security' })
    const { page } = look
    await page.getByRole('button', { name: '开设账号' }).click()
    await page.locator('#ask-name').fill('演示新人')
    await page.locator('#ask-signIn').fill(`newcomer-${stamp}`)
    await page.locator('.move-form').getByRole('button', { name: '开设账号' }).click()
    await page.getByRole('heading', { name: `newcomer-${stamp}` }).waitFor()
    const link = await page.locator('.once code').innerText()
    await shot(page, 'administrator-new-account-desk')
    await expectCalm(look)
    expect(link).toMatch(/http/)
    const entry = await open(link, {})
    await entry.page.getByRole('heading').first().waitFor()
    await settled(entry.page)
    await shot(entry.page, 'newcomer-password-desk')
    await expectCalm(entry)
  })

  it('finds the record of what was done whole', async () => {
    const look = await open('/desk/audit', { account: 'audit' })
    const { page } = look
    await page.getByRole('button', { name: '核验审计链' }).click()
    await page
      .getByText(/审计链完整/)
      .first()
      .waitFor()
    await shot(page, 'administrator-chain-desk')
    await expectCalm(look)
  })
})
