import { describe, expect, it } from 'vitest'
import { areasBelow } from '#modules/areas'
import { world } from '../../../../test/world.ts'

const city = world()
const community = '990901001001'

type Report = { lines: { code: string; n: number; of: number; missing: { id: string; name: string }[] }[] }

const lineOf = async (code: string) => {
  const report = (await (await city.as('supervisor')).get(`/api/orgs/completeness?area=${community}`)).body as Report
  const line = report.lines.find((one) => one.code === code)
  if (!line) throw new Error(`no line ${code}`)
  return line
}

describe('completeness', () => {
  it('counts grids with full-time and part-time staff, n of N, and lists the others', async () => {
    const system = await city.as('system')
    const grids = await areasBelow(city.context(), community, 'grid')
    const [grid, other] = grids
    expect(await lineOf('fullTime')).toMatchObject({ n: 0, of: grids.length })
    const add = (kind: string, more: object = {}) => system.post('/api/grid-staff', { kind, grid: grid?.code, name: '演示网格员', ...more })
    const made = (await add('fullTime', { phone: '10000000009' })).body as { id: string }
    await add('partTime')
    const line = await lineOf('fullTime')
    expect(line).toMatchObject({ n: 1, of: grids.length })
    expect(line.missing.map((one) => one.id)).not.toContain(grid?.code)
    expect(line.missing[0]).toMatchObject({ id: other?.code, name: other?.name })
    expect(await lineOf('partTime')).toMatchObject({ n: 1 })
    await system.send('DELETE', `/api/grid-staff/${made.id}`)
    expect(await lineOf('fullTime')).toMatchObject({ n: 0 })
  })

  it('counts party groups of grids and their heads (002-12)', async () => {
    const system = await city.as('system')
    const [grid] = await areasBelow(city.context(), community, 'grid')
    await system.post('/api/units', { id: 'grid-group', kind: 'partyGroup', name: '网格党小组', area: grid?.code })
    expect(await lineOf('group')).toMatchObject({ n: 1 })
    expect(await lineOf('head')).toMatchObject({ n: 0 })
    await system.post('/api/appointments', { unit: 'grid-group', position: 'groupLeader', name: '演示组长' })
    expect(await lineOf('head')).toMatchObject({ n: 1 })
  })

  it('counts posts that somebody holds, bodies of compounds, and cross-appointments', async () => {
    const system = await city.as('system')
    const posts = await lineOf('posts')
    expect(posts.n).toBeLessThan(posts.of)
    await system.post('/api/compounds', { id: 'report-compound', name: '小区', area: community })
    expect(await lineOf('compoundProperty')).toMatchObject({ n: 0, of: 1, missing: [{ id: 'report-compound' }] })
    expect(await lineOf('crossAppointed')).toMatchObject({ n: 0, of: 1 })
    await system.post('/api/appointments', {
      unit: community,
      position: 'partTimeMember',
      name: '委员',
      crossFrom: `${community}-property`,
    })
    expect(await lineOf('crossAppointed')).toMatchObject({ n: 1, of: 1 })
  })
})

describe('grid staff', () => {
  it('are masked in lists; a mobile one needs consent, and is erased when it is withdrawn (002-100)', async () => {
    const system = await city.as('system')
    const [, grid] = await areasBelow(city.context(), community, 'grid')
    const body = { kind: 'mobile', grid: grid?.code, name: '演示骑手', phone: '10000000008' }
    expect(await system.post('/api/grid-staff', body)).toMatchObject({ status: 422, body: { code: 'orgs.consent' } })
    expect(await system.post('/api/grid-staff', { ...body, consentOn: '2027-01-01' })).toMatchObject({ status: 422 })
    const made = (await system.post('/api/grid-staff', { ...body, consentOn: '2026-11-20' })).body as { id: string }
    const list = (await system.get(`/api/grid-staff?area=${grid?.code}`)).body as { items: object[] }
    expect(list.items).toMatchObject([{ id: made.id, kind: 'mobile', name: '演***', consentOn: '2026-11-20' }])
    expect(JSON.stringify(list)).not.toContain('10000000008')
    await system.send('DELETE', `/api/grid-staff/${made.id}?consentWithdrawn=true`)
    const [left] = await city.db.query<{ wrapped: Buffer | null }>({
      text: 'select s.wrapped from orgs.grid_worker w join vault.subject s on s.id = w.subject_id where w.id = $1',
      values: [made.id],
    })
    expect(left?.wrapped).toBeNull()
    expect((await system.send('DELETE', `/api/grid-staff/${made.id}`)).status).toBe(404)
  })

  it('are refused in a grid that does not exist', async () => {
    const system = await city.as('system')
    const answer = await system.post('/api/grid-staff', { kind: 'fullTime', grid: '990901001001999', name: '某人' })
    expect(answer).toMatchObject({ status: 422, body: { code: 'orgs.noArea' } })
  })
})

describe('the chain of duty (002-02)', () => {
  it('names who answers at four levels, from the nearest area that says so', async () => {
    const system = await city.as('system')
    const assign = (area: string, level: string, units: string[]) =>
      system.send('PUT', `/api/duty-chain/${area}/${level}`, { body: { units } })
    await assign('990901', 'county', ['990901-government'])
    await assign('990901', 'department', ['990901-housing', '990901-urban'])
    await assign(community, 'community', [community])
    const chain = (await system.get(`/api/duty-chain?area=${community}`)).body as { links: { level: string; units: { id: string }[] }[] }
    expect(chain.links.map((link) => [link.level, link.units.map((unit) => unit.id)])).toEqual([
      ['county', ['990901-government']],
      ['department', ['990901-housing', '990901-urban']],
      ['subdistrict', []],
      ['community', [community]],
    ])
    const above = (await system.get('/api/duty-chain?area=990901')).body as { links: { level: string; below: number }[] }
    expect(above.links.map((link) => [link.level, link.below])).toEqual([
      ['county', 0],
      ['department', 0],
      ['subdistrict', 0],
      ['community', 1],
    ])
    expect((await assign('990901', 'county', ['nowhere'])).status).toBe(404)
  })
})

describe('the party tree (001-53)', () => {
  it('has the level names of this place', async () => {
    const system = await city.as('system')
    await system.send('PUT', '/api/party-levels', {
      body: {
        levels: [
          { level: 1, name: '街道大工委', nameEn: 'Subdistrict' },
          { level: 2, name: '社区大党委', nameEn: 'Community' },
        ],
      },
    })
    await system.post('/api/units', { id: 'work', kind: 'partyWorkCommittee', name: '街道党工委', area: '990901001' })
    await system.post('/api/units', { id: 'committee', kind: 'partyCommittee', name: '社区党委', area: community, parent: 'work' })
    const tree = (await system.get('/api/party-tree?root=work')).body as { items: object[] }
    expect(tree.items).toMatchObject([
      { id: 'work', level: 1, levelName: { zh: '街道大工委' } },
      { id: 'committee', parent: 'work', level: 2, levelName: { zh: '社区大党委' } },
    ])
    const twice = { levels: [1, 1].map((level) => ({ level, name: '同名', nameEn: 'Same' })) }
    expect((await system.send('PUT', '/api/party-levels', { body: twice })).status).toBe(422)
  })
})
