import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { workOnNext } from '../commands/run.ts'
import { begin, multipart, type Report, upload } from './file.ts'

const w = world()
const community = '990901001001'
const text = `名称,类型,地址,社区\n甲店,小商店,和平路1号,${community}\n`

let admin: Person
let file = ''

beforeAll(async () => {
  admin = await w.as('system')
  file = await upload(admin, text)
})

const mapping = { columns: { name: '名称', kind: '类型', address: '地址', area: '社区' } }
const body = (more: object = {}) => ({ register: 'small-places', source: '街道', file, mapping, ...more })

describe('a file into a register is refused', () => {
  it('when the mapping lacks what the register asks for, or the file what the mapping names', async () => {
    expect(await admin.post('/api/imports', body({ mapping: { columns: { name: '名称' } } }))).toMatchObject({
      status: 422,
      body: { code: 'imports.unmapped' },
    })
    const wrong = { columns: { ...mapping.columns, address: '住址' } }
    expect(await admin.post('/api/imports', body({ mapping: wrong }))).toMatchObject({ status: 422, body: { code: 'imports.columns' } })
    expect(await admin.post('/api/imports', body({ register: 'nobody' }))).toMatchObject({
      status: 404,
      body: { code: 'imports.no-register' },
    })
    expect(await admin.post('/api/imports', body({ source: '' }))).toMatchObject({ status: 422 })
  })

  it('when it is no file, or one that unpacks to nothing readable', async () => {
    const send = (bytes: string | Buffer) => {
      const { body: form, headers } = multipart(bytes)
      return admin.send('POST', '/api/imports/files', { body: form, headers })
    }
    expect(await send('')).toMatchObject({ status: 400, body: { code: 'request.no-file' } })
    expect(await send(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 7)]))).toMatchObject({
      status: 422,
      body: { code: 'imports.unreadable' },
    })
    expect(await w.db.query({ text: 'select 1 from imports.file where not whole', values: [] })).toEqual([])
  })
})

describe('whose it is', () => {
  it('nobody looks into a file that somebody else brought', async () => {
    const dispatcher = await w.as('dispatcher')
    expect(await dispatcher.get(`/api/imports/files/${file}?register=small-places`)).toMatchObject({
      status: 404,
      body: { code: 'imports.file-missing' },
    })
    expect(await dispatcher.post('/api/imports', body())).toMatchObject({ status: 404, body: { code: 'imports.file-missing' } })
  })

  it('a register takes files of its own roles alone', async () => {
    const dispatcher = await w.as('dispatcher')
    const own = await upload(dispatcher, '统一社会信用代码,单位名称,单位种类\n')
    expect(await dispatcher.post('/api/imports', body({ register: 'units', file: own }))).toMatchObject({
      status: 403,
      body: { code: 'imports.not-yours' },
    })
    expect((await (await w.as('callback')).get('/api/imports/registers')).status).toBe(403)
    const names = ((await dispatcher.get('/api/imports/registers')).body as { items: { name: string }[] }).items.map((one) => one.name)
    expect([names.includes('small-places'), names.includes('units')]).toEqual([true, false])
  })

  it('a community takes in what lies in the community, and another desk does not see it', async () => {
    const desk = await w.as('community')
    const [post] = ((await desk.get('/api/me')).body as { posts: { area: { code: string } }[] }).posts
    const own = post?.area.code ?? ''
    const other = own === community ? '990901001002' : community
    const rows = `名称,类型,地址,社区\n我店,小商店,东路1号,${own}\n他店,小商店,东路2号,${other}\n这店,小商店,东路3号,\n`
    const report = await begin(desk, await upload(desk, rows), 'small-places')
    while (await workOnNext(w.context()));
    const seen = (await desk.get(`/api/imports/${report.id}`)).body as Report
    expect(seen).toMatchObject({ taken: 2, unread: 1 })
    expect(seen.problems.map((one) => one.code)).toEqual(['places.outside-reach'])
    const elsewhere = await w.as('dispatcher2')
    for (const path of ['', '/problems.csv', '/bad-rows.csv'])
      expect((await elsewhere.get(`/api/imports/${report.id}${path}`)).status).toBe(404)
    for (const move of ['pause', 'resume', 'undo']) expect((await elsewhere.post(`/api/imports/${report.id}/${move}`)).status).toBe(404)
    expect(((await elsewhere.get('/api/imports')).body as { items: unknown[] }).items).toEqual([])
  })
})
