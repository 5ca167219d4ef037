import { expect, it } from 'vitest'
import { world } from '../../../test/world.ts'
import { makeGround } from '../ground/index.ts'
import { demoRegisters, inventedName } from '../registers.ts'
import { keepRegisters } from '../seed.ts'

const w = world()
const back = new Error('enough')
const ground = makeGround('small')

it('the registers are the same again, of people plainly invented, each called once', () => {
  const made = demoRegisters(ground)
  expect(demoRegisters(makeGround('small'))).toEqual(made)
  const names = Array.from({ length: 1000 }, (_, n) => inventedName(n))
  expect(new Set(names).size).toBe(names.length)
  for (const { person, phone } of made.workers) {
    expect(person).toMatch(/（演示）$/)
    expect(phone).toMatch(/^100\d{8}$/)
  }
  expect(new Set(made.workers.map((one) => one.kind)).size).toBe(3)
  expect(new Set(made.units.map((unit) => unit.id)).size).toBe(made.units.length)
})

it('the registers are kept within two seconds of the processor, with gaps and without holes in what they refer to', async () => {
  const before = process.cpuUsage()
  const kept = w.db.transaction(async (db) => {
    await keepRegisters({ ...w.context(), db }, ground)
    const [counted] = await db.query<{ compounds: number; unmanaged: number; full: number; workers: number; strays: number }>({
      text: `select (select count(*)::int from orgs.compound) as compounds,
          (select count(*)::int from orgs.body where slot = 'propertyCompany' and unit is null) as unmanaged,
          (select count(*)::int from (select compound from orgs.body group by compound having count(unit) = 3) f) as full,
          (select count(*)::int from orgs.grid_worker) as workers,
          (select count(*)::int from orgs.unit u where u.attached_to is not null and not exists (select 1 from orgs.unit o where o.id = u.attached_to)) as strays`,
      values: [],
    })
    expect(counted?.compounds).toBe(96)
    expect(counted?.unmanaged).toBeGreaterThan(2)
    expect(counted?.full).toBeGreaterThan(20)
    expect(counted?.workers).toBeGreaterThan(100)
    expect(counted?.strays).toBe(0)
    throw back
  })
  await expect(kept).rejects.toBe(back)
  const { user, system } = process.cpuUsage(before)
  process.stdout.write(`registers: ${((user + system) / 1e6).toFixed(2)} s\n`)
  expect((user + system) / 1e6).toBeLessThan(2)
})
