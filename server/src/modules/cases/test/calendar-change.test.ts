import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { followCalendar } from '../commands/recalendar.ts'
import { grid, spotIn } from './spot.ts'

const w = world()

interface Clock {
  readonly name: string
  readonly dueAt: string
  readonly stoppedAt: string | null
}
interface View {
  readonly id: string
  readonly version: number
  readonly clocks: readonly Clock[]
  readonly orders: readonly { readonly finishBy: string | null; readonly clocks: readonly Clock[] }[]
  readonly timeline: readonly { readonly move: string }[]
}

let admin: Person
let dispatcher: Person
let id = ''
const view = async (): Promise<View> => (await dispatcher.get(`/api/cases/${id}`)).body
const due = ({ clocks }: { clocks: readonly Clock[] }, name: string): string | undefined => clocks.find((one) => one.name === name)?.dueAt
const days2026 = async (): Promise<{ date: string; working: boolean; name: string }[]> => {
  const { days } = (await admin.get('/api/calendar?year=2026')).body as { days: { date: string; working: boolean; name: { zh: string } }[] }
  return days.map(({ date, working, name }) => ({ date, working, name: name.zh }))
}
const put = (year: number, days: unknown) => admin.send('PUT', `/api/calendar/${year}`, { body: { days } })

beforeAll(async () => {
  admin = await w.as('system')
  dispatcher = await w.as('dispatcher')
  const made = await dispatcher.post('/api/cases', {
    channel: 'phone',
    text: '楼道灯坏了',
    category: '20003',
    place: { ...(await spotIn(w, grid)), words: '1 号楼' },
  })
  id = (made.body as { id: string }).id
  const { orders: _, ...suggested } = (await dispatcher.get(`/api/cases/${id}`)).body as {
    orders: unknown
    suggestion: { lead: { id: string } }
  }
  await dispatcher.post(`/api/cases/${id}/dispatch`, { lead: suggested.suggestion.lead.id })
})

describe('a change of the calendar', () => {
  it('is the city’s administrator’s alone, and says what is wrong with it', async () => {
    for (const account of ['dispatcher', 'security', 'resident'])
      expect((await (await w.as(account)).send('PUT', '/api/calendar/2026', { body: { days: [] } })).status).toBe(403)
    expect((await put(2020, [{ date: '2020-01-01', working: false, name: '元旦' }])).status).toBe(409)
    expect((await put(2026, [{ date: '2026-12-02', working: true, name: '调休' }])).body).toMatchObject({ code: 'calendar.days' })
    expect((await put(2026, [])).body).toMatchObject({ code: 'request.invalid' })
  })

  it('counts open promises anew, through a trace that says so, and leaves closed ones alone', async () => {
    const before = await view()
    expect(due(before, 'finish')).toBe('2026-11-30T09:00:00.000Z')
    const days = await days2026()
    const answer = await put(2026, [
      ...days,
      { date: '2026-11-30', working: false, name: '停工日' },
      { date: '2026-12-01', working: false, name: '停工日' },
      { date: '2026-11-24', working: false, name: '停工日' },
    ])
    expect(answer.status).toBe(200)
    w.turn(10_000)
    await followCalendar(w.context('cases.calendar'))
    const after = await view()
    expect(due(after, 'finish')).toBe('2026-12-02T09:00:00.000Z')
    expect(after.orders[0]?.finishBy).toBe('2026-12-02T09:00:00.000Z')
    expect(due(after.orders[0] ?? { clocks: [] }, 'acknowledge')).not.toBe(due(before.orders[0] ?? { clocks: [] }, 'acknowledge'))
    expect(due(after, 'handOver')).toBe(due(before, 'handOver'))
    expect(after.clocks.find((one) => one.name === 'handOver')?.stoppedAt).not.toBeNull()
    expect(after.timeline.filter((row) => row.move === 'calendar.changed')).toHaveLength(2)
  })

  it('moves nothing a second time, and what is promised from now on counts by it at once', async () => {
    const before = await view()
    w.turn(181_000)
    await followCalendar(w.context('cases.calendar'))
    await followCalendar(w.context('cases.calendar'))
    expect((await view()).version).toBe(before.version)
    const made = await dispatcher.post('/api/cases', {
      channel: 'phone',
      text: '楼道灯又坏了',
      category: '20003',
      place: { ...(await spotIn(w, grid)), words: '1 号楼' },
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect((made.body as { dueAt: string }).dueAt).toBe('2026-12-02T09:00:00.000Z')
  })

  it('leaves an audit row', async () => {
    const rows = await w.db.query({
      text: `select actor_id is not null as known, object_id, post from audit.entry where action = 'calendar.changed'`,
      values: [],
    })
    expect(rows).toEqual([{ known: true, object_id: '2026', post: 'systemAdmin:city-government:9909' }])
  })

  it('lets a year that was not published be entered, and no longer calls its dates provisional', async () => {
    expect(((await admin.get('/api/calendar?year=2027')).body as { provisional: boolean }).provisional).toBe(true)
    const answer = await put(2027, [{ date: '2027-01-01', working: false, name: '元旦' }])
    expect(answer.body).toMatchObject({
      year: 2027,
      lastYear: 2027,
      provisional: false,
      days: [{ date: '2027-01-01', working: false, name: { zh: '元旦', en: "New Year's Day" } }],
    })
    expect((await put(2029, [{ date: '2029-01-01', working: false, name: '元旦' }])).body).toMatchObject({ code: 'calendar.year-left-out' })
  })
})
