import { beforeAll, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { checkReplay } from '../commands/check-replay.ts'
import { answer, ok, seen, tell } from './together-people.ts'

/** Two reports of one matter are one work with one answer; each reporter keeps number, promise and verdict. */

const w = world({ working: true })
let dispatcher: Person
let water: Person
beforeAll(async () => {
  dispatcher = await w.as('dispatcher')
  water = await w.as('water')
})

it('answers both reporters, asks each, and an unhappy one reopens the one work', async () => {
  const main = await tell(w, '二单元水管爆了，漏水一地，我家在 301')
  const other = await tell(w, '楼道里水管漏水，没人管')
  const before = await seen(w.visitor, other.follow)
  await ok(dispatcher.post(`/api/cases/${other.id}/merge`, { into: main.number }))
  const merged = await seen(w.visitor, other.follow)
  expect(merged).toMatchObject({ number: other.number, state: 'merged', together: true, dueAt: before.dueAt })
  await answer(dispatcher, water, main.id, '接头已更换，联系 13800001234 验收')
  await w.settled()
  const asked = await seen(w.visitor, other.follow)
  expect(asked).toMatchObject({ state: 'callback', answers: [{ text: expect.stringContaining('接头已更换') as string }] })
  expect(asked.offered.map((one) => one.move)).toContain('say')
  expect(asked.steps.map((one) => one.move)).toEqual(
    expect.arrayContaining(['report', 'merge', 'dispatch', 'acknowledge', 'feedback', 'answered']),
  )
  const shown = JSON.stringify(asked)
  for (const secret of ['301', '13800001234', main.number, main.id]) expect(shown).not.toContain(secret)
  expect(await seen(dispatcher, `/api/cases/${main.id}`)).toMatchObject({ state: 'callback', joined: [{ number: other.number }] })

  await ok(w.visitor.post(`${main.follow}/say`, { solved: 'yes', satisfied: 5 }))
  await ok(w.visitor.post(`${other.follow}/say`, { solved: 'no', words: '又漏了' }))
  await w.settled()
  expect(await seen(dispatcher, `/api/cases/${main.id}`)).toMatchObject({
    state: 'open',
    reopened: 0,
    verdict: 'yes',
    orders: [{ state: 'dispatched' }],
  })
  expect(await seen(dispatcher, `/api/cases/${other.id}`)).toMatchObject({ state: 'merged', reopened: 1 })
  expect(JSON.stringify(await seen(w.visitor, main.follow))).not.toContain('又漏了')

  await answer(dispatcher, water, main.id, '整段换新')
  await w.settled()
  expect(await seen(dispatcher, `/api/cases/${main.id}`)).toMatchObject({ state: 'closed', verdict: 'yes' })
  await ok(w.visitor.post(`${other.follow}/say`, { solved: 'yes' }))
  expect(await seen(dispatcher, `/api/cases/${main.id}`)).toMatchObject({ joined: [{ number: other.number, verdict: 'yes' }] })
})

it('hears what a merged reporter adds: the unit that handles the one work finds the words', async () => {
  const main = await tell(w, '路口井盖响得厉害')
  const other = await tell(w, '井盖松动，晚上很吵')
  await ok(dispatcher.post(`/api/cases/${other.id}/merge`, { into: main.number }))
  await ok(dispatcher.post(`/api/cases/${main.id}/dispatch`, { lead: '990901-water' }))
  expect((await seen(w.visitor, other.follow)).offered.map((one) => one.move)).toContain('addWords')
  await ok(w.visitor.post(`${other.follow}/addWords`, { words: '靠公交站那一只，问 13800001234' }))
  const told = await seen(water, `/api/cases/${main.id}`)
  expect(told.timeline).toContainEqual(expect.objectContaining({ move: 'hearFollower', facts: { number: other.number } }))
  expect(told.joined).toEqual([
    expect.objectContaining({
      text: '井盖松动，晚上很吵',
      mayOpen: false,
      added: [expect.objectContaining({ words: '靠公交站那一只，问 138****1234' })],
    }),
  ])
  expect((await water.get(`/api/cases/${other.id}`)).status).toBe(404)
  expect((await seen(dispatcher, `/api/cases/${main.id}`)).joined).toEqual([expect.objectContaining({ mayOpen: true })])
  expect(JSON.stringify(await seen(w.visitor, main.follow))).not.toContain('靠公交站')
})

it('resolves a chain to its last, and all of it is answered', async () => {
  const [a, b, c] = [await tell(w, '路灯不亮一'), await tell(w, '路灯不亮二'), await tell(w, '路灯不亮三')]
  await ok(dispatcher.post(`/api/cases/${a.id}/merge`, { into: b.number }))
  await ok(dispatcher.post(`/api/cases/${b.id}/merge`, { into: c.number }))
  const late = await tell(w, '路灯不亮四')
  expect(await ok(dispatcher.post(`/api/cases/${late.id}/merge`, { into: a.number }))).toMatchObject({ continuedIn: { number: c.number } })
  await answer(dispatcher, water, c.id, '换了灯')
  await w.settled()
  for (const one of [a, b, late])
    expect(await seen(w.visitor, one.follow)).toMatchObject({ state: 'callback', answers: [{ text: '换了灯' }] })
})

it('is split again: back where it was, the promise of the report held, and both histories say so', async () => {
  const main = await tell(w, '井盖缺失')
  const other = await tell(w, '井盖松动，在另一条路')
  const due = (await seen(w.visitor, other.follow)).dueAt
  await ok(dispatcher.post(`/api/cases/${other.id}/merge`, { into: main.number }))
  await answer(dispatcher, water, main.id, '井盖补上了')
  await w.settled()
  w.turn(86_400_000)
  dispatcher = await w.as('dispatcher', true)
  const split = await ok(dispatcher.post(`/api/cases/${other.id}/split`, { words: '不是同一条路' }))
  expect(split).toMatchObject({ state: 'submitted', continuedIn: null })
  expect(split.clocks.find((one) => one.name === 'finish')).toMatchObject({ dueAt: due, stoppedAt: null })
  expect(await seen(w.visitor, other.follow)).toMatchObject({ together: false, answers: [], dueAt: due })
  expect(split.timeline.map((one) => one.move)).toEqual(expect.arrayContaining(['merge', 'split']))
  expect((await seen(dispatcher, `/api/cases/${main.id}`)).timeline.map((one) => one.move)).toEqual(
    expect.arrayContaining(['takeIn', 'letGo']),
  )
  expect((await checkReplay(w.context('cases.replay'))).differences).toEqual([])
})
