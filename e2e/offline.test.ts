import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { as, byNumber, dispatched, type Hand, inTheGrid, moveLead, type Point, theCase } from './api.ts'
import { open, settled, shot, withBrowser } from './browser.ts'

withBrowser()

const kept = '没有网络，已存在手机里，连上就发'
let here: Point = { lon: 0, lat: 0 }
let desk: Hand
beforeAll(async () => {
  here = await inTheGrid()
  desk = await as('citydesk')
})

/** How many matters hold these words. */
async function count(words: string): Promise<number> {
  return (await desk.get<{ items: unknown[] }>(`/api/cases?q=${encodeURIComponent(words)}`)).items.length
}

/** The app lies on the phone: from here on it opens without a network. */
async function installed(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(async () => (await caches.keys()).some((name) => name.includes('precache')))
  await page.reload()
  await settled(page)
}

async function fill(page: Page, words: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '从相册选' }).tap()
  await (await chooser).setFiles({ name: 'lamp.png', mimeType: 'image/png', buffer: await page.screenshot() })
  await page.getByRole('img', { name: '照片 1' }).waitFor()
  await page.getByRole('textbox', { name: /说一句/ }).fill(words)
  await page.getByRole('textbox', { name: /具体在哪儿/ }).fill('三号楼门口')
  await page.getByText('不留名', { exact: true }).tap()
}

/** Lets the server do what is asked, and loses its first answers on the way. */
async function loseAnswers(context: BrowserContext, most: number): Promise<() => number> {
  let asked = 0
  await context.route('**/api/public/cases', async (route) => {
    const answer = await route.fetch()
    asked += 1
    return asked <= most ? route.abort('connectionreset') : route.fulfill({ response: answer })
  })
  return () => asked
}

describe('a phone without a network', () => {
  it('keeps a report with its photo over a closed page, and sends it once when the network is back', async () => {
    const words = `断网说的事${Date.now()}`
    const { page, context, troubles } = await open('/report', { width: 'hand' })
    await installed(page)
    await context.setOffline(true)
    await page.reload()
    await settled(page)
    await fill(page, words)
    await page.getByRole('button', { name: '提交' }).tap()
    await page.getByRole('heading', { name: '先存在手机里' }).waitFor()
    await shot(page, 'offline-kept-hand')
    await page.close()
    const again = await context.newPage()
    await again.goto('/')
    await again.getByText(kept).waitFor()
    await again.getByText('1 件', { exact: true }).waitFor()
    expect(await count(words)).toBe(0)
    await context.setOffline(false)
    await again.getByText(`存在手机里的「${words}」已经送到`).waitFor()
    expect(await again.getByText(kept).count()).toBe(0)
    await again.getByRole('link', { name: '看编号和查询码' }).tap()
    const number = await again.locator('.receipt-number').innerText()
    const sent = await byNumber(desk, number)
    expect(sent.title).toContain(words)
    expect(sent.photos).toHaveLength(1)
    expect(await count(words)).toBe(1)
    expect(troubles.filter((trouble) => !trouble.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  })

  it('makes one matter though two answers are lost and two pages send at once', async () => {
    const words = `丢了回音${Date.now()}`
    const { page, context } = await open('/report', { width: 'hand' })
    const asked = await loseAnswers(context, 2)
    const other = await context.newPage()
    await other.goto('/')
    await settled(other)
    await fill(page, words)
    await page.getByRole('button', { name: '提交' }).tap()
    await page.getByRole('heading', { name: '先存在手机里' }).waitFor()
    for (let round = 0; round < 3 && asked() < 3; round += 1) {
      await Promise.all([page, other].map((each) => each.evaluate(() => dispatchEvent(new Event('online')))))
      await page.waitForTimeout(1500)
    }
    await page.getByRole('heading', { name: '已经送到' }).waitFor()
    expect(asked()).toBe(3)
    expect(await count(words)).toBe(1)
  })

  it('keeps a grid worker’s verification, and the list shows what it last knew', async () => {
    const words = `断网核查${Date.now()}`
    const { id } = await dispatched(words)
    await moveLead('housing', id, 'acknowledge')
    await moveLead('housing', id, 'feedback', { kind: 'solved', words: '换了灯。' })
    const { page, context } = await open('/work', { width: 'hand', account: 'gridworker', at: here })
    await installed(page)
    await page.getByText(words).tap()
    await page.getByRole('button', { name: '核查', exact: true }).waitFor()
    await context.setOffline(true)
    await page.getByRole('button', { name: '核查', exact: true }).tap()
    await page.getByText('解决了', { exact: true }).tap()
    await page.getByRole('textbox', { name: '看到的情况' }).fill('灯亮了')
    await page.getByRole('button', { name: '核查', exact: true }).tap()
    await page.getByText('1 件', { exact: true }).waitFor()
    await page.reload()
    await page.getByText('没有网络，这是手机').waitFor()
    await shot(page, 'offline-matter-hand')
    expect((await theCase(desk, id)).state).toBe('verifying')
    await context.setOffline(false)
    await page.getByText(kept).waitFor({ state: 'detached' })
    await expect.poll(async () => (await theCase(desk, id)).state).toBe('closed')
    expect((await theCase(desk, id)).timeline.filter((row) => row.move === 'verify')).toHaveLength(1)
  })
})
