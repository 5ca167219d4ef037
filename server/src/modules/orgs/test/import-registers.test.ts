import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { workOnNext } from '#modules/imports'
import { begin, type Report, upload } from '../../imports/test/file.ts'

const w = world()
const community = '990901001001'
const code = '91350100M000100Y43'

let admin: Person

beforeAll(async () => {
  admin = await w.as('system')
})

async function imported(register: string, text: string): Promise<Report> {
  const { id } = await begin(admin, await upload(admin, text), register)
  while (await workOnNext(w.context('imports.work')));
  return (await admin.get(`/api/imports/${id}`)).body
}

describe('units from a file (002-66)', () => {
  const file = `统一社会信用代码,单位名称,单位类型,所属社区\n${code},青藤商贸有限公司,企业,${community}\n${code.slice(0, -1)}4,错一位公司,企业,${community}\n210902000012345,旧号公司,企业,${community}\n9.1350100E+17,科学计数公司,企业,${community}\n${code},青藤商贸,企业,${community}\n`

  it('are taken in by their checked credit codes, and every bad code is told with its reason', async () => {
    const report = await imported('units', file)
    expect(report).toMatchObject({ rows: 5, taken: 1, already: 1, unread: 3 })
    expect(report.problems.map((one) => `${one.line} ${one.code}`)).toEqual(['3 orgs.bad-code', '4 orgs.old-code', '5 orgs.rounded-code'])
    const list = (await admin.get('/api/units?q=青藤')).body as { items: { id: string; uscc: string }[] }
    expect(list.items.map((one) => one.uscc)).toEqual([code])
    expect(await imported('units', file)).toMatchObject({ taken: 0, already: 2 })
    expect((await admin.post(`/api/imports/${report.id}/undo`)).status).toBe(200)
    expect(((await admin.get('/api/units?q=青藤')).body as { items: unknown[] }).items).toEqual([])
  })

  it('are not undone once something hangs on one', async () => {
    const report = await imported('units', `统一社会信用代码,单位名称,单位类型,所属社区\n${code},青藤物业,物业服务企业,${community}\n`)
    await admin.post('/api/compounds', { id: 'held', name: '有物业小区', area: community })
    expect((await admin.send('PUT', '/api/compounds/held/bodies/propertyCompany', { body: { unit: code } })).status).toBe(200)
    expect(await admin.post(`/api/imports/${report.id}/undo`)).toMatchObject({ status: 409, body: { code: 'orgs.in-use' } })
  })
})

describe('compounds from a file (001-09, 004-07)', () => {
  it('come with their kinds and three vacant slots; who manages one is told from the slots', async () => {
    const report = await imported(
      'compounds',
      `小区名称,社区,小区类型,总户数,建成年代\n东里小区,${community},老旧、开放式,120户,1985年\n西里小区,${community},别墅,30,\n东里小区,${community},老旧、开放式,120,1985\n,${community},,,\n`,
    )
    expect(report).toMatchObject({ rows: 4, taken: 2, already: 1, unread: 1, odd: 1 })
    const read = async (query: string): Promise<string[]> =>
      ((await admin.get(`/api/compounds?area=${community}&${query}`)).body as { items: { name: string }[] }).items.map((one) => one.name)
    expect(await read('kind=open')).toEqual(['东里小区'])
    expect((await read('management=unmanaged')).toSorted()).toEqual(['东里小区', '西里小区'])
    expect(await read('management=managed')).toEqual(['有物业小区'])
    expect((await admin.post(`/api/imports/${report.id}/undo`)).status).toBe(200)
    expect(await read('kind=open')).toEqual([])
  })
})
