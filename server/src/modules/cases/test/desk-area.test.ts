import { describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'

const w = world()

/** Takes a call in and reads where the matter was put, as the same desk. */
async function areaOf(desk: Person, where: Record<string, string>): Promise<string> {
  const made = await desk.post('/api/cases', { channel: 'phone', text: '楼道灯坏了三天。', category: '20003', ...where })
  expect(made.status).toBe(201)
  const read = await desk.get(`/api/cases/${(made.body as { id: string }).id}`)
  expect(read.status).toBe(200)
  return (read.body as { area: { code: string } }).area.code
}

describe('a desk that is told a place in words alone', () => {
  it.each([
    ['community', '990901001001'],
    ['hotline', '990901'],
  ])('keeps the matter of %s in its own area', async (account, area) => {
    expect(await areaOf(await w.as(account), { address: '和平家园 3 号楼' })).toBe(area)
  })

  it('takes another area when one is named', async () => {
    expect(await areaOf(await w.as('hotline'), { area: '990901001002' })).toBe('990901001002')
  })
})
