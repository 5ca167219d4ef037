import { expect, it } from 'vitest'
import { entrySource, sealAudit, verifyChain } from '#platform/audit'
import { eraseSubject } from '#platform/vault'
import { replay, traceSource, tracesOf } from '#mechanisms/flow'
import { caseFlow } from '#modules/cases'
import { grid, spotIn } from '../../../modules/cases/test/spot.ts'
import { world } from '../../../../test/world.ts'

const city = world()
const sources = [entrySource, traceSource]
const broken = async () => (await verifyChain(city.context(), sources, { after: 0, limit: 1000 })).broken

async function report(): Promise<string> {
  const resident = await city.as('resident')
  const made = await resident.post('/api/public/cases', {
    text: '路灯不亮,打 13812345678 找我',
    category: '01037',
    place: await spotIn(city, grid),
  })
  expect(made.status).toBe(201)
  return (made.body as { id: string }).id
}

it('traces of matters are sealed with the audit rows, and a changed or deleted one is found', async () => {
  const id = await report()
  await sealAudit(city.context(), sources)
  expect(await broken()).toEqual([])
  await city.db.query({ text: `update flow.trace set at = at - interval '1 hour' where noun_id = $1 and seq = 1`, values: [id] })
  expect(await broken()).toMatchObject([{ fault: 'rows' }])
  await city.db.query({ text: `update flow.trace set at = at + interval '1 hour' where noun_id = $1 and seq = 1`, values: [id] })
  expect(await broken()).toEqual([])
  await city.db.query({ text: 'delete from flow.trace where noun_id = $1 and seq = 1', values: [id] })
  expect(await broken()).toMatchObject([{ fault: 'rows' }])
})

it('a reporter who is erased takes the words along and leaves chain, state and number', async () => {
  const id = await report()
  await sealAudit(city.context(), sources)
  const before = await broken()
  const dispatcher = await city.as('dispatcher')
  const read = async () => (await dispatcher.get(`/api/cases/${id}`)).body as { number: string; state: string; text: string }
  const clear = await read()
  expect(clear.text).toContain('13812345678')
  const [row] = await city.db.query<{ subject_id: string }>({ text: 'select subject_id from cases."case" where id = $1', values: [id] })
  expect(await eraseSubject(city.context(), row?.subject_id ?? '')).toBe(true)
  await sealAudit(city.context(), sources)
  expect(await broken()).toEqual(before)
  const erased = await read()
  expect(erased).toMatchObject({ number: clear.number, state: clear.state })
  expect(erased.text).not.toContain('13812345678')
  expect(replay(caseFlow, await tracesOf(city.context(), '990901', [id], null))).toMatchObject({ state: clear.state, faults: [] })
})
