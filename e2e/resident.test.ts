import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { as, byNumber, dispatched, inTheGrid, moveLead, type Point, visitor } from './api.ts'
import { expectCalm, open, settled, shot, withBrowser } from './browser.ts'

withBrowser()

let here: Point = { lon: 0, lat: 0 }
beforeAll(async () => {
  here = await inTheGrid()
})

const pipe = '门口水管漏水，流了一地，早上结冰容易滑倒。'

/** Taps and counts; typing a sentence is no tap. */
function finger() {
  let taps = 0
  return {
    tap: async (what: Locator): Promise<void> => {
      taps += 1
      await what.tap()
    },
    taps: () => taps,
  }
}

/** A photo as a phone hands it over: here a picture of the page itself. */
async function givePhoto(page: Page, tap: (what: Locator) => Promise<void>): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await tap(page.getByRole('button', { name: '拍照' }))
  await (await chooser).setFiles({ name: 'pipe.png', mimeType: 'image/png', buffer: await page.screenshot() })
  await page.getByRole('img', { name: '照片 1' }).waitFor()
}

interface Receipt {
  readonly number: string
  readonly code: string
}

async function readReceipt(page: Page): Promise<Receipt> {
  await page.getByRole('heading', { name: '已经送到' }).waitFor()
  const text = (selector: string): Promise<string> => page.locator(selector).innerText()
  return { number: await text('.receipt-number'), code: (await text('.receipt-code')).replaceAll(/\s/g, '') }
}

const numberShape = /^\d{6}-\d{6}-\d{5}-[\dX]$/

async function answerVerdict(page: Page, solved: string, satisfied: string): Promise<void> {
  const form = page.getByRole('region', { name: '评价' })
  await form.getByText(solved, { exact: true }).tap()
  await form.getByText(satisfied, { exact: true }).tap()
  await form.getByRole('button', { name: '评价' }).tap()
  await page.getByText('好了。', { exact: true }).waitFor()
}

describe('a resident on a phone', () => {
  it('reports a leaking pipe by photo, place and a sentence, without a name, and finds it again by the secret link alone', async () => {
    const look = await open('/', { width: 'hand', at: here })
    const { page } = look
    const { tap, taps } = finger()
    await page.getByRole('link', { name: /说件事/ }).tap()
    await settled(page)
    await givePhoto(page, tap)
    await page.getByText('青巷社区第一网格').first().waitFor()
    await page.getByRole('textbox', { name: /说一句/ }).fill(pipe)
    await tap(page.getByText('不留名', { exact: true }))
    await page.getByText(/像是「/).waitFor()
    await shot(page, 'resident-report-hand')
    await expectCalm(look)
    await tap(page.getByRole('button', { name: '提交' }))
    const receipt = await readReceipt(page)
    console.log(`a resident reports: ${taps()} taps and a sentence`)
    expect(taps()).toBeLessThanOrEqual(3)
    expect(receipt.number).toMatch(numberShape)
    expect(receipt.code).toHaveLength(8)
    await shot(page, 'resident-receipt-hand')
    await expectCalm(look)
    await page.getByRole('link', { name: '看办到哪儿了' }).tap()
    await page.getByRole('heading', { name: '办到哪儿了' }).waitFor()
    const link = page.url()

    const other = await open(link, { width: 'hand' })
    await other.page.getByRole('heading', { name: '办到哪儿了' }).waitFor()
    await expect.poll(() => other.page.locator('.follow-now').innerText()).toContain(receipt.number)
    expect(await other.page.locator('.follow-promise').innerText()).toMatch(/最晚.*月.*日/)
    await shot(other.page, 'resident-follow-hand')
    await expectCalm(other)
    await other.page.goto('/find')
    await other.page.getByRole('textbox', { name: '8 位查询码' }).fill(receipt.code.toLowerCase())
    await other.page.getByRole('button', { name: '打开' }).tap()
    await expect.poll(() => other.page.locator('.follow-now').innerText()).toContain(receipt.number)
  })

  it('reports by phone number, and asks with the number and four digits where it stands', async () => {
    const look = await open('/report', { width: 'hand', at: here })
    const { page } = look
    await page.getByText('青巷社区第一网格').first().waitFor()
    await page.getByRole('textbox', { name: /说一句/ }).fill('楼道灯坏了三天，老人上下楼不敢走。')
    await page.getByRole('textbox', { name: '电话' }).fill('13800001234')
    await page.getByRole('button', { name: '提交' }).tap()
    const receipt = await readReceipt(page)
    await page.goto('/find')
    await page.getByRole('textbox', { name: '编号' }).fill(receipt.number)
    await page.getByRole('textbox', { name: '您留的电话后四位' }).fill('1234')
    await page.getByRole('button', { name: '查一查' }).tap()
    await page.getByText('凭编号只能看到进展', { exact: false }).waitFor()
    await shot(page, 'resident-find-hand')
    await expectCalm(look)
    await expect(visitor().post('/api/public/lookup', { number: receipt.number, phoneLast4: '4321' })).rejects.toThrow('404')
  })

  it('signs in and has the matter among the own ones', async () => {
    const look = await open('/', { width: 'hand', account: 'resident', at: here })
    const { page } = look
    const { tap, taps } = finger()
    await page.getByRole('link', { name: /说件事/ }).tap()
    await settled(page)
    await page.getByText('青巷社区第一网格').first().waitFor()
    await page.getByRole('textbox', { name: /说一句/ }).fill('下水道堵了，一楼返水。')
    await tap(page.getByRole('button', { name: '提交' }))
    const { number } = await readReceipt(page)
    expect(taps()).toBe(1)
    await page.goto('/mine')
    await settled(page)
    await page.getByText('下水道堵了，一楼返水', { exact: true }).first().waitFor()
    await shot(page, 'resident-mine-hand')
    await expectCalm(look)
    await page.getByText('下水道堵了，一楼返水', { exact: true }).first().tap()
    await expect.poll(() => page.locator('.follow-now').innerText()).toContain(number)
  })

  it('is told of each step, says that it was solved, and reopens it when it breaks again', async () => {
    const matter = await dispatched('楼上天花板渗水，墙皮掉了。', { reporter: { phone: '13800005678' } })
    const look = await open(matter.receipt.link, { width: 'hand' })
    const { page } = look
    await page.getByText('住房和城乡建设局', { exact: false }).first().waitFor()
    await moveLead('housing', matter.id, 'acknowledge')
    await moveLead('housing', matter.id, 'feedback', { kind: 'solved', words: '已做防水，试过不漏。' })
    await page.reload()
    await settled(page)
    await page.getByText('该您说了').waitFor()
    await page.getByText('已做防水，试过不漏。').first().waitFor()
    await shot(page, 'resident-verdict-hand')
    await expectCalm(look)
    await answerVerdict(page, '解决了', '很满意')
    const dispatcher = await as('dispatcher')
    expect((await byNumber(dispatcher, matter.number)).state).toBe('closed')

    await page.reload()
    await settled(page)
    await page.getByRole('button', { name: '没解决，请重办' }).tap()
    await page.getByRole('textbox', { name: '哪里没有解决' }).fill('下雨又漏了。')
    await page.getByRole('button', { name: '没解决，请重办' }).tap()
    await page.getByText('好了。', { exact: true }).waitFor()
    expect((await byNumber(dispatcher, matter.number)).state).toBe('open')
    await shot(page, 'resident-reopened-hand')
    await expectCalm(look)
  })
})
