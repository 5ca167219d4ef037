import { beforeAll, describe, expect, it } from 'vitest'
import { as, byNumber, dispatched, inTheGrid, moveLead, type Point, theCase } from './api.ts'
import { expectCalm, open, settled, shot, withBrowser } from './browser.ts'

withBrowser()

let here: Point = { lon: 0, lat: 0 }
beforeAll(async () => {
  here = await inTheGrid()
})

interface Listed {
  readonly id: string
  readonly title: string
  readonly state: string
}

/** The newest matter whose text holds these words. */
async function found(words: string): Promise<Listed | undefined> {
  const supervisor = await as('supervisor')
  return (await supervisor.get<{ items: Listed[] }>(`/api/cases?q=${encodeURIComponent(words)}&order=new`)).items[0]
}

describe('a grid worker on a phone', () => {
  it('settles a small thing on the spot, and somebody else is to verify it', async () => {
    const look = await open('/on-the-spot', { width: 'hand', account: 'gridworker', at: here })
    const { page } = look
    await page.getByText('青巷社区第一网格').first().waitFor()
    await page.getByRole('textbox', { name: /说一句/ }).fill('三单元门口纸箱挡道。')
    await page.getByText('当场办好了', { exact: true }).tap()
    await page.getByRole('textbox', { name: '怎么办的' }).fill('帮住户搬到回收点，路通了。')
    await shot(page, 'grid-worker-spot-hand')
    await expectCalm(look)
    await page.getByRole('button', { name: '办好了，记下来' }).tap()
    await page.getByText('已记下结果，由没有参与的人核实。').waitFor()
    await expectCalm(look)
    const made = await found('门口纸箱挡道')
    expect(made?.state).toBe('verifying')
    const waiting = await (await as('community')).get<{ items: { caseId: string }[] }>('/api/worklist')
    expect(waiting.items.map((item) => item.caseId)).toContain(made?.id)
    const own = await (await as('gridworker')).get<{ items: { caseId: string }[] }>('/api/worklist')
    expect(own.items.map((item) => item.caseId)).not.toContain(made?.id)
  })

  it('passes a large thing on, with a photo', async () => {
    const look = await open('/on-the-spot', { width: 'hand', account: 'gridworker', at: here })
    const { page } = look
    await page.getByRole('textbox', { name: /说一句/ }).fill('主路塌了一个坑，有半米深。')
    await page.getByText('往上交', { exact: true }).first().tap()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '从相册选' }).tap()
    await (await chooser).setFiles({ name: 'hole.png', mimeType: 'image/png', buffer: await page.screenshot() })
    await page.getByRole('img', { name: '照片 1' }).waitFor()
    await page.getByText('青巷社区第一网格').first().waitFor()
    await page.getByRole('button', { name: '往上交' }).tap()
    await page.getByText('已交上去，受理后会派给该管的单位。').waitFor()
    await page.getByRole('link', { name: '看这一件' }).tap()
    await page.getByRole('heading', { name: '主路塌了一个坑，有半米深' }).waitFor()
    await settled(page)
    await shot(page, 'grid-worker-passed-on-hand')
    await expectCalm(look)
    expect((await found('有半米深'))?.state).toBe('submitted')
  })

  it('sees one list of what waits, and verifies what somebody else says is done', async () => {
    const matter = await dispatched('河边步道的路灯灭了一半。')
    await moveLead('housing', matter.id, 'acknowledge')
    await moveLead('housing', matter.id, 'feedback', { kind: 'solved', words: '线路接头烧坏，已修复。' })
    const look = await open('/work', { width: 'hand', account: 'gridworker' })
    const { page } = look
    await page
      .getByRole('link', { name: /河边步道的路灯灭了一半/ })
      .first()
      .waitFor()
    await shot(page, 'grid-worker-list-hand')
    await expectCalm(look)
    await page
      .getByRole('link', { name: /河边步道的路灯灭了一半/ })
      .first()
      .tap()
    await page.getByRole('button', { name: '核查' }).tap()
    const form = page.getByRole('region', { name: '核查' })
    await form.getByText('没解决', { exact: true }).tap()
    await form.getByRole('textbox', { name: '看到的情况' }).fill('晚上去看过，还有两盏不亮。')
    await shot(page, 'grid-worker-verify-hand')
    await expectCalm(look)
    await form.getByRole('button', { name: '核查' }).tap()
    await page.getByText('好了。', { exact: true }).waitFor()
    const again = await theCase(await as('dispatcher'), matter.id)
    expect(again.state).toBe('open')
    expect(again.orders.find((order) => order.lead)?.state).toBe('dispatched')
  })

  it('closes by the word of a verifier what nobody left a name for; who reported may reopen it by the secret link', async () => {
    const matter = await dispatched('电线杆上的线垂下来了，离地两米。')
    await moveLead('housing', matter.id, 'acknowledge')
    await moveLead('housing', matter.id, 'feedback', { kind: 'solved', words: '已收紧固定。' })
    await (await as('gridworker')).post(`/api/cases/${matter.id}/verify`, { solved: 'yes', words: '看过，固定好了。' })
    expect((await byNumber(await as('dispatcher'), matter.number)).state).toBe('closed')
    const look = await open(matter.receipt.link, { width: 'hand' })
    await look.page.getByRole('button', { name: '没解决，请重办' }).waitFor()
    await shot(look.page, 'anonymous-closed-hand')
    await expectCalm(look)
  })
})
