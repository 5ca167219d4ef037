import { describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'

const city = world()
const community = '990901001001'
const company = `${community}-property`

type Compounds = { items: { id: string; unmanaged: boolean; bodies: { slot: string; unit: string | null; since: string }[] }[] }
type Companies = {
  items: { id: string; branch: string | null; compounds: { id: string }[]; redMark: unknown; secretaryIsManager: boolean }[]
}

describe('a compound and its 1+3 bodies (000-23)', () => {
  it('begins with three vacant slots, which are filled with fitting units and vacated again', async () => {
    const system = await city.as('system')
    expect((await system.post('/api/compounds', { id: 'cuilin', name: '翠林小区', area: community, households: 812 })).status).toBe(201)
    const read = async () =>
      ((await system.get(`/api/compounds?area=${community}`)).body as Compounds).items.find((one) => one.id === 'cuilin')
    expect(await read()).toMatchObject({ unmanaged: true, bodies: [{ unit: null }, { unit: null }, { unit: null }] })
    const fill = (slot: string, unit: string | null) => system.send('PUT', `/api/compounds/cuilin/bodies/${slot}`, { body: { unit } })
    expect((await fill('propertyCompany', company)).status).toBe(200)
    expect(await fill('homeownersCommittee', company)).toMatchObject({ status: 422, body: { code: 'orgs.slot' } })
    expect((await fill('branch', 'nowhere')).status).toBe(404)
    await system.post('/api/units', { id: 'cuilin-board', kind: 'propertyManagementCommittee', name: '翠林物管会', area: community })
    expect((await fill('homeownersCommittee', 'cuilin-board')).status).toBe(200)
    expect(await read()).toMatchObject({ unmanaged: false })
    await fill('propertyCompany', null)
    expect(await read()).toMatchObject({ unmanaged: true })
    expect(await system.post('/api/compounds', { id: 'cuilin', name: '又一个', area: community })).toMatchObject({ status: 409 })
  })
})

describe('the register of property companies (000-98)', () => {
  it('knows branch, compounds, the red mark with its grounds, and that secretary and manager are one person', async () => {
    const system = await city.as('system')
    await system.post('/api/compounds', { id: 'hongqi', name: '红旗小区', area: community })
    await system.send('PUT', '/api/compounds/hongqi/bodies/propertyCompany', { body: { unit: company } })
    await system.post('/api/units', { id: 'company-branch', kind: 'branch', name: '邻里物业党支部', area: community, attachedTo: company })
    const manager = (await system.post('/api/appointments', { unit: company, position: 'manager', name: '演示经理' })).body as {
      id: string
    }
    const read = async () =>
      ((await system.get(`/api/property-companies?area=${community}`)).body as Companies).items.find((one) => one.id === company)
    expect(await read()).toMatchObject({
      branch: 'company-branch',
      compounds: [{ id: 'hongqi' }],
      redMark: null,
      secretaryIsManager: false,
    })
    await system.post('/api/appointments', { unit: 'company-branch', position: 'secretary', sameAs: manager.id })
    const mark = () =>
      system.send('PUT', `/api/property-companies/${company}/red-mark`, { body: { grounds: '签订共建协议', markedOn: '2026-11-01' } })
    expect((await mark()).status).toBe(200)
    expect(await mark()).toMatchObject({ status: 409, body: { code: 'orgs.marked' } })
    expect(await read()).toMatchObject({ redMark: { grounds: '签订共建协议', markedOn: '2026-11-01' }, secretaryIsManager: true })
    expect((await system.send('DELETE', `/api/property-companies/${company}/red-mark`)).status).toBe(200)
    expect(await read()).toMatchObject({ redMark: null })
    const wrong = await system.send('PUT', '/api/property-companies/990901-urban/red-mark', {
      body: { grounds: '依据', markedOn: '2026-11-01' },
    })
    expect(wrong).toMatchObject({ status: 422, body: { code: 'orgs.notProperty' } })
  })
})

describe('cross-appointments (000-03)', () => {
  it('are seen from both sides with their term, and end', async () => {
    const system = await city.as('system')
    const body = {
      unit: community,
      position: 'partTimeMember',
      name: '演示委员',
      crossFrom: company,
      fromOn: '2026-01-01',
      toOn: '2028-12-31',
    }
    const made = (await system.post('/api/appointments', body)).body as { id: string }
    const from = async (unit: string) =>
      ((await system.get(`/api/units/${unit}/appointments`)).body as { items: { id: string }[] }).items.find((one) => one.id === made.id)
    for (const side of [community, company]) {
      expect(await from(side)).toMatchObject({ name: '演示委员', crossFrom: company, toOn: '2028-12-31', positionSay: { zh: '兼职委员' } })
    }
    expect(await system.post('/api/appointments', { ...body, crossFrom: community })).toMatchObject({
      status: 422,
      body: { code: 'orgs.cross' },
    })
    expect(await system.post('/api/appointments', { ...body, toOn: '2025-01-01' })).toMatchObject({
      status: 422,
      body: { code: 'orgs.term' },
    })
    expect(await system.post('/api/appointments', { unit: community, position: 'member' })).toMatchObject({
      status: 422,
      body: { code: 'orgs.whom' },
    })
    expect((await system.send('DELETE', `/api/appointments/${made.id}`)).status).toBe(200)
    expect(await from(community)).toBeUndefined()
  })
})
