import type { Context } from '#platform/context'
import { seedPasswords, writeApiKey, writeResident, writeStaff } from '#modules/accounts'
import { seedAreas } from '#modules/areas'
import { publishEdition } from '#modules/directory'
import { place, postId, seedPosts, seedRegisters, seedUnits } from '#modules/orgs'
import { seedPlaces } from '#modules/places'
import { isDemonstration, markDemonstration } from '../platform/demonstration.ts'
import { demoAccounts, demoApiKey, demoPassword } from './accounts.ts'
import { demoPosts, demoUnits } from './bodies.ts'
import { seedCases } from './cases.ts'
import { keepComponents } from './components.ts'
import { seedRecords } from './people.ts'
import { seedDevices } from './devices.ts'
import { CITY, type Ground, makeGround, type Scale } from './ground/index.ts'
import { demoPlaces } from './places.ts'
import { demoRegisters } from './registers.ts'
import { demoRules } from './rules.ts'

interface People {
  readonly holders: ReadonlyMap<string, string>
  readonly residents: readonly { readonly id: string; readonly subjectId: string }[]
}

async function seedPeople(ctx: Context, ground: Ground): Promise<People> {
  const holders = new Map<string, string>()
  const residents: { id: string; subjectId: string }[] = []
  const passwords: { account: string; password: string }[] = []
  for (const one of demoAccounts(ground)) {
    const made =
      one.org === null
        ? await writeResident(ctx, one.phone ?? '', one.name, one.account)
        : await writeStaff(ctx, { signIn: one.account, name: one.name, area: one.area })
    passwords.push({ account: made.id, password: demoPassword })
    if (one.org === null) residents.push({ id: made.id, subjectId: made.subject_id })
    else {
      const post = postId(one.role, one.org, one.area)
      await place(ctx, post, made.id)
      holders.set(post, made.id)
    }
  }
  await seedPasswords(ctx, passwords)
  return { holders, residents }
}

/** Compounds, companies, grid staff, offices and duties, with the units around them. */
export async function keepRegisters(ctx: Context, ground: Ground): Promise<void> {
  const registers = demoRegisters(ground)
  await seedUnits(ctx, registers.units)
  await seedRegisters(ctx, registers)
}

/** Fills an empty database with the demonstration city: ground, units, posts, people, directory, and unless told not to what has been lived: registers and matters. */
export async function seedDemonstration(ctx: Context, scale: Scale, lived = true): Promise<void> {
  if (await isDemonstration(ctx.db)) return
  const ground = makeGround(scale)
  await ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db }
    await seedAreas(inside, ground)
    await seedUnits(inside, demoUnits(ground))
    await seedPosts(inside, demoPosts(ground))
    await publishEdition(
      inside,
      { zh: '演示派单目录', en: 'Demonstration directory' },
      demoRules(ground),
      new Date(ctx.now.getTime() - 800 * 86_400_000),
    )
    const people = await seedPeople(inside, ground)
    if (lived) {
      await keepRegisters(inside, ground)
      await keepComponents(inside, ground)
      await seedRecords(inside, ground)
      await seedPlaces(inside, demoPlaces(ground, ctx.now))
      await seedCases(inside, ground, people)
      await seedDevices(inside, ground)
    }
    await writeApiKey(inside, '演示接口', demoApiKey, CITY.code)
    await markDemonstration(db, ctx.now)
  })
}
