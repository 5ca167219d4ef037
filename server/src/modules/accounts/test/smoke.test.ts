import { expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'

const city = world()

it('signs in', async () => {
  const one = await city.as('dispatcher')
  console.log(JSON.stringify(await one.get('/api/me')))
  expect(1).toBe(1)
})
