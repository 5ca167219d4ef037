import { expect, it } from 'vitest'
import { world } from '../../../test/world.ts'
import { seedCases } from '../cases.ts'
import { makeGround } from '../ground/index.ts'

const w = world()
const dayMs = 86_400_000
const back = new Error('enough')

it.each([0, 3, 40, 201])('lives through the ordinary rules on whatever day it is begun (%i days on)', async (days) => {
  const ground = makeGround('small')
  const ctx = { ...w.context(), now: new Date(w.now().getTime() + days * dayMs) }
  const seeded = w.db.transaction(async (db) => {
    expect(await seedCases({ ...ctx, db }, { ...ground, seed: ground.seed + days }, { holders: new Map(), residents: [] })).toBe(240)
    throw back
  })
  await expect(seeded).rejects.toBe(back)
})
