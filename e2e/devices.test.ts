import { randomUUID } from 'node:crypto'
import { describe, expect, inject, it } from 'vitest'
import { as, inTheGrid } from './api.ts'
import { expectCalm, open, settled, shot, withBrowser } from './browser.ts'

withBrowser()

interface Made {
  readonly device: { readonly id: string }
  readonly key: string
}

interface Seen {
  readonly items: readonly { readonly caseId: string | null }[]
}

/** A manhole cover with a device, in the demonstration grid. */
async function cover(name: string): Promise<Made> {
  const place = { ...(await inTheGrid()), source: 'wgs84', words: '和平路口' }
  return (await as('system')).post('/api/devices', { name, kind: 'manhole', component: randomUUID().slice(0, 13), place })
}

async function tell({ device, key }: Made, values: object): Promise<void> {
  const answer = await fetch(new URL(`/api/public/devices/${device.id}/readings`, inject('product')), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-device-key': key },
    body: JSON.stringify({ values }),
  })
  expect(answer.status).toBe(200)
}

describe('a device at a manhole cover', () => {
  it('says that the cover moved: an alarm, then a matter with an owner', async () => {
    const admin = await as('system')
    const rules = await admin.get<{ items: { code: string; version: number }[] }>('/api/device-rules')
    const version = rules.items.find((rule) => rule.code === 'manhole-moved')?.version
    await admin.patch('/api/device-rules/manhole-moved', { version, waitSeconds: 0 })
    const name = `井盖 ${randomUUID().slice(0, 6)}`
    const made = await cover(name)
    await tell(made, { tilt: 2, battery: 90 })
    await tell(made, { tilt: 62 })
    const desk = await as('dispatcher')
    const alarms = () => desk.get<Seen>(`/api/alarms?device=${made.device.id}`)
    await expect.poll(async () => (await alarms()).items[0]?.caseId ?? null, { timeout: 60_000, interval: 500 }).not.toBeNull()

    const look = await open('/desk/sensors', { account: 'dispatcher' })
    const { page } = look
    const row = page.getByRole('row').filter({ hasText: name })
    await row.getByText('未恢复').waitFor()
    await row.getByRole('link', { name: '井盖移位' }).click()
    await page.locator('.register-side').getByText('62 °').first().waitFor()
    await settled(page)
    await shot(page, 'devices-alarm-desk')
    await expectCalm(look)
    await page.locator('.register-side').getByRole('link', { name: '看这件诉求' }).click()
    await page.getByRole('heading', { name: /井盖移位：倾角 62/ }).waitFor()
    await settled(page)
    await shot(page, 'devices-matter-desk')
    await expectCalm(look)
    await page.getByRole('link', { name: '看设备报警' }).click()
    await page.getByRole('row').filter({ hasText: name }).waitFor()

    await tell(made, { tilt: 1 })
    await page.reload()
    await page.getByRole('row').filter({ hasText: name }).getByText('已恢复').waitFor()
    await expectCalm(look)
  })

  it('is seen with what it said', async () => {
    const look = await open('/desk/sensors?tab=devices', { account: 'community' })
    await look.page.getByRole('link', { name: '社区中心室温' }).click()
    await look.page.locator('.readings svg').waitFor()
    await settled(look.page)
    await shot(look.page, 'devices-one-desk')
    await expectCalm(look)
  })
})
