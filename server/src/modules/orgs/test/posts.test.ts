import { describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'

const city = world()
type Posts = { items: { id: string; holders: number }[]; next: string | null }

describe('posts', () => {
  it('are established, widened by a set of areas, abolished, and established again', async () => {
    const system = await city.as('system')
    const body = { role: 'supervisor', org: '990901-urban', area: '990901' }
    const path = '/api/posts/supervisor:990901-urban:990901'
    expect(await system.post('/api/posts', body)).toMatchObject({
      status: 201,
      body: { id: 'supervisor:990901-urban:990901', roleSay: { zh: '督办员' }, holders: 0, areas: [], validTo: null },
    })
    expect(await system.post('/api/posts', body)).toMatchObject({ status: 409, body: { code: 'orgs.postExists' } })
    expect(await system.send('PATCH', path, { body: { areas: ['990902'] } })).toMatchObject({ body: { areas: ['990902'] } })
    expect(await system.send('DELETE', path)).toMatchObject({ status: 200, body: { validTo: city.now().toISOString() } })
    expect((await system.send('DELETE', path)).status).toBe(404)
    expect(await system.post('/api/posts', body)).toMatchObject({ status: 201, body: { areas: [], validTo: null } })
  })

  it('are listed by area, role and unit, and the vacant ones alone', async () => {
    const dispatcher = await city.as('dispatcher')
    const list = async (query: string): Promise<Posts> => (await dispatcher.get(`/api/posts?limit=200&${query}`)).body
    const vacant = await list('area=990901&vacant=true')
    expect(vacant.items.length).toBeGreaterThan(0)
    expect(vacant.items.every((one) => one.holders === 0)).toBe(true)
    const held = await list('area=990901&vacant=false')
    expect(held.items.map((one) => one.id)).toContain('departmentHandler:990901-housing:990901')
    expect((await list('role=adjudicator&area=990901')).items.map((one) => one.id)).toEqual(['adjudicator:990901-justice:990901'])
    expect((await list('org=990901-housing')).items).toHaveLength(2)
  })

  it.each([
    [{ role: 'resident', org: '990901-urban', area: '990901' }, 422],
    [{ role: 'supervisor', org: 'nowhere', area: '990901' }, 404],
    [{ role: 'supervisor', org: '990901-urban', area: '9909019' }, 422],
    [{ role: 'supervisor', org: '990901-urban', area: '990901', areas: ['x'] }, 422],
  ])('are refused: %o', async (body, status) => {
    expect((await (await city.as('system')).post('/api/posts', body)).status).toBe(status)
  })

  it('asked for five times at once with one key is one post and five equal answers', async () => {
    const system = await city.as('system')
    const body = { role: 'callbackAgent', org: '990901-urban', area: '990901' }
    const answers = await Promise.all(Array.from({ length: 5 }, () => system.post('/api/posts', body, { key: 'one-key' })))
    expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
  })
})
