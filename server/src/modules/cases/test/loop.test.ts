import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, type Reply, world } from '../../../../test/world.ts'
import { grid, spotIn } from './spot.ts'

/** The whole loop over HTTP: resident → dispatcher → department → the reporter's own verdict. */

const w = world({ working: true })
const who: Record<string, Person> = {}
let place: { lon: number; lat: number }

interface View {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly state: string
  readonly orders: readonly {
    readonly id: string
    readonly state: string
    readonly unit: { readonly id: string }
    readonly offered: readonly { readonly move: string }[]
  }[]
  readonly offered: readonly { readonly move: string }[]
  readonly suggestion: { readonly lead: { readonly id: string } | null; readonly because: { readonly zh: string } } | null
  readonly timeline: readonly { readonly move: string }[]
  readonly holding: readonly { readonly holder: { readonly zh: string } }[]
  readonly reporter: { readonly phone: string | null }
}

const view = (reply: Reply): View => reply.body as View
const moves = (list: readonly { move: string }[]): string[] => list.map((one) => one.move)

beforeAll(async () => {
  place = await spotIn(w, grid)
  for (const name of [
    'resident',
    'dispatcher',
    'housing',
    'water',
    'supervisor',
    'adjudicator',
    'callback',
    'gridworker',
    'community',
    'dispatcher2',
    'hotline',
  ])
    who[name] = await w.as(name)
})

async function report(text = '二单元水管爆了，漏水一地', category = '21002'): Promise<string> {
  const made = (await who['resident']?.post('/api/public/cases', { text, category, place })) as Reply
  expect(made.status).toBe(201)
  return (made.body as { id: string }).id
}

async function act(name: string, path: string, body: unknown = {}): Promise<Reply> {
  const reply = (await who[name]?.post(path, body)) as Reply
  return reply
}

async function read(name: string, path: string): Promise<Reply> {
  const one = who[name]
  if (!one) throw new Error(`nobody is called ${name}`)
  return one.get(path)
}

async function done(name: string, path: string, body: unknown = {}): Promise<View> {
  const reply = await act(name, path, body)
  expect(reply.body).toMatchObject({ id: expect.any(String) as string })
  expect(reply.status).toBe(200)
  return view(reply)
}

describe('a leaking pipe', () => {
  it('goes to the unit that the directory names, with the reason, and ends with the reporter’s word', async () => {
    const id = await report()
    const seen = view(await read('dispatcher', `/api/cases/${id}`))
    expect(seen.suggestion?.lead?.id).toBe('990901-water')
    expect(seen.suggestion?.because.zh).not.toBe('')
    expect(moves(seen.offered)).toContain('dispatch')
    await done('dispatcher', `/api/cases/${id}/dispatch`, { lead: '990901-water', version: seen.version })
    const [order] = view(await read('water', `/api/cases/${id}`)).orders
    expect(moves(order?.offered ?? [])).toEqual(expect.arrayContaining(['acknowledge', 'return']))
    await done('water', `/api/orders/${order?.id}/acknowledge`)
    const fed = await done('water', `/api/orders/${order?.id}/feedback`, { kind: 'solved', words: '接头已更换，试压正常' })
    expect(fed.state).toBe('callback')
    expect(moves(fed.offered)).not.toContain('say')
    const own = await read('resident', `/api/my/cases/${id}`)
    expect(own.body).toMatchObject({ state: 'callback', answers: [{ text: '接头已更换，试压正常' }] })
    const closed = await act('resident', `/api/my/cases/${id}/say`, { solved: 'yes', satisfied: 5 })
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed', verdict: 'yes' } })
  })

  it('tells the reporter of each step and shows the unit its order', async () => {
    await w.settled()
    const inbox = (await read('resident', '/api/inbox')).body as { items: { say: { zh: string } }[] }
    expect(inbox.items.map((one) => one.say.zh).join('\n')).toMatch(/已交给.*自来水公司/)
    const id = await report()
    await done('dispatcher', `/api/cases/${id}/dispatch`, { lead: '990901-water' })
    const list = (await read('water', '/api/worklist')).body as { items: { caseId: string; why: { zh: string } }[] }
    expect(list.items.find((one) => one.caseId === id)?.why.zh).toBe('待签收')
  })
})

describe('the directory', () => {
  it('refuses to send a department’s matter down to a community', async () => {
    const id = await report('违章建筑举报', '23002')
    expect(await act('dispatcher', `/api/cases/${id}/dispatch`, { lead: '990901001001' })).toMatchObject({
      status: 422,
      body: { code: 'directory.department-matter' },
    })
  })

  it('refuses a unit that does not exist', async () => {
    const id = await report()
    expect((await act('dispatcher', `/api/cases/${id}/dispatch`, { lead: 'nobody' })).status).toBeGreaterThanOrEqual(400)
    expect(view(await read('dispatcher', `/api/cases/${id}`)).state).toBe('submitted')
  })
})

describe('others', () => {
  it('do not find a matter of another county, and may not do what is not theirs', async () => {
    const id = await report()
    expect((await who['dispatcher2']?.get(`/api/cases/${id}`))?.status).toBe(404)
    expect(await act('dispatcher2', `/api/cases/${id}/dispatch`, { lead: '990902-water' })).toMatchObject({
      status: 404,
      body: { code: 'case.missing' },
    })
    expect((await who['housing']?.get(`/api/cases/${id}`))?.status).toBe(404)
    expect((await act('supervisor', `/api/cases/${id}/dispatch`, { lead: '990901-water' })).status).toBe(403)
    expect(await act('callback', `/api/cases/${id}/callBack`, { contacted: false })).toMatchObject({
      status: 409,
      body: { code: 'case.not-now' },
    })
  })

  it('lose a race with a clear word and change nothing', async () => {
    const id = await report()
    const { version } = view(await read('dispatcher', `/api/cases/${id}`))
    const both = await Promise.all([
      act('dispatcher', `/api/cases/${id}/dispatch`, { lead: '990901-water', version }),
      act('dispatcher', `/api/cases/${id}/dispatch`, { lead: '990901-housing', because: 'other', version }),
    ])
    expect(both.map((one) => one.status).sort()).toEqual([200, 409])
    const after = view(await read('dispatcher', `/api/cases/${id}`))
    expect(after.orders).toHaveLength(1)
    expect(await act('dispatcher', `/api/cases/${id}/remind`, { words: '请尽快', version })).toMatchObject({
      status: 409,
      body: { code: 'case.stale' },
    })
  })
})

describe('a grid worker', () => {
  it('settles a small thing on the spot, and somebody else verifies it', async () => {
    const made = (await act('gridworker', '/api/cases', {
      channel: 'gridWorker',
      text: '楼道堆了杂物，已和住户一起清走',
      category: '20003',
      place,
      onSpot: { result: '当场清走' },
    })) as Reply
    expect(made.status).toBe(201)
    const { id } = made.body as { id: string }
    expect((await act('gridworker', `/api/cases/${id}/verify`, { solved: 'yes', words: '看过' })).status).toBe(403)
    const verified = await done('community', `/api/cases/${id}/verify`, { solved: 'yes', words: '到现场看过，已清走' })
    expect(verified.state).toBe('closed')
  })
})

describe('a desk', () => {
  it('takes a call, masks the caller and shows the number for a purpose, which the vault remembers', async () => {
    const made = (await act('hotline', '/api/cases', {
      channel: 'phone',
      text: '停水两天了',
      category: '21001',
      address: '和平小区 3 号楼',
      area: '990901001001',
      reporter: { name: '演示居民', phone: '10000005678' },
    })) as Reply
    expect(made.status).toBe(201)
    const { id } = made.body as { id: string }
    const seen = view(await read('dispatcher', `/api/cases/${id}`))
    expect(seen.reporter.phone).toMatch(/^[\d*]*\*{4,}[\d*]*$/)
    const shown = await act('dispatcher', `/api/cases/${id}/reveal`, { purpose: 'handle' })
    expect(shown.body).toMatchObject({ phone: '10000005678' })
    const looks = await w.db.query({ text: "select 1 from vault.look where purpose = 'handle'", values: [] })
    expect(looks.length).toBeGreaterThan(0)
  })
})

describe('clocks', () => {
  it('warn, breach and bring the supervisor in', async () => {
    const id = await report()
    w.turn('2026-11-24T09:30:00Z')
    const { sweepClocks } = await import('../index.ts')
    await sweepClocks(w.context('cases.clocks'))
    who['supervisor'] = await w.as('supervisor', true)
    const list = (await read('supervisor', '/api/worklist?limit=200')).body as {
      items: { caseId: string; why: { zh: string } }[]
    }
    expect(list.items.find((one) => one.caseId === id)?.why.zh).toBe('超时未交办')
    expect(moves(view(await read('supervisor', `/api/cases/${id}`)).timeline)).toContain('clock.breached')
  })
})
