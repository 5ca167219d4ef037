import { beforeAll, describe, expect, it } from 'vitest'
import { recordLives } from '#modules/cases'
import { world } from '../../../test/world.ts'
import { makeGround } from '../ground/index.ts'
import { waitingLives } from '../waiting.ts'

const w = world()

beforeAll(async () => {
  const ctx = w.context()
  const me = (await (await w.as('resident')).get('/api/me')).body as { account: { id: string } }
  const [row] = await w.db.query<{ subject_id: string }>({
    text: 'select subject_id from accounts.account where id = $1',
    values: [me.account.id],
  })
  const residents = [{ id: me.account.id, subjectId: row?.subject_id ?? '' }]
  const lives = await waitingLives({ ctx, now: ctx.now, random: () => 0.5, holders: new Map(), residents }, makeGround('small'))
  await recordLives(ctx, lives)
})

describe('the demonstration city', () => {
  it.each([
    ['gridworker', '待核查'],
    ['community', '待受理'],
    ['dispatcher', '待受理'],
    ['dispatcher', '退回待答复'],
    ['dispatcher', '延期待审核'],
    ['housing', '待签收'],
    ['urban', '待签收'],
    ['water', '待签收'],
    ['heating', '待签收'],
    ['property', '待签收'],
    ['adjudicator', '异议待裁定'],
    ['supervisor', '不予受理待复核'],
    ['callback', '待回访'],
    ['resident', '请补充情况'],
  ])('has something for %s: %s', async (account, why) => {
    const list = (await (await w.as(account)).get('/api/worklist?limit=200')).body as { items: { why: { zh: string } }[] }
    expect(list.items.map((item) => item.why.zh)).toContain(why)
  })
})
