import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { grid, spotIn } from './spot.ts'

const w = world()
let clerk: Person
const phone = '13800001111'
const ask = (who: Person, typed = phone) => who.get(`/api/callers?phone=${encodeURIComponent(typed)}`)
interface Caller {
  readonly known: boolean
  readonly name: string | null
  readonly open: readonly { readonly number: string; readonly title: string }[]
}
let numbers: string[] = []

beforeAll(async () => {
  clerk = await w.as('hotline')
  const place = { ...(await spotIn(w, grid)), words: '1 号楼' }
  const made = []
  for (const text of ['楼道灯坏了', '下水道堵了'])
    made.push(await clerk.post('/api/cases', { channel: 'phone', text, category: '20003', place, reporter: { name: '赵小梅', phone } }))
  numbers = made.map((one) => (one.body as { number: string }).number)
})

describe('a caller', () => {
  it('is known by the phone, however it is written: masked, with the open matters', async () => {
    for (const typed of [phone, '138 0000 1111', '+86 138-0000-1111']) {
      const caller = (await ask(clerk, typed)).body as Caller
      expect(caller).toMatchObject({ known: true, name: '赵**' })
      expect(caller.open.map((one) => one.number).toSorted()).toEqual(numbers.toSorted())
    }
    expect(JSON.stringify((await ask(clerk)).body)).not.toContain('小梅')
  })

  it('is unknown where this desk has no matter of theirs: no phone can be tried out', async () => {
    const unknown = { known: false, name: null, open: [] }
    expect((await ask(clerk, '13900009999')).body).toEqual(unknown)
    expect((await ask(await w.as('dispatcher2'))).body).toEqual(unknown)
  })

  it('is asked for by desks alone, and each time leaves an audit row without the phone', async () => {
    for (const account of ['housing', 'gridworker', 'system', 'resident']) expect((await ask(await w.as(account))).status).toBe(403)
    expect((await clerk.get('/api/callers')).status).toBe(422)
    const rows = await w.db.query<{ facts: { known: boolean }; text: string }>({
      text: `select facts, e::text as text from audit.entry e where action = 'caller.looked' order by filed`,
      values: [],
    })
    expect(rows.map((row) => row.facts.known)).toEqual([true, true, true, true, false, false])
    expect(rows.some((row) => row.text.includes('0000'.concat('1111')))).toBe(false)
  })
})
