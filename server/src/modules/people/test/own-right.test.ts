import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, type Reply, world } from '../../../../test/world.ts'
import { bring, count, grid, inventedNumber } from './people.ts'

const w = world({ working: true })
const name = '演示居民甲'
const phone = '10000000001'
const number = inventedNumber('19850607', 21)

interface Mine {
  readonly known: boolean
  readonly fields: readonly { readonly field: string; readonly value: string; readonly source: { readonly en: string } }[]
  readonly records: readonly { readonly benefit: string | null }[]
  readonly requests: readonly { readonly kind: string; readonly state: string; readonly answer: string | null }[]
}
const codeOf = (reply: Reply): string => (reply.body as { code: string }).code
const mineOf = async (who: Person): Promise<Mine> => (await who.get('/api/my/person')).body as unknown as Mine
const looksOf = async (who: Person) =>
  (await who.get('/api/my/looks')).body as unknown as { items: { fieldSay: { en: string }; purpose: string; unit: string }[] }

let id = ''
beforeAll(async () => {
  await bring(w, 'police', [{ name, idNumber: number, address: '滨河路12号', area: grid, household: 'H-9' }])
  await bring(w, 'community', [{ name, idNumber: number, phone, benefit: '走访', area: grid }])
  await bring(w, 'police', [
    { name: '甲申大', idNumber: inventedNumber('19820101', 22), area: grid, household: 'H-child' },
    { name: '甲申小', idNumber: inventedNumber('20180101', 23), phone: '10000088888', area: grid, household: 'H-child' },
  ])
  const found = await (await w.as('community')).post('/api/people/search', { by: 'idNumber', value: number, purpose: 'visit' })
  id = (found.body as unknown as { items: { id: string }[] }).items[0]?.id ?? ''
})

describe('a resident', () => {
  it('is nobody of the register until number, name and the phone they signed in with are one person’s', async () => {
    const [resident, other] = [await w.as('resident'), await w.as('resident2')]
    expect((await mineOf(resident)).known).toBe(false)
    for (const [who, given] of [
      [resident, { name: '别的名字', idNumber: number }],
      [resident, { name, idNumber: inventedNumber('19850607', 99) }],
      [resident, { name, idNumber: '123456789012345678' }],
      [other, { name, idNumber: number }],
    ] as const) {
      const refused = await who.post('/api/my/person', given)
      expect([refused.status, codeOf(refused)]).toEqual([403, 'people.not-verified'])
    }
    expect((await resident.post('/api/my/person/requests', { kind: 'copy', words: '要一份' })).status).toBe(409)
  })

  it('reads what the register holds about them and from whom, once verified', async () => {
    const resident = await w.as('resident')
    expect((await resident.post('/api/my/person', { name, idNumber: number })).status).toBe(200)
    const mine = await mineOf(resident)
    expect(mine.fields.find((one) => one.field === 'phone')).toMatchObject({ value: phone, source: { en: 'Communities, visits' } })
    expect(mine.fields.find((one) => one.field === 'idNumber')?.value).toBe(number)
    expect(mine.records.map((one) => one.benefit)).toContain('走访')
    expect((await mineOf(await w.as('resident2'))).known).toBe(false)
  })

  it('sees who looked at them, when and what for', async () => {
    const [resident, desk] = [await w.as('resident'), await w.as('community')]
    const before = (await looksOf(resident)).items.length
    await desk.get(`/api/people/${id}?purpose=visit`)
    await desk.post(`/api/people/${id}/reveal`, { field: 'address', purpose: 'visit' })
    const { items } = await looksOf(resident)
    expect(items.length).toBe(before + 2)
    expect(items.map((one) => one.fieldSay.en)).toEqual(expect.arrayContaining(['Address', 'The person’s page, masked']))
    expect(items.every((one) => one.purpose === 'visit' && one.unit !== '')).toBe(true)
    expect((await looksOf(await w.as('resident2'))).items).toEqual([])
  })

  it('has a field corrected: it waits for the keeper with a clock, and the answer comes back', async () => {
    const [resident, keeper] = [await w.as('resident'), await w.as('people')]
    const made = await resident.post('/api/my/person/requests', { kind: 'correction', field: 'phone', words: '换了号码' })
    expect(made.status).toBe(201)
    const request = `/api/person-requests/${(made.body as { id: string }).id}`
    const page = (await keeper.get(request)).body as unknown as {
      words: { words: string }[]
      clocks: unknown[]
      offers: { move: string }[]
    }
    expect(page.words[0]?.words).toBe('换了号码')
    expect(page.clocks).toHaveLength(1)
    expect(page.offers.map((one) => one.move).sort()).toEqual(['answer', 'decline'])
    expect((await keeper.post(`${request}/answer`, { words: '已核实' })).status).toBe(422)
    expect((await keeper.post(`${request}/answer`, { words: '已核实', value: '10000000019' })).status).toBe(200)
    const mine = await mineOf(resident)
    expect(mine.fields.find((one) => one.field === 'phone')).toMatchObject({ value: '10000000019', source: { en: 'The person, verified' } })
    expect(mine.requests[0]).toMatchObject({ kind: 'correction', state: 'done', answer: '已核实' })
    expect((await keeper.post(`${request}/decline`, { words: '再来一次' })).status).toBe(409)
    await w.settled()
    const inbox = (await resident.get('/api/inbox')).body as unknown as { items: { noun: string }[] }
    expect(inbox.items.map((one) => one.noun)).toContain('personRequest')
  })

  it('may be told no, with the reason', async () => {
    const [resident, keeper] = [await w.as('resident'), await w.as('people')]
    const made = await resident.post('/api/my/person/requests', { kind: 'copy', words: '要纸质的' })
    await keeper.post(`/api/person-requests/${(made.body as { id: string }).id}/decline`, { words: '请到社区领取' })
    expect((await mineOf(resident)).requests.find((one) => one.kind === 'copy')).toMatchObject({
      state: 'declined',
      answer: '请到社区领取',
    })
  })

  it('is erased where a deletion was granted: key, numbers and records are gone', async () => {
    const [resident, keeper] = [await w.as('resident'), await w.as('people')]
    const before = await count(w, "person where state = 'erased'")
    const made = await resident.post('/api/my/person/requests', { kind: 'deletion', words: '请删除' })
    await keeper.post(`/api/person-requests/${(made.body as { id: string }).id}/answer`, { words: '同意' })
    await w.settled()
    expect((await mineOf(resident)).known).toBe(false)
    expect(await count(w, "person where state = 'erased'")).toBe(before + 1)
    expect(await count(w, `identity where person_id = '${id}'`)).toBe(0)
    expect(await count(w, `record where person_id = '${id}'`)).toBe(0)
    expect((await keeper.get(`/api/people/${id}?purpose=visit`)).status).toBe(404)
  })
})

describe('an opening in an emergency', () => {
  const child = async (): Promise<string> => {
    const found = await (await w.as('community')).post('/api/people/search', { by: 'name', value: '甲申小', purpose: 'visit' })
    return (found.body as unknown as { items: { id: string }[] }).items[0]?.id ?? ''
  }

  it('shows everything at once, leaves a look for each field, and waits for the auditor until the next working day', async () => {
    const [desk, auditor] = [await w.as('community'), await w.as('audit')]
    const one = await child()
    expect((await desk.post(`/api/people/${one}/break-glass`, {})).status).toBe(422)
    const opened = await desk.post(`/api/people/${one}/break-glass`, { reason: '孩子走失，正在找家长' })
    expect(opened.status).toBe(201)
    const { fields, request } = opened.body as unknown as { fields: Record<string, string>; request: string }
    expect(fields).toMatchObject({ name: '甲申小', phone: '10000088888' })
    const looks = await w.db.query({ text: "select field from vault.look where subject_id = $1 and purpose = 'breakGlass'", values: [one] })
    expect(looks).toHaveLength(Object.keys(fields).length)
    const list = (await auditor.get('/api/person-requests')).body as unknown as { items: { id: string; dueAt: string }[] }
    const row = list.items.find((item) => item.id === request)
    expect(Date.parse(row?.dueAt ?? '') - w.now().getTime()).toBeLessThan(2 * 86_400_000)
    const page = await auditor.get(`/api/person-requests/${request}`)
    expect(page.body).toMatchObject({
      post: 'communityDesk:990901001001:990901001001',
      person: null,
      words: [{ words: '孩子走失，正在找家长' }],
    })
    expect(JSON.stringify(page.body)).not.toContain('甲申小')
    expect((await auditor.post(`/api/person-requests/${request}/object`, { words: '没有联系派出所' })).body).toMatchObject({
      state: 'improper',
    })
    expect((await (await w.as('people')).get(`/api/person-requests/${request}`)).status).toBe(404)
  })

  it('is reviewed by nobody who answers what persons ask, nor the other way round', async () => {
    const opened = await (await w.as('community')).post(`/api/people/${await child()}/break-glass`, { reason: '孩子走失，正在找家长' })
    const { request } = opened.body as unknown as { request: string }
    expect((await (await w.as('people')).post(`/api/person-requests/${request}/answer`, { words: '同意' })).status).toBe(404)
    expect((await (await w.as('audit')).post(`/api/person-requests/${request}/answer`, { words: '同意' })).status).toBe(403)
  })
})

describe('a child under fourteen', () => {
  it('is shown once a guardian of the household agreed at the desk, and hidden again when it was taken back', async () => {
    const desk = await w.as('community')
    const find = async (value: string) =>
      ((await desk.post('/api/people/search', { by: 'name', value, purpose: 'visit' })).body as unknown as { items: { id: string }[] })
        .items[0]?.id ?? ''
    const [child, guardian] = [await find('甲申小'), await find('甲申大')]
    const reveal = () => desk.post(`/api/people/${child}/reveal`, { field: 'phone', purpose: 'visit' })
    expect((await reveal()).status).toBe(403)
    expect(codeOf(await desk.post(`/api/people/${child}/guardian-consent`, { guardian: child }))).toBe('people.guardian-who')
    expect((await desk.post(`/api/people/${child}/guardian-consent`, { guardian })).status).toBe(200)
    expect((await reveal()).body).toEqual({ value: '10000088888' })
    expect((await desk.get(`/api/people/${child}?purpose=visit`)).body).toMatchObject({ minor: true, consent: true, mayReveal: true })
    expect((await desk.send('DELETE', `/api/people/${child}/guardian-consent`)).status).toBe(200)
    expect((await reveal()).status).toBe(403)
  })
})
