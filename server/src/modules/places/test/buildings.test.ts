import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { workOnNext } from '#modules/imports'
import { begin, type Report, upload } from '../../imports/test/file.ts'

const w = world()
const community = '990901001001'

let admin: Person

async function imported(register: string, text: string): Promise<Report> {
  const { id } = await begin(admin, await upload(admin, text), register)
  while (await workOnNext(w.context('imports.work')));
  return (await admin.get(`/api/imports/${id}`)).body
}

interface Detail {
  readonly id: string
  readonly rooms: readonly { readonly id: string; readonly entrance: string; readonly room: string; readonly tenure: string }[]
  readonly tree: readonly { readonly id: string; readonly name: string; readonly phone: string; readonly above: string | null }[]
}

let building = ''

beforeAll(async () => {
  admin = await w.as('system')
  await admin.post('/api/compounds', {
    id: 'xingfu',
    name: '幸福小区',
    area: community,
    households: 40,
    kinds: ['old', 'open'],
    built: 1986,
  })
  await admin.post('/api/compounds', { id: 'xinjia', name: '新家小区', area: community, kinds: ['commodity'] })
})

describe('buildings and dwellings', () => {
  it('come from files, each spelling of one building once, in its compound', async () => {
    const report = await imported(
      'buildings',
      `地址,社区,层数,户数\n幸福小区3号楼,${community},6层,24\n中华路12号幸福小区三栋,${community},6,24\n幸福小区4#楼,${community},六,30\n,${community},,\n`,
    )
    expect(report).toMatchObject({ rows: 4, taken: 2, already: 1, unread: 1, odd: 1 })
    const list = (await admin.get('/api/places/buildings')).body as {
      items: { id: string; address: string; compound: string | null; floors: number | null }[]
    }
    expect(list.items.map(({ address, compound, floors }) => [address, compound, floors]).toSorted()).toEqual([
      ['幸福小区3号楼', 'xingfu', 6],
      ['幸福小区4号楼', 'xingfu', null],
    ])
    building = list.items.find((one) => one.address === '幸福小区3号楼')?.id ?? ''
  })

  it('a dwelling needs its building, and is read from one address or from columns', async () => {
    const report = await imported(
      'dwellings',
      `地址,社区,单元,房号,使用情况\n幸福小区3号楼2单元501室,${community},,,自住\n幸福小区三号楼,${community},2单元,502,出租\n幸福小区3栋,${community},2,502,\n幸福小区9号楼1单元101,${community},,,\n幸福小区3号楼,${community},,,\n`,
    )
    expect(report).toMatchObject({ rows: 5, taken: 2, already: 1, unread: 2 })
    expect(report.problems.map((one) => `${one.line} ${one.code}`)).toEqual(['5 places.no-building', '6 places.no-room'])
    const detail = (await admin.get(`/api/places/buildings/${building}`)).body as Detail
    expect(detail.rooms.map(({ entrance, room, tenure }) => [entrance, room, tenure])).toEqual([
      ['2', '501', 'owner'],
      ['2', '502', 'rented'],
    ])
    expect(detail).toMatchObject({ entrances: [{ name: '2' }], dwellings: 2, households: 24 })
  })

  it('an import of buildings is not undone while dwellings stand in them', async () => {
    const [run] = ((await admin.get('/api/imports')).body as { items: { id: string; target: string }[] }).items.filter(
      (one) => one.target === 'buildings',
    )
    expect(await admin.post(`/api/imports/${run?.id}/undo`)).toMatchObject({ status: 409, body: { code: 'places.in-use' } })
  })
})

describe('the contact tree of a building (004-17)', () => {
  const head = { role: 'head', name: '甲楼长', phone: '13900000017', consentOn: '2026-11-01' }

  it('is kept with consent, masked, shown for a purpose with a trace, and taken away', async () => {
    const desk = await w.as('dispatcher')
    const path = `/api/places/buildings/${building}/contacts`
    const { id: above } = (await desk.post(path, head)).body as { id: string }
    const { id } = (await desk.post(path, { ...head, role: 'tenant', name: '乙租户', above })).body as { id: string }
    const read = async (): Promise<Detail> => (await desk.get(`/api/places/buildings/${building}`)).body
    expect((await read()).tree.map((one) => one.above)).toEqual([null, above])
    expect(JSON.stringify(await read())).not.toContain('13900000017')
    expect(await desk.post(`/api/places/contacts/${id}/reveal`, { field: 'phone', purpose: 'curiosity' })).toMatchObject({
      status: 422,
      body: { code: 'vault.purpose' },
    })
    expect(await desk.post(`/api/places/contacts/${id}/reveal`, { field: 'phone', purpose: 'emergency' })).toMatchObject({
      status: 200,
      body: { value: '13900000017' },
    })
    expect(await w.db.query({ text: 'select purpose from vault.look', values: [] })).toEqual([{ purpose: 'emergency' }])
    expect((await desk.send('DELETE', `/api/places/contacts/${above}`)).status).toBe(200)
    expect((await read()).tree.map((one) => [one.id, one.above])).toEqual([[id, null]])
  })

  it('is refused without a day of consent, from another building, and outside of the area', async () => {
    const desk = await w.as('dispatcher')
    const path = `/api/places/buildings/${building}/contacts`
    expect((await desk.post(path, { role: 'owner', name: '某', phone: '13900000018' })).status).toBe(422)
    expect(await desk.post(path, { ...head, consentOn: '2027-01-01' })).toMatchObject({ status: 422, body: { code: 'places.consent' } })
    expect(await desk.post(path, { ...head, above: '019a0000-0000-8000-8000-000000000000' })).toMatchObject({
      status: 422,
      body: { code: 'places.elsewhere' },
    })
    const elsewhere = await w.as('dispatcher2')
    expect((await elsewhere.post(path, head)).status).toBe(404)
    expect((await elsewhere.get(`/api/places/buildings/${building}`)).status).toBe(404)
    const [contact] = ((await desk.get(`/api/places/buildings/${building}`)).body as Detail).tree
    expect((await elsewhere.post(`/api/places/contacts/${contact?.id}/reveal`, { field: 'phone', purpose: 'emergency' })).status).toBe(404)
    expect((await admin.post(`/api/places/contacts/${contact?.id}/reveal`, { field: 'phone', purpose: 'emergency' })).status).toBe(403)
  })
})

describe('the difficulty profile of a community (004-08)', () => {
  it('counts n of N from the registers and says what none of them holds', async () => {
    const { items, managed } = (await admin.get(`/api/places/profile?area=${community}`)).body as {
      items: { code: string; n: number | null; of: number | null }[]
      managed: { n: number; of: number }[]
    }
    expect(items.map(({ code, n, of }) => [code, n, of])).toEqual([
      ['oldCompounds', 1, 2],
      ['elders', null, null],
      ['tenants', 1, 2],
      ['disputes', null, null],
      ['openCompounds', 1, 2],
    ])
    expect(managed.map(({ n, of }) => [n, of])).toEqual([
      [0, 2],
      [0, 2],
      [2, 2],
    ])
    expect((await (await w.as('dispatcher2')).get(`/api/places/profile?area=${community}`)).status).toBe(404)
  })
})
