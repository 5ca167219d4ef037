import { describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'

const w = world()

describe('a desk that is told a place in words alone', () => {
  it.each([
    ['community', '990901001001'],
    ['hotline', '990901'],
  ])('keeps the matter of %s in its own area', async (account, area) => {
    const desk = await w.as(account)
    const made = await desk.post('/api/cases', {
      channel: 'phone',
      text: '楼道灯坏了三天。',
      category: '20003',
      address: '和平家园 3 号楼',
    })
    expect([made.status, (made.body as { area: { code: string } }).area.code]).toEqual([201, area])
    const id = (made.body as { id: string }).id
    expect((await desk.get(`/api/cases/${id}`)).status).toBe(200)
  })

  it('takes another area when one is named', async () => {
    const desk = await w.as('hotline')
    const made = await desk.post('/api/cases', { channel: 'visit', text: '楼道灯坏了三天。', category: '20003', area: '990901001002' })
    expect((made.body as { area: { code: string } }).area.code).toBe('990901001002')
  })
})
