import { describe, expect, it } from 'vitest'
import { as, byNumber, type Hand, reported, theCase } from './api.ts'
import { expectCalm, open, settled, shot, withBrowser } from './browser.ts'

withBrowser()

interface Edition {
  readonly number: number
  readonly state: string
  readonly validFrom: string | null
}

const category = '25006'
const rule = `${category}.990901.any`
const newLead = '990901-education'
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

async function editions(system: Hand): Promise<readonly Edition[]> {
  return (await system.get<{ items: readonly Edition[] }>('/api/directory/editions')).items
}

/** One edition begins a day; where this journey ran today already, its edition is in force and only the looking is done again. */
async function begunToday(system: Hand): Promise<boolean> {
  return (await editions(system)).some(
    (one) => one.validFrom !== null && Date.parse(one.validFrom) >= Date.parse(`${today()}T00:00:00+08:00`),
  )
}

describe('the keeper of the directory', () => {
  it('changes a rule, looks at what it would change, publishes it with a reason; the next matter goes the new way and says why', async () => {
    const system = await as('system')
    const isAgain = await begunToday(system)
    await reported('卫生院夜里没有人值班。', { anonymous: true, category })
    const known = (await editions(system)).find((one) => one.state === 'draft')
    const { number } = known ?? (await system.post<Edition>('/api/directory/editions', { title: { zh: '医疗调整', en: 'Health' } }))
    await system.put(`/api/directory/editions/${number}/rules/${rule}`, {
      lead: newLead,
      support: [],
      basisKind: 'powerList',
      basis: { zh: '权责清单调整', en: 'list of powers, amended' },
      grassRootsAllowed: false,
    })
    const look = await open(`/desk/directory?edition=${number}`, { account: 'system' })
    const { page } = look
    await page.getByText('检查过了，可以发布。').waitFor()
    await page.getByText('和上一版比').click()
    await page.locator('.changes').waitFor()
    await shot(page, 'directory-changes-desk')
    await expectCalm(look)
    await page.getByText('看影响').first().click()
    await page.getByText('会换单位的').first().waitFor()
    await shot(page, 'directory-effect-desk')
    await expectCalm(look)
    if (isAgain) return
    await page.getByText('规则', { exact: true }).first().click()
    await page.getByRole('button', { name: '发布' }).click()
    await page.locator('#ask-validFrom').fill(today())
    await page.locator('#ask-reason').fill('卫生事项职责调整')
    await shot(page, 'directory-publish-desk')
    await expectCalm(look)
    await page.locator('.move-form').getByRole('button', { name: '发布', exact: true }).click()
    await page.locator('.move-form').waitFor({ state: 'detached' })
    const receipt = await reported('卫生院门口没有坡道。', { anonymous: true, category })
    const dispatcher = await as('dispatcher')
    const { id } = await byNumber(dispatcher, receipt.number)
    await dispatcher.post(`/api/cases/${id}/dispatch`, { lead: newLead })
    expect((await theCase(dispatcher, id)).orders[0]?.unit.id).toBe(newLead)
    const then = await open(`/desk/cases/${id}`, { account: 'dispatcher' })
    await settled(then.page)
    const why = then.page.locator('.why-here').first()
    expect(await why.innerText()).toContain('按派单目录派给')
    await why.getByText('看了哪些规则').click()
    expect(await why.innerText()).toContain(`第 ${number} 版`)
    await shot(then.page, 'directory-why-desk')
    await expectCalm(then)
  })
})
