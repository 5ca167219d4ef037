import { describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'
import { grid, spotIn } from './spot.ts'

const w = world()
const county = grid.slice(0, 6)

interface Setting {
  readonly scope: string
  readonly since: string | null
  readonly limits: Readonly<Record<string, { unit: string; n: number }>>
  readonly skipped: readonly string[]
  readonly clocks: readonly { readonly name: string; readonly limit: { unit: string; n: number } }[]
  readonly optional: readonly { readonly move: string }[]
}
const put = async (body: unknown, scope = county) => (await w.as('system')).send('PUT', `/api/cases/settings/${scope}`, { body })
const get = async (): Promise<Setting> => (await (await w.as('system')).get(`/api/cases/settings/${county}`)).body
const intake = async (): Promise<{ dueAt: string }> =>
  (
    await (
      await w.as('dispatcher')
    ).post('/api/cases', {
      channel: 'phone',
      text: '楼道灯坏了',
      category: '20003',
      place: { ...(await spotIn(w, grid)), words: '1 号楼' },
    })
  ).body

describe('what an area decides', () => {
  it('begins with nothing, and says what there is to decide', async () => {
    const setting = await get()
    expect(setting).toMatchObject({ scope: county, since: null, limits: {}, skipped: [] })
    expect(setting.clocks.find((one) => one.name === 'finish')?.limit).toEqual({ unit: 'naturalDays', n: 7 })
    expect(setting.clocks.map((one) => one.name)).not.toContain('emergency')
    expect(setting.clocks.map((one) => one.name)).not.toContain('waiting')
    expect(setting.optional.map((one) => one.move)).toContain('askExtension')
  })

  it('holds for promises given from now on, and for no promise given before', async () => {
    const before = await intake()
    const answer = await put({ limits: { finish: { unit: 'workingDays', n: 3 } }, skipped: ['askExtension'] })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(await get()).toMatchObject({ limits: { finish: { unit: 'workingDays', n: 3 } }, skipped: ['askExtension'] })
    const after = await intake()
    expect([before.dueAt, after.dueAt]).toEqual(['2026-11-30T09:00:00.000Z', '2026-11-26T09:00:00.000Z'])
    const kept = await w.db.query<{ due: string }>({
      text: `select k ->> 'dueAt' as due from cases."case" c, jsonb_array_elements(c.clocks) k where k ->> 'name' = 'finish'`,
      values: [],
    })
    expect(kept.map((one) => one.due).toSorted()).toEqual([after.dueAt, before.dueAt])
  })

  it('is checked against the flows', async () => {
    const wrong = await put({ limits: { finish: { unit: 'weeks', n: 1 } }, skipped: [] })
    expect(wrong.status).toBe(422)
    const unknown = await put({ limits: { sleep: { unit: 'hours', n: 1 }, emergency: { unit: 'hours', n: 9 } }, skipped: ['dispatch'] })
    expect((unknown.body as { code: string }).code).toBe('case.setting')
    expect((unknown.body as { errors: { path: string }[] }).errors.map((one) => one.path)).toEqual([
      '/body/limits/sleep',
      '/body/limits/emergency',
      '/body/skipped/0',
    ])
    expect((await put({ limits: {}, skipped: [] }, '110101')).status).toBe(404)
  })

  it('is a system administrator’s, and leaves an audit row', async () => {
    for (const account of ['dispatcher', 'supervisor', 'security', 'resident'])
      expect((await (await w.as(account)).get(`/api/cases/settings/${county}`)).status).toBe(403)
    const rows = await w.db.query<{ facts: unknown }>({
      text: `select facts from audit.entry where action = 'setting.changed'`,
      values: [],
    })
    expect(rows).toEqual([{ facts: { limits: ['finish=3workingDays'], skipped: ['askExtension'] } }])
  })

  it('is taken back with an empty decision', async () => {
    expect((await put({ limits: {}, skipped: [] })).body).toMatchObject({ since: null, limits: {} })
  })
})
