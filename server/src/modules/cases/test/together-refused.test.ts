import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { checkReplay } from '../commands/check-replay.ts'
import { answer, codeOf, ok, seen, tell } from './together-people.ts'

const w = world({ working: true })
let dispatcher: Person
let water: Person
beforeAll(async () => {
  dispatcher = await w.as('dispatcher')
  water = await w.as('water')
})

describe('merging is refused with a clear code', () => {
  it('into itself, also by a chain', async () => {
    const [a, b] = [await tell(w, '噪音一'), await tell(w, '噪音二')]
    expect(codeOf(await dispatcher.post(`/api/cases/${a.id}/merge`, { into: a.number }))).toBe('case.merge-itself')
    await ok(dispatcher.post(`/api/cases/${a.id}/merge`, { into: b.number }))
    expect(codeOf(await dispatcher.post(`/api/cases/${b.id}/merge`, { into: a.number }))).toBe('case.merge-itself')
  })

  it('into what is answered or closed, into another county, into nothing', async () => {
    const [main, other] = [await tell(w, '漏水一'), await tell(w, '漏水二')]
    await answer(dispatcher, water, main.id, '修好了')
    const merge = (into: string) => dispatcher.post(`/api/cases/${other.id}/merge`, { into })
    expect(codeOf(await merge(main.number))).toBe('case.target-answered')
    await ok(w.visitor.post(`${main.follow}/say`, { solved: 'yes' }))
    expect(codeOf(await merge(main.number))).toBe('case.target-closed')
    const abroad = await tell(w, '别县的事', { area: '990902' })
    expect(codeOf(await merge(abroad.number))).toBe('case.other-county')
    expect(codeOf(await merge('990901-000000'))).toBe('case.no-such-number')
    expect((await seen(dispatcher, `/api/cases/${other.id}`)).state).toBe('submitted')
  })

  it('away from the county while others are merged into it', async () => {
    const [main, other] = [await tell(w, '积水一'), await tell(w, '积水二')]
    await ok(dispatcher.post(`/api/cases/${other.id}/merge`, { into: main.number }))
    expect(codeOf(await dispatcher.post(`/api/cases/${main.id}/transfer`, { county: '990902', words: '在那边' }))).toBe(
      'case.carries-others',
    )
  })
})

it('is for those who sort matters, and not for a unit, a reporter or another county', async () => {
  const [main, other] = [await tell(w, '异味一'), await tell(w, '异味二')]
  expect((await water.post(`/api/cases/${other.id}/merge`, { into: main.number })).status).toBe(403)
  expect((await (await w.as('supervisor')).post(`/api/cases/${other.id}/merge`, { into: main.number })).status).toBe(403)
  expect((await (await w.as('dispatcher2')).post(`/api/cases/${other.id}/merge`, { into: main.number })).status).toBe(404)
  await ok(dispatcher.post(`/api/cases/${other.id}/merge`, { into: main.number }))
  expect((await (await w.as('supervisor')).post(`/api/cases/${other.id}/split`, { words: '不对' })).status).toBe(403)
  expect((await seen(dispatcher, `/api/cases/${other.id}`)).state).toBe('merged')
})

describe('at once', () => {
  it('two desks merge two matters into each other: one of them wins', async () => {
    const [a, b] = [await tell(w, '堵车一'), await tell(w, '堵车二')]
    const both = await Promise.all([
      dispatcher.post(`/api/cases/${a.id}/merge`, { into: b.number }),
      dispatcher.post(`/api/cases/${b.id}/merge`, { into: a.number }),
    ])
    expect(both.filter((one) => one.status === 200)).toHaveLength(1)
    const states = [(await seen(dispatcher, `/api/cases/${a.id}`)).state, (await seen(dispatcher, `/api/cases/${b.id}`)).state]
    expect(states.filter((one) => one === 'merged')).toHaveLength(1)
  })

  it('a merge and the answer of the main matter: it is merged and answered, or refused', async () => {
    const [main, other] = [await tell(w, '停电一'), await tell(w, '停电二')]
    await ok(dispatcher.post(`/api/cases/${main.id}/dispatch`, { lead: '990901-water' }))
    const [order] = (await seen(water, `/api/cases/${main.id}`)).orders
    await ok(water.post(`/api/orders/${order?.id}/acknowledge`, {}))
    const [merge, feedback] = await Promise.all([
      dispatcher.post(`/api/cases/${other.id}/merge`, { into: main.number }),
      water.post(`/api/orders/${order?.id}/feedback`, { kind: 'solved', words: '来电了' }),
    ])
    expect(feedback.status).toBe(200)
    if (merge.status !== 200) expect(codeOf(merge)).toBe('case.target-answered')
    const joined = (await seen(dispatcher, `/api/cases/${main.id}`)).joined.length
    expect(joined).toBe(merge.status === 200 ? 1 : 0)
    await w.settled()
    expect((await seen(dispatcher, `/api/cases/${other.id}`)).state).toBe(merge.status === 200 ? 'callback' : 'submitted')
  })

  it('a merge and the end of the main matter: it is merged and answered, or refused', async () => {
    const [main, other] = [await tell(w, '断网一'), await tell(w, '断网二')]
    await answer(dispatcher, water, main.id, '网通了')
    const [merge, said] = await Promise.all([
      dispatcher.post(`/api/cases/${other.id}/merge`, { into: main.number }),
      w.visitor.post(`${main.follow}/say`, { solved: 'yes' }),
    ])
    expect(said.status).toBe(200)
    expect(['case.target-answered', 'case.target-closed']).toContain(codeOf(merge))
    expect((await seen(dispatcher, `/api/cases/${other.id}`)).state).toBe('submitted')
  })

  it('the word of a reporter and a split of that report: one after the other, and what is left is consistent', async () => {
    const [main, other] = [await tell(w, '异响一'), await tell(w, '异响二')]
    await ok(dispatcher.post(`/api/cases/${other.id}/merge`, { into: main.number }))
    await answer(dispatcher, water, main.id, '修好了')
    await w.settled()
    const [split, said] = await Promise.all([
      dispatcher.post(`/api/cases/${other.id}/split`, { words: '不是一处' }),
      w.visitor.post(`${other.follow}/say`, { solved: 'no', words: '还在响' }),
    ])
    await w.settled()
    const after = await seen(dispatcher, `/api/cases/${other.id}`)
    const there = await seen(dispatcher, `/api/cases/${main.id}`)
    expect(split.status).toBe(200)
    expect(after).toMatchObject({ state: 'submitted', verdict: null, continuedIn: null })
    expect(there.joined).toEqual([])
    // Who was heard first reopened the work; who came after the split is told that there is nothing to judge.
    expect(there.state).toBe(said.status === 200 ? 'open' : 'callback')
    if (said.status !== 200) expect(said.status).toBe(409)
    expect((await checkReplay(w.context('cases.replay'))).differences).toEqual([])
  })

  it('a desk merges two reports into one matter at the same moment: both are in it', async () => {
    const [main, one, two] = [await tell(w, '积水一'), await tell(w, '积水二'), await tell(w, '积水三')]
    const both = await Promise.all([one, two].map((each) => dispatcher.post(`/api/cases/${each.id}/merge`, { into: main.number })))
    expect(both.map((each) => each.status)).toEqual([200, 200])
    expect((await seen(dispatcher, `/api/cases/${main.id}`)).joined.map((each) => each.number).sort()).toEqual(
      [one.number, two.number].sort(),
    )
  })
})
