import { describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'
import { workOnNext } from '../commands/run.ts'
import { handIn, header, multipart } from './file.ts'

const w = world()
const codeOf = (answer: { body: never }): string => (answer.body as { code: string }).code
const good = `${header}\nA-1,路灯不亮了,2026-11-20 09:00:00,,,,,,,\n`

describe('a file is refused', () => {
  it('without a file, a mapping, or with one that nobody knows', async () => {
    const admin = await w.as('system')
    expect(codeOf(await admin.post('/api/imports/cases?mapping=sheet', {}))).toBe('request.malformed')
    expect(codeOf(await handIn(admin, '', 'mapping=sheet'))).toBe('request.no-file')
    expect(codeOf(await handIn(admin, good, ''))).toBe('imports.no-mapping')
    expect(codeOf(await handIn(admin, good, 'mapping=nobody'))).toBe('imports.no-mapping')
    expect(codeOf(await handIn(admin, good, '', { mapping: '{' }))).toBe('imports.mapping-json')
    const wrong = await handIn(admin, good, '', { mapping: '{"system":"x"}' })
    expect([wrong.status, codeOf(wrong)]).toEqual([422, 'request.invalid'])
  })

  it('when columns are missing, which are named, or when it is no table', async () => {
    const admin = await w.as('system')
    const answer = await handIn(admin, '编号,内容\n1,2\n', 'mapping=sheet')
    expect([answer.status, codeOf(answer)]).toEqual([422, 'imports.columns'])
    expect((answer.body as { detail: string }).detail).toContain('上报时间')
    const broken = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 7)])
    expect(codeOf(await handIn(admin, broken, 'mapping=sheet'))).toBe('imports.unreadable')
  })

  it('from those whose posts do not import', async () => {
    for (const account of ['hotline', 'housing', 'security', 'resident'])
      expect((await handIn(await w.as(account), good, 'mapping=sheet')).status).toBe(403)
    const { body, headers } = multipart(good)
    expect((await w.visitor.send('POST', '/api/imports/cases?mapping=sheet', { body, headers })).status).toBe(401)
  })
})

describe('reach', () => {
  it('a county’s dispatcher takes in what lies in the county, and what names no place', async () => {
    const dispatcher = await w.as('dispatcher')
    const counties = await w.db.query<{ code: string }>({
      text: "select code from areas.area where level = 'county' order by code limit 2",
      values: [],
    })
    const [own, other] = counties.map((row) => row.code)
    const row = (id: string, area: string) => `${id},路灯不亮了,2026-11-20 09:00:00,,,,${area},,,`
    const made = await handIn(
      dispatcher,
      [header, row('R-1', own ?? ''), row('R-2', other ?? ''), row('R-3', '')].join('\n'),
      'mapping=sheet',
    )
    const { id } = made.body as { id: string }
    while (await workOnNext(w.context('imports.work')));
    const report = (await dispatcher.get(`/api/imports/${id}`)).body as {
      taken: number
      unread: number
      problems: { line: number; code: string }[]
    }
    expect(report).toMatchObject({ taken: 2, unread: 1 })
    expect(report.problems.map((one) => one.code)).toEqual(['imports.outside-reach', 'imports.no-place'])
    const areas = await w.db.query<{ area: string }>({
      text: `select area from cases."case" where origin_id like 'R-%' order by origin_id`,
      values: [],
    })
    expect(areas.map((one) => one.area)).toEqual([own, own])
    expect((await (await w.as('dispatcher2')).get(`/api/imports/${id}`)).status).toBe(404)
    expect((await (await w.as('dispatcher2')).get(`/api/imports/${id}/problems.csv`)).status).toBe(404)
    expect(((await (await w.as('dispatcher2')).get('/api/imports')).body as { items: unknown[] }).items).toEqual([])
    expect(((await (await w.as('system')).get('/api/imports')).body as { items: { id: string }[] }).items.map((one) => one.id)).toEqual([
      id,
    ])
  })
})
