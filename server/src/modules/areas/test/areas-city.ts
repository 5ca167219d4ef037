import { someone } from '../../../../test/platform.ts'
import { type Ground, makeGround } from '../../../demo/ground/index.ts'
import { type SmallCity, smallCity } from '../../catalogue/test/small-city.ts'
import { seedAreas } from '../index.ts'
import areas from '../module.ts'

/** The invented city in its small scale, made once for all tests of this folder. */
export const ground: Ground = makeGround('small')
export const at = (level: string) => ground.areas.filter((area) => area.level === level)

/**
 * A city of areas alone. `systemAdmin` keeps the whole of it, `countyAdmin` its first county, `dispatcher` and `gridWorker` work
 * in it, `resident` lives there. Empty where a test brings its own ground.
 */
export function areasCity(options: { empty?: boolean } = {}): SmallCity {
  const seeded = {
    ...areas,
    seed: async (ctx: Parameters<typeof seedAreas>[0]) => {
      if (!options.empty) await seedAreas(ctx, ground)
    },
  }
  const city = smallCity([seeded])
  for (const role of ['systemAdmin', 'dispatcher', 'gridWorker', 'resident', 'securityAdmin'] as const) {
    city.be(role, someone(role, role, options.empty ? '2109' : '9909'))
  }
  city.be('countyAdmin', someone('countyAdmin', 'systemAdmin', options.empty ? '210911' : '990901'))
  return city
}
