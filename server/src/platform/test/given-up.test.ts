import { expect, it } from 'vitest'
import { type Person, world } from '../../../test/world.ts'

const w = world({ working: true })

async function giveUp(): Promise<string> {
  const events = [{ region: '990101', kind: 'case.dispatch', facts: { id: 'x', version: 1 } }]
  const [job] = await w.db.query<{ id: string }>({
    text: "select id::text as id from graphile_worker.add_job('react', $1::json, run_at := now() + interval '1 hour')",
    values: [JSON.stringify({ name: 'no-such-reaction', events })],
  })
  await w.db.query({
    text: "update graphile_worker._private_jobs set attempts = max_attempts, last_error = E'no reaction\\n at somewhere' where id = $1",
    values: [job?.id],
  })
  return job?.id ?? ''
}

const listOf = async (who: Person) => ((await who.get('/api/jobs/given-up')).body as { items: { id: string }[] }).items.map((one) => one.id)

it('shows the administrator what was given up, and begins it again when told to', async () => {
  const admin = await w.as('system')
  const id = await giveUp()
  expect((await admin.get('/api/jobs/given-up')).body).toMatchObject({
    items: [{ id, reaction: 'no-such-reaction', kinds: ['case.dispatch'], events: 1, problem: 'no reaction' }],
  })
  expect(await admin.post(`/api/jobs/given-up/${id}/retry`)).toMatchObject({ status: 200, body: { id } })
  expect(await listOf(admin)).toEqual([])
  expect(await admin.post(`/api/jobs/given-up/${id}/retry`)).toMatchObject({ status: 404, body: { code: 'job.not-given-up' } })
  const [tried] = await w.db.query<{ n: number }>({
    text: "select count(*) as n from audit.entry where action = 'job.retried'",
    values: [],
  })
  expect(tried?.n).toBe(1)
})

it('shows nobody else', async () => {
  for (const name of ['dispatcher', 'security', 'audit', 'resident'])
    expect((await (await w.as(name)).get('/api/jobs/given-up')).status).toBe(403)
})
