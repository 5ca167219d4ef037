import { beforeAll, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { answer, ok, seen, tell } from './together-people.ts'

/** Where a merged report is seen: on nobody's list but, once there is an answer, its own reporter's; everywhere with who has the work. */

const w = world({ working: true })
let dispatcher: Person
let water: Person
let resident: Person
const waiting = async (who: Person): Promise<string[]> =>
  ((await who.get('/api/worklist?limit=200')).body as { items: { caseId: string }[] }).items.map((one) => one.caseId)

beforeAll(async () => {
  dispatcher = await w.as('dispatcher')
  water = await w.as('water')
  resident = await w.as('resident')
})

it('waits for nobody but its own reporter, late or not, and shows who has the work without who else reported it', async () => {
  const main = await tell(w, '总管漏水，我住 302', { reporter: { name: '周大明', phone: '13912345678' } })
  const made = await resident.post('/api/public/cases', { text: '楼下漏水', category: '21002', area: '990901001001' })
  const other = made.body as { id: string; number: string }
  await ok(dispatcher.post(`/api/cases/${other.id}/merge`, { into: main.number }))
  await ok(dispatcher.post(`/api/cases/${main.id}/dispatch`, { lead: '990901-water' }))
  const desks = [dispatcher, await w.as('community'), await w.as('supervisor'), water, resident]
  for (const who of desks) expect(await waiting(who)).not.toContain(other.id)

  const unit = '东岸区自来水公司'
  const own = await seen(resident, `/api/my/cases/${other.id}`)
  expect(own.promise.zh).toContain(`在${unit}手里`)
  const desk = (await dispatcher.get(`/api/cases/${other.id}`)).body as {
    holder: { zh: string }
    holding: { kind: string; holder: { zh: string }; to: string | null }[]
  }
  expect(desk.holder.zh).toBe(unit)
  expect(desk.holding.at(-1)).toMatchObject({ kind: 'unit', holder: { zh: unit }, to: null })
  const [shown] = (await w.visitor.get(`/open311/v2/requests/${other.number}.json`)).body as unknown as {
    status: string
    agency_responsible: string
  }[]
  expect(shown).toMatchObject({ status: 'open', agency_responsible: unit })
  for (const text of [JSON.stringify(own), JSON.stringify(shown)])
    for (const secret of ['302', '周大明', '13912345678', '5678', main.number, main.id]) expect(text).not.toContain(secret)

  w.turn(9 * 86_400_000)
  await w.settled()
  dispatcher = await w.as('dispatcher', true)
  water = await w.as('water', true)
  resident = await w.as('resident', true)
  const supervisor = await w.as('supervisor', true)
  for (const who of [dispatcher, supervisor, water, resident]) expect(await waiting(who)).not.toContain(other.id)
  const late = (await dispatcher.get('/api/cases?due=late')).body as { items: { id: string }[] }
  expect(late.items.map((one) => one.id)).toEqual([main.id])

  await answer(dispatcher, water, main.id, '换好了')
  await w.settled()
  expect(await waiting(resident)).toContain(other.id)
  for (const who of [dispatcher, supervisor, water]) expect(await waiting(who)).not.toContain(other.id)
  expect((await w.visitor.get(`/open311/v2/requests/${other.number}.json`)).body).toMatchObject([{ status: 'open' }])
  await ok(resident.post(`/api/my/cases/${other.id}/say`, { solved: 'yes' }))
  expect(await waiting(resident)).not.toContain(other.id)
  expect((await w.visitor.get(`/open311/v2/requests/${other.number}.json`)).body).toMatchObject([{ status: 'closed' }])
})

it('a verified matter that a reporter merged into it finds unsolved is verified again', async () => {
  const made = await w.visitor.post('/api/public/cases', { text: '路灯不亮', category: '21002', area: '990901001001', anonymous: true })
  const main = made.body as { id: string; number: string }
  const other = await tell(w, '路灯还是不亮')
  await ok(dispatcher.post(`/api/cases/${other.id}/merge`, { into: main.number }))
  await answer(dispatcher, water, main.id, '换灯了')
  const community = await w.as('community', true)
  await ok(community.post(`/api/cases/${main.id}/verify`, { solved: 'yes', words: '亮了' }))
  await w.settled()
  await ok(w.visitor.post(`${other.follow}/say`, { solved: 'no', words: '又灭了' }))
  await answer(dispatcher, water, main.id, '再换')
  expect((await seen(dispatcher, `/api/cases/${main.id}`)).state).toBe('verifying')
})
