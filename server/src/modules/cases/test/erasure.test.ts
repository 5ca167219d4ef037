import { expect, it } from 'vitest'
import { sealAudit, verifyChain } from '#platform/audit'
import { entrySource } from '#platform/audit'
import { eraseSubject } from '#platform/vault'
import { traceSource } from '#mechanisms/flow'
import { world } from '../../../../test/world.ts'
import { checkReplay } from '../commands/check-replay.ts'
import { grid, spotIn } from './spot.ts'

const w = world({ working: true })
const sources = [entrySource, traceSource]

it('erases a person: their words are gone everywhere, while replay, chain and numbers stay whole', async () => {
  const place = await spotIn(w, grid)
  const made = (
    await w.visitor.post('/api/public/cases', {
      text: '漏水，找王女士，电话 13812345678',
      place,
      reporter: { name: '王女士', phone: '13812345678' },
    })
  ).body as { id: string; code: string; number: string }
  const dispatcher = await w.as('dispatcher')
  await dispatcher.post(`/api/cases/${made.id}/dispatch`, { lead: '990901-water', because: 'other', words: '请尽快联系反映人' })
  await w.settled()
  await sealAudit(w.context('audit.seal'), sources)
  const [row] = await w.db.query<{ subject: string }>({
    text: 'select subject_id as subject from cases."case" where id = $1',
    values: [made.id],
  })
  expect(await eraseSubject(w.context(), row?.subject ?? '')).toBe(true)
  await w.settled()
  const seen = (await dispatcher.get(`/api/cases/${made.id}`)).body as {
    text: string
    number: string
    state: string
    reporter: { phone: null }
    timeline: { words: object }[]
  }
  expect(seen).toMatchObject({ number: made.number, state: 'open', text: '（已按本人要求删除）', reporter: { phone: null } })
  expect(seen.timeline.every((one) => Object.keys(one.words).length === 0)).toBe(true)
  const [left] = await w.db.query<{ all: string }>({ text: 'select c::text as all from cases."case" c where id = $1', values: [made.id] })
  expect(left?.all).not.toContain('王女士')
  expect((await checkReplay(w.context('cases.replay'))).differences).toEqual([])
  await sealAudit(w.context('audit.seal'), sources)
  expect((await verifyChain(w.context(), sources, { after: 0, limit: 1000 })).broken).toEqual([])
})

it('finds a stored state that its history does not tell', async () => {
  await w.db.query({ text: `update cases."case" set state = 'closed' where state = 'open'`, values: [] })
  const found = await checkReplay(w.context('cases.replay'))
  expect(found.differences.map((one) => one.faults)).toEqual([['state closed, told open']])
})
