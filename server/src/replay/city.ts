import type { Actor, Context, Role } from '#platform/context'
import { systemActor } from '#platform/context'
import { areasBelow, cityArea } from '#modules/areas'
import { replayActor } from '#modules/cases'
import { type Entry, publishEdition } from '#modules/directory'
import { postId, seedPosts, seedUnits } from '#modules/orgs'
import { officeOf, offices } from '../demo/bodies.ts'

/** Whoever moves in a replay: a system in the trace, so that nobody takes its times for a person's; on a real post, so that every rule holds. */
export function replayer(role: Role, org: string, area: string): Actor {
  return { ...systemActor(replayActor), posts: [{ id: postId(role, org, area), role, org, area }] }
}

/** The city's dispatcher, who sends every replayed matter. */
export function dispatcherOf(city: string): Actor {
  return replayer('dispatcher', officeOf(city, 'centre'), city)
}

/** The unit that leads what the directory says nothing of. */
const last = 'service'

const basis = { zh: '为重放而设', en: 'made for the replay' }

/** What the offices of an area lead; those of the city also lead what no county's rule speaks of. */
function entriesOf(scope: string, area: string): Entry[] {
  const rules = offices.flatMap((office) => office.leads.map((category) => ({ category, lead: officeOf(scope, office.key) })))
  return [...rules, { category: '', lead: officeOf(scope, last) }].map(({ category, lead }) => ({
    category,
    area,
    severity: null,
    lead,
    support: [],
    basisKind: 'duties',
    basis,
    grassRootsAllowed: false,
    precedents: [],
  }))
}

/**
 * Gives a city of real divisions what it needs to handle matters: for the city and each county a centre with a dispatcher and the
 * departments with a handler each, and an edition of the directory that has always been in force.
 */
export async function staffCity(ctx: Context): Promise<void> {
  const city = await cityArea(ctx)
  if (!city) throw new Error('the city has no areas yet')
  const places = [city, ...(await areasBelow(ctx, city.code, 'county'))]
  const units = places.flatMap(({ code, name }) => [
    {
      id: officeOf(code, 'centre'),
      kind: 'governanceCentre' as const,
      name: `${name}指挥中心`,
      nameEn: `Centre ${code}`,
      area: code,
      parent: null,
    },
    ...offices.map(({ key, kind, zh, en }) => ({
      id: officeOf(code, key),
      kind,
      name: `${name}${zh}`,
      nameEn: `${en} ${code}`,
      area: code,
      parent: null,
    })),
  ])
  const posts = places.flatMap(({ code }) => [
    ...(['dispatcher', 'supervisor', 'systemAdmin'] as const).map((role) => ({ role, org: officeOf(code, 'centre'), area: code })),
    ...offices.map(({ key }) => ({ role: 'departmentHandler' as const, org: officeOf(code, key), area: code })),
  ])
  await seedUnits(ctx, units)
  await seedPosts(ctx, posts)
  await publishEdition(
    ctx,
    { zh: '重放用派单目录', en: 'Directory of the replay' },
    places.flatMap(({ code }) => entriesOf(code, code === city.code ? '' : code)),
    new Date('2000-01-01T00:00:00+08:00'),
  )
}
