import { describe, expect, it } from 'vitest'
import { desks, directory, handlerPosts, postNames, unitNames, unitLevel, unitOf } from '#modules/orgs'
import { world } from '../../../../test/world.ts'

const city = world()

type Card = { id: string; version: number; name: { zh: string; en: string } }
type List = { items: Card[]; next: string | null }

const bureau = {
  id: '990901-lighting',
  kind: 'department',
  name: '路灯管理所',
  nameEn: 'Street Lighting Office',
  area: '990901',
  parent: '990901-urban',
}

describe('units', () => {
  it('are entered, changed as seen last, found by either name, and closed', async () => {
    const [system, dispatcher] = [await city.as('system'), await city.as('dispatcher')]
    const made = await system.post('/api/units', bureau)
    expect(made).toMatchObject({ status: 201, body: { kindSay: { zh: '职能部门' }, level: 'department', version: 1, validTo: null } })
    const changed = await system.send('PATCH', `/api/units/${bureau.id}`, {
      body: { version: 1, name: '城市照明中心', uscc: '91110000600037341L' },
    })
    expect(changed).toMatchObject({ status: 200, body: { name: { zh: '城市照明中心', en: 'Street Lighting Office' }, version: 2 } })
    for (const q of ['照明', 'lighting']) {
      const list = (await dispatcher.get(`/api/units?q=${encodeURIComponent(q)}`)).body as List
      expect(list.items.map((one) => one.id)).toEqual([bureau.id])
    }
    expect(((await dispatcher.get(`/api/units?q=${encodeURIComponent('%')}`)).body as List).items).toEqual([])
    const closed = await system.send('DELETE', `/api/units/${bureau.id}?version=2`)
    expect(closed).toMatchObject({ status: 200, body: { validTo: '2026-11-23' } })
    expect(((await dispatcher.get('/api/units?q=lighting')).body as List).items).toEqual([])
    expect((await unitNames(city.context(), [bureau.id])).get(bureau.id)).toBe('城市照明中心')
  })

  it('are listed page by page without a gap, and by area and kind', async () => {
    const dispatcher = await city.as('dispatcher')
    const seen: string[] = []
    let after = ''
    for (;;) {
      const page = (await dispatcher.get(`/api/units?area=990901&limit=7${after}`)).body as List
      seen.push(...page.items.map((one) => one.id))
      if (page.next === null) break
      after = `&after=${page.next}`
    }
    const all = (await dispatcher.get('/api/units?area=990901&limit=200')).body as List
    expect(seen).toEqual(all.items.map((one) => one.id))
    expect(seen).toContain('city-government')
    expect(seen.some((id) => id.startsWith('990902'))).toBe(false)
    const companies = (await dispatcher.get('/api/units?kind=propertyCompany&limit=200')).body as List
    expect(companies.items.every((one) => one.id.endsWith('-property'))).toBe(true)
  })

  it.each([
    ['a parent of the other tree', { ...bureau, kind: 'branch' }, 422, 'orgs.parent'],
    ['a parent that does not exist', { ...bureau, parent: 'nowhere' }, 422, 'orgs.parent'],
    [
      'a party organisation attached to a party organisation',
      { ...bureau, kind: 'branch', parent: null, attachedTo: 'nowhere' },
      422,
      'orgs.attached',
    ],
    ['a credit code with a wrong check character', { ...bureau, uscc: '91110000600037341M' }, 422, 'orgs.uscc'],
    ['an area that does not exist', { ...bureau, area: '990988' }, 422, 'orgs.noArea'],
    ['an id that is taken', { ...bureau, id: '990901-urban', parent: null }, 409, 'orgs.unitExists'],
    ['an id that is none', { ...bureau, id: "'; drop table" }, 422, 'request.invalid'],
    ['a field that is unknown', { ...bureau, tag: 'petitioner' }, 422, 'request.invalid'],
  ])('are refused with %s', async (_what, body, status, code) => {
    const system = await city.as('system')
    expect(await system.post('/api/units', body)).toMatchObject({ status, body: { code } })
  })

  it('are not changed by somebody who saw an older version, nor put under themselves', async () => {
    const system = await city.as('system')
    const one = (await system.post('/api/units', { ...bureau, id: 'upper' })).body as unknown as Card
    await system.post('/api/units', { ...bureau, id: 'lower', parent: 'upper' })
    const circle = await system.send('PATCH', '/api/units/upper', { body: { version: one.version, parent: 'lower' } })
    expect(circle).toMatchObject({ status: 422, body: { code: 'orgs.parent' } })
    const answers = await Promise.all(
      [1, 2].map((n) => system.send('PATCH', '/api/units/upper', { body: { version: one.version, phone: `${n}` } })),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(await system.send('DELETE', '/api/units/upper?version=2')).toMatchObject({ status: 409, body: { code: 'orgs.unitInUse' } })
  })

  it('of another area do not exist for a county’s administrator', async () => {
    const [security, system] = [await city.as('security'), await city.as('system')]
    await system.post('/api/posts', { role: 'systemAdmin', org: '990901-government', area: '990901' })
    const { token } = await import('../../accounts/test/demo.ts').then(({ newStaff }) =>
      newStaff(city, security, 'county.system', '990901'),
    )
    expect(token).not.toBe('')
    const [row] = await city.db.query<{ id: string }>({
      text: `select id from accounts.account where sign_in = 'county.system'`,
      values: [],
    })
    await security.post('/api/posts/systemAdmin:990901-government:990901/holders', { account: row?.id })
    const county = await city.as('county.system')
    expect((await county.post('/api/units', { ...bureau, id: 'mine' })).status).toBe(201)
    expect((await county.post('/api/units', { ...bureau, id: 'theirs', area: '990902', parent: null })).status).toBe(404)
    expect((await county.send('PATCH', '/api/units/990902-urban', { body: { version: 1, name: '改名' } })).status).toBe(404)
    expect((await county.send('PATCH', '/api/units/mine', { body: { version: 1, area: '990902' } })).status).toBe(404)
    expect((await county.post('/api/posts', { role: 'supervisor', org: '990902-urban', area: '990902' })).status).toBe(404)
    expect((await county.post('/api/posts', { role: 'supervisor', org: '990901-urban', area: '990901', areas: ['990902'] })).status).toBe(
      404,
    )
    expect((await county.send('DELETE', '/api/posts/departmentLead:990902-urban:990902')).status).toBe(404)
  })
})

describe('the door', () => {
  it('answers from memory, and sees a change at once', async () => {
    const ctx = city.context()
    const system = await city.as('system')
    const before = (await desks(ctx))('supervisor', '990901001001')
    expect(before).toBe('supervisor:990901-government:990901')
    expect(await unitLevel(ctx, '990901-housing')).toBe('department')
    expect((await unitOf(ctx, '990901-housing')).name).toContain('住房和城乡建设局')
    await expect(unitOf(ctx, 'nowhere')).rejects.toMatchObject({ kind: 'missing', code: 'orgs.unit' })
    expect((await handlerPosts(ctx))('990901-housing')).toBe('departmentHandler:990901-housing:990901')
    await system.post('/api/units', { ...bureau, id: 'without-posts' })
    expect((await handlerPosts(ctx))('without-posts')).toBe('departmentHandler:without-posts:990901')
    await system.post('/api/posts', { role: 'departmentLead', org: 'without-posts', area: '990901' })
    expect((await directory(ctx)).handlerPost('without-posts')).toBe('departmentLead:without-posts:990901')
    expect((await postNames(ctx, ['departmentLead:without-posts:990901'])).get('departmentLead:without-posts:990901')).toEqual({
      name: '路灯管理所',
      role: { zh: '部门负责人', en: 'Department lead' },
    })
  })

  it('shows nobody a change that was taken back', async () => {
    const ctx = city.context()
    const failing = ctx.db.transaction(async (db) => {
      const inside = { ...ctx, db }
      const { createUnit } = await import('#modules/orgs')
      await createUnit(inside, { id: 'never-was', kind: 'department', name: '未成立', area: '990901' })
      expect((await directory(inside)).unit('never-was')).not.toBeNull()
      throw new Error('taken back')
    })
    await expect(failing).rejects.toThrow('taken back')
    expect((await directory(ctx)).unit('never-was')).toBeNull()
  })
})
