import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { pastMatters } from '../queries/past-matters.ts'
import { grid, spotIn } from './spot.ts'

/** What a draft of the directory would change, on the matters of the last 30 days, before it is published. */

const w = world({ working: true })
const who: Record<string, Person> = {}
let place: { lon: number; lat: number }
let draft = 0

interface Effect {
  readonly version: number
  readonly present: number | null
  readonly found: number
  readonly drawn: number
  readonly examined: number
  readonly same: number
  readonly moved: number
  readonly nobody: number
  readonly blocked: number
  readonly practice: { readonly of: number; readonly was: number; readonly is: number }
  readonly shifts: readonly {
    readonly from: { readonly id: string } | null
    readonly to: { readonly id: string } | null
    readonly n: number
    readonly examples: readonly { readonly id: string; readonly title: string | null }[]
  }[]
  readonly categories: readonly { readonly code: string; readonly n: number; readonly of: number }[]
}

const person = (name: string): Person => {
  const one = who[name]
  if (!one) throw new Error(`nobody is called ${name}`)
  return one
}
const preview = async (name = 'system'): Promise<Effect> => {
  const reply = await person(name).post(`/api/directory/editions/${draft}/preview`)
  expect(reply.status).toBe(200)
  return reply.body as Effect
}
const basis = { basisKind: 'powerList', basis: { zh: '权责清单第八项', en: 'item 8' }, grassRootsAllowed: false }

async function report(category: string, text: string): Promise<string> {
  const made = await person('resident').post('/api/public/cases', { text, category, place })
  expect(made.status).toBe(201)
  return (made.body as { id: string }).id
}

beforeAll(async () => {
  place = await spotIn(w, grid)
  for (const name of ['resident', 'system', 'dispatcher', 'water', 'security', 'citydesk', 'dispatcher2']) who[name] = await w.as(name)
  await report('21002', '很久以前的事')
  w.turn(40 * 86_400_000)
  for (const name of ['resident', 'system', 'dispatcher', 'water', 'security', 'dispatcher2']) who[name] = await w.as(name, true)
  for (const text of ['一楼漏水', '二楼漏水', '三楼漏水']) await report('21002', text)
  await report('24003', '路面塌了')
  const first = await report('21002', '四楼漏水，已派')
  await person('dispatcher').post(`/api/cases/${first}/dispatch`, { lead: '990901-water' })
  const made = await person('system').post('/api/directory/editions', { title: { zh: '改供水', en: 'Water' } })
  draft = (made.body as { number: number }).number
  w.turn(1_000)
})

describe('the effect of a draft', () => {
  it('is none while the draft says what is in force, and looks at the last 30 days alone', async () => {
    expect(await preview()).toMatchObject({
      present: 1,
      found: 5,
      drawn: 5,
      examined: 5,
      same: 5,
      moved: 0,
      nobody: 0,
      blocked: 0,
      shifts: [],
    })
  })

  it('says how many would go from which unit to which, by class, with examples', async () => {
    await person('system').send('PUT', `/api/directory/editions/${draft}/rules/21002.990901.any`, {
      body: { lead: '990901-housing', support: [], ...basis },
    })
    const seen = await preview('dispatcher')
    expect(seen).toMatchObject({ examined: 5, same: 1, moved: 4, practice: { of: 1, was: 1, is: 0 } })
    expect(seen.shifts).toMatchObject([{ from: { id: '990901-water' }, to: { id: '990901-housing' }, n: 4 }])
    expect(seen.categories).toMatchObject([{ code: '21002', n: 4, of: 4 }])
    expect(seen.shifts[0]?.examples[0]?.title).toContain('漏水')
    const open = await person('dispatcher').get(`/api/cases/${seen.shifts[0]?.examples[0]?.id}`)
    expect(open.status).toBe(200)
  })

  it('shows words to those alone who may see the matter: not to the system administrator, nor to another county', async () => {
    for (const name of ['system', 'dispatcher2']) {
      const { shifts } = await preview(name)
      expect(shifts[0]?.examples.length).toBeGreaterThan(0)
      expect(shifts[0]?.examples.every((one) => one.title === null)).toBe(true)
    }
  })

  it('counts what nobody would have, and what would be barred from a community', async () => {
    const path = `/api/directory/editions/${draft}/rules`
    await person('system').send('DELETE', `${path}/all.all.any`)
    await person('system').send('DELETE', `${path}/24.990901.any`)
    await person('system').send('PUT', `${path}/21002.990901.any`, { body: { lead: '@community', support: [], ...basis } })
    expect(await preview()).toMatchObject({ examined: 5, moved: 5, nobody: 1, blocked: 4 })
    await person('system').send('PUT', `${path}/21002.990901.any`, { body: { lead: '990901-housing', support: [], ...basis } })
    await person('system').send('PUT', `${path}/all.all.any`, { body: { lead: '@county', support: [], ...basis } })
  })

  it('is what opens the way to publishing: the version that was looked at, and the next matter goes the new way', async () => {
    const path = `/api/directory/editions/${draft}`
    const edition = (await person('system').get(path)).body as { version: number }
    const today = new Date(w.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    const body = { version: edition.version, validFrom: today, reason: '三定调整：供水由住建局办' }
    expect(await person('system').post(`${path}/publish`, body)).toMatchObject({ status: 409, body: { code: 'directory.not-previewed' } })
    expect((await preview()).version).toBe(edition.version)
    expect(await person('system').post(`${path}/publish`, body)).toMatchObject({ status: 200, body: { state: 'published' } })
    w.turn(60_000)
    const next = await report('21002', '五楼漏水')
    const seen = (await person('dispatcher').get(`/api/cases/${next}`)).body as { suggestion: { lead: { id: string }; version: string } }
    expect(seen.suggestion).toMatchObject({ lead: { id: '990901-housing' }, version: String(draft) })
  })
})

describe('a sample', () => {
  beforeAll(() => void w.turn(1_000))

  it('is drawn by the end of the ids, is the same again, and says n of N', async () => {
    const at = w.now()
    const month = (atMost?: number) => pastMatters(w.context(), new Date(at.getTime() - 30 * 86_400_000), at, atMost)
    const all = await month()
    expect(all).toMatchObject({ found: 6, stride: 1 })
    expect(all.matters).toHaveLength(6)
    const part = await month(2)
    expect(part).toMatchObject({ found: 6, stride: 3 })
    const expected = all.matters.filter((one) => Number.parseInt(one.id.slice(-4), 16) % 3 === 0)
    expect(part.matters).toEqual(expected)
  })
})

describe('forbidden', () => {
  it('to whoever neither keeps the directory nor dispatches by it; a draft that is not there is not there', async () => {
    for (const name of ['water', 'security', 'resident'])
      expect((await person(name).post(`/api/directory/editions/${draft}/preview`)).status).toBe(403)
    expect((await w.visitor.post(`/api/directory/editions/${draft}/preview`)).status).toBe(401)
    expect(await person('system').post('/api/directory/editions/999/preview')).toMatchObject({
      status: 404,
      body: { code: 'directory.missing' },
    })
  })
})
